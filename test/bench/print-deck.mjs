/**
 * What is compared with the plain pages: `print` of the built library, told apart at the moment when deck and browser are ready.
 * Run as `node print-deck.mjs <index.js> <deck.md> <out> <phases.json>`.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [, , library, deck, out, phases] = process.argv;
const { findDecks, print } = await import(pathToFileURL(library).href);
let ready = performance.now();
let usedBefore = process.cpuUsage();
let usedByPrinting = usedBefore;
let finishingCpu = 0;
const cpuSince = (before) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const [{ documents }] = await print(await findDecks([deck], process.cwd()), {
  out,
  browser: process.env.LECTERN_BROWSER,
  timeout: 600_000,
  // Two thousand slides are more than a deck may hold unless told.
  maxSize: 8 * 1024 * 1024,
  // Said once the deck is compiled and the browser answers: what follows is printing alone.
  onProgress: (status) => {
    // Said when the browser has done its part: what follows completes the PDF.
    if (status.startsWith('finishing')) usedByPrinting = process.cpuUsage();
    if (status.startsWith('closing')) finishingCpu = cpuSince(usedByPrinting);
    if (!status.startsWith('printing')) return;
    ready = performance.now();
    usedBefore = process.cpuUsage();
  },
});
await writeFile(
  phases,
  JSON.stringify({
    pages: documents[0].pages,
    printing: performance.now() - ready,
    printingCpu: cpuSince(usedBefore),
    finishingCpu,
  }),
);
