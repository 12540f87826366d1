/** Says which browser Lectern prints with, for those that are compared with it. Run after bundling. */
import { findBrowser } from '../../src/output/browser/find-browser.ts';

const found = await findBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
process.stdout.write(JSON.stringify(found));
