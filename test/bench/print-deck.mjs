/**
 * What is compared with the plain pages: `print` of the built library, told apart at the moment when deck and browser are ready.
 * Run as `node print-deck.mjs <index.js> <deck.md> <out> <phases.json>`.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [, , library, deck, out, phases] = process.argv;
const { findDecks, print } = await import(pathToFileURL(library).href);
const started = performance.now();
let ready = started;
const [{ documents }] = await print(await findDecks([deck], process.cwd()), {
  out,
  browser: process.env.LECTERN_BROWSER,
  timeout: 600_000,
  // Said once the deck is compiled and the browser answers: what follows is printing alone.
  onProgress: (status) => {
    if (status.startsWith('printing')) ready = performance.now();
  },
});
const ended = performance.now();
await writeFile(
  phases,
  JSON.stringify({ before: ready - started, printing: ended - ready, pages: documents[0].pages }),
);
