/**
 * The floor of `print`: Chromium prints plain tagged pages, through the browser layer that Lectern prints with.
 * Run as `node plain-pages.js <pages.html> <picture> <out.pdf> <phases.json>` after bundling.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../../src/output/browser/launch.ts';
import { printToPdf } from '../../src/output/browser/print-page.ts';

const [, , pages, picture, output, phases] = process.argv;
const html = await readFile(pages, 'utf8');
const assets = new Map([[path.basename(picture), { body: await readFile(picture), type: 'image/svg+xml' }]]);
const { browser, close } = await launchBrowser({
  choice: process.env.LECTERN_BROWSER,
  env: process.env,
});
const ready = performance.now();
const usedBefore = process.cpuUsage();
const { pdf } = await printToPdf(browser, { html, assets, timeoutMs: 600_000 });
await writeFile(output, pdf);
await close();
const printing = performance.now() - ready;
const { user, system } = process.cpuUsage(usedBefore);
await writeFile(
  phases,
  JSON.stringify({
    pages:
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    printing,
    printingCpu: (user + system) / 1000,
  }),
);
