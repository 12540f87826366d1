/** What a page may do while it is printed: move for ever, hold far too much, or bring styles of its own; every slide is a page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/output/browser/find-browser.js';
import { browserFlags } from '../../src/output/browser/flags.js';
import { openMeasurer } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { print } from '../../src/output/print.js';
import { readPdf } from '../print/read-pdf.js';
import { shippedFiles } from '../support.js';

const found = await findBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env }).catch(
  () => undefined,
);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-printing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('124, 125: the sandbox is off only when asked, and a small /dev/shm is not used', () => {
  const flags = (sandbox: boolean) => browserFlags({ profile: 'x', shell: true, sandbox });
  expect(flags(true)).not.toContain('--no-sandbox');
  expect(flags(false)).toContain('--no-sandbox');
  expect(flags(true)).toContain('--disable-dev-shm-usage');
});

const full = process.env.LECTERN_FULL === '1';
/** Chromium tags inline elements of one paragraph in quadratic time: 5,000 take it twenty seconds on an idle machine. */
const nodes = full ? 5000 : 500;
const slides = full ? 5000 : 250;
/** A family in many parts, as those of Chinese are. */
const faces = Array.from(
  { length: 525 },
  (_, index) =>
    `@font-face{font-family:Far;src:url(https://example.org/${index}.woff2);unicode-range:U+${(0x4e00 + index).toString(16)}}`,
);
const longWait = 900_000;
describe.skipIf(found === undefined)('printed (skipped where there is no browser)', () => {
  test.each([
    [
      '126: what moves without end',
      '<style>@keyframes a{to{opacity:0}} p{animation:a 1s infinite}</style>\n\nwords',
    ],
    [`128: a slide of ${nodes} elements`, `<p>${'<i>a</i> '.repeat(nodes)}</p>`],
    [
      '133: a margin of the body',
      '<style>body, html{margin:80px} section{margin:50px; padding:50px}</style>\n\nwords',
    ],
    [
      '131: a font that never loads, in 525 faces',
      `<style>\n${faces.join('\n')}\np{font-family:Far}\n</style>\n\n一丁丂七 words`,
    ],
  ])(
    '%s is a page like any other',
    async (_, body) => {
      const { pages } = await printText(`::slide{fit=none}\n\n# One\n\n${body}\n\n---\n\n# Two\n`);
      expect(pages.map(String)).toEqual(['960,540', '960,540']);
    },
    longWait,
  );

  test.skipIf(!full)(
    '128: what takes too long is ended in time, with a typed error, and the next deck is printed (in full only)',
    async () => {
      const started = performance.now();
      const large = printText(`::slide{fit=none}\n\n# One\n\n<p>${'<i>a</i> '.repeat(50_000)}</p>`, 20_000);
      await expect(large).rejects.toMatchObject({ code: 'browser-timeout' });
      expect(performance.now() - started).toBeLessThan(200_000);
      expect((await printText('# Two\n')).pages).toHaveLength(1);
    },
    longWait,
  );

  test(
    `127: a deck of ${slides} slides has as many pages`,
    async () => {
      const text = Array.from({ length: slides }, (_, index) => `## Slide ${index}\n\n- a\n- b`);
      const { pages } = await printText(text.join('\n\n---\n\n'));
      expect(pages).toHaveLength(slides);
    },
    longWait,
  );

  test('130: characters that no font has are named with their slide, and their words are printed', async () => {
    const { pages, messages } = await checkText('# One\n\n日本語 words\n\n---\n\n## Two\n\nكتاب and 🦄\n');
    const missing = messages.filter(({ ruleId }) => ruleId === 'font-missing-glyph');
    // A block is named once, with all that it lacks.
    expect(missing.map(({ line }) => line)).toEqual([3, 9]);
    expect(missing.map(({ reason }) => /`.`/u.test(reason))).toEqual([true, true]);
    expect(pages).toHaveLength(2);
  });
});

async function printText(text: string, timeout = longWait) {
  const deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, text);
  const [printed] = await print([{ name: 'deck', path: deckPath }], {
    out: folder,
    browser: process.env.LECTERN_BROWSER,
    shipped: await shippedFiles(),
    timeout,
  });
  const { pages } = await readPdf(path.join(folder, 'deck', 'slides.pdf'));
  return { pages, deckPath, printed };
}

/** Print a text, and measure it as `lectern check` does. */
async function checkText(text: string) {
  const { pages, deckPath } = await printText(text);
  const measurer = await openMeasurer({ choice: process.env.LECTERN_BROWSER, env: process.env });
  try {
    const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
    await measurer.measure(deck, sources);
    return { pages, messages: deck.file.messages };
  } finally {
    await measurer.close();
  }
}
