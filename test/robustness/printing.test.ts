/** What a page may do while it is printed: move for ever, hold far too much, or bring styles of its own; every slide is a page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/output/browser/find-browser.js';
import { browserFlags } from '../../src/output/browser/flags.js';
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

const nodes = process.env.LECTERN_FULL === '1' ? 100_000 : 500;
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
  ])('%s is a page like any other', async (_, body) => {
    const deckPath = path.join(folder, 'deck.md');
    await writeFile(deckPath, `::slide{fit=none}\n\n# One\n\n${body}\n\n---\n\n# Two\n`);
    await print([{ name: 'deck', path: deckPath }], {
      out: folder,
      browser: process.env.LECTERN_BROWSER,
      shipped: await shippedFiles(),
    });
    const { pages } = await readPdf(path.join(folder, 'deck', 'slides.pdf'));
    expect(pages.map(String)).toEqual(['960,540', '960,540']);
  });
});
