/** Cures are found by trying them: the note names those that work, and no other; each is tried here once more, as an author would. */

import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { makeFolder } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

let running: RunningBrowser;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(() => running.close());

const list = (count: number) =>
  Array.from({ length: count }, (_, index) => `- point ${index + 1}`).join('\n');
const none = '---\nfit: none\n---\n\n';

it('names the policy and the line that make a slide fit', async () => {
  const text = `${none}## Long\n\n${list(14)}\n\n---\n\n## Longer\n\n${list(40)}\n\n---\n\n## Fine\n\nText.\n`;
  const [long = '', longer = '', ...rest] = await readNotes(text);
  expect(rest).toEqual([]);
  expect(long).toMatch(/It fits with `::slide\{fit=shrink\}`, or with `---` before line \d+\.$/);
  expect(longer).toMatch(
    /It fits with `::slide\{fit=split\}` \(on \d slides\), or with `---` before line \d+, \d+ and \d+\.$/,
  );
  expect(await readNotes(cutAt(text, [...readLines(long), ...readLines(longer)]))).toEqual([]);
});

it('names none where none helps', async () => {
  const [note] = await readNotes(`${none}## Tall\n\n<p style="margin-top: 900px">Low</p>\n`);
  expect(note).toContain('Neither a smaller size nor');
});

it('is not misled by files that are included, nor says of their slides what it cannot know', async () => {
  const text = `${none}## Long\n\n${list(14)}\n\n---\n\n::include{src="part.md"}\n`;
  const [long = '', included = '', ...rest] = await readNotes(text, {
    'part.md': `## Other\n\n${list(40)}\n`,
  });
  expect(rest).toEqual([]);
  expect(long).toMatch(/It fits with `::slide\{fit=shrink\}`, or with `---` before line \d+\.$/);
  expect(included).toMatch(/It fits with `::slide\{fit=split\}` \(on \d slides\)\.$/);
});

it('makes a comparison smaller', async () => {
  const rows = Array.from({ length: 11 }, (_, index) => `| Row ${index} | yes | no |`).join('\n');
  const text = `${none}## Many rows\n\n:::comparison[Rows]\n\n| Row | Keras | PyTorch |\n| :-- | :-- | :-- |\n${rows}\n\n:::\n`;
  const [note = ''] = await readNotes(text);
  expect(note).toContain('`{.compact}` on its comparison');
  expect(await readNotes(text.replace('[Rows]', '[Rows]{.compact}'))).toEqual([]);
});

it('looks at a deck four times more at most', async () => {
  let looks = 0;
  const slides = Array.from({ length: 6 }, (_, index) => `## Slide ${index}\n\n${list(60)}\n`);
  await readNotes(`${none}${slides.join('\n---\n\n')}`, {}, () => looks++);
  expect(looks).toBe(4);
});

function readLines(note: string): number[] {
  return [...(note.split('before line')[1] ?? '').matchAll(/\d+/g)].map(([line]) => Number(line));
}

function cutAt(text: string, lines: readonly number[]): string {
  return text
    .split('\n')
    .flatMap((line, index) => (lines.includes(index + 1) ? ['', '---', '', line] : [line]))
    .join('\n');
}

/** The notes of what overflows. */
async function readNotes(
  text: string,
  beside: Readonly<Record<string, string>> = {},
  onRecompile: () => void = () => {},
): Promise<string[]> {
  const shipped = await shippedFiles();
  const bytes = Buffer.from(text);
  const deckPath = path.join(makeFolder(beside), 'deck.md');
  const { deck } = await checkDeck(
    deckPath,
    {
      bytes,
      measurer: {
        measure: (tree, sources) =>
          measureDeck(tree, sources, running.browser, {
            recompile: async (change) => {
              onRecompile();
              const changed = await loadDeck(deckPath, { bytes, ...change }, shipped);
              placeAssets(changed.deck, changed.sources);
              return changed;
            },
          }),
        close: async () => {},
      },
    },
    shipped,
  );
  return deck.file.messages.filter(({ ruleId }) => ruleId === 'slide-overflow').map(({ note }) => note ?? '');
}
