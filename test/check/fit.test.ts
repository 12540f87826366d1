/** After fitting, of decks made by chance and of those of the corpus: a slide whose content is cut is named, on screen and in print. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { projectFolder, shippedFiles } from '../support.js';
import { readPixels } from './pixels.js';

const isFull = process.env.LECTERN_FULL === '1';
const folder = path.join(projectFolder, 'test', 'check', 'decks');
const corpus = readdirSync(folder).filter((name) => name.startsWith('overflow-'));

let running: RunningBrowser;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(() => running.close());

const word = fc.constantFrom(
  'page',
  'gypsy',
  'typography',
  'jumping',
  'a',
  'of',
  'ページ',
  '**bold**',
  '`code`',
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const list = (mark: string) =>
  fc
    .array(words(14), { minLength: 1, maxLength: 16 })
    .map((all) => all.map((one) => `${mark} ${one}`).join('\n'));
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), words(6))
  .map(([columns, rows, text]) => {
    const row = (cell: string) => `| ${Array.from({ length: columns }, () => cell).join(' | ')} |`;
    return [row('Head'), row('---'), ...Array.from({ length: rows }, () => row(text))].join('\n');
  });
const code = fc
  .array(words(8), { minLength: 1, maxLength: 22 })
  .map((lines) => ['```js', ...lines.map((line) => line.replaceAll('`', '')), '```'].join('\n'));
const timeline = fc
  .array(words(5), { minLength: 1, maxLength: 14 })
  .map((all) =>
    [':::timeline[Years]', '', ...all.map((one, at) => `- **${2000 + at}** ${one}`), '', ':::'].join('\n'),
  );
const block = fc.oneof(words(60), list('-'), list('1.'), table, code, timeline);
const slide = fc
  .tuple(words(9), fc.array(block, { minLength: 1, maxLength: 3 }))
  .map(([title, blocks]) => [`## ${title}`, ...blocks].join('\n\n'));
const decks = fc
  .array(slide, { minLength: 1, maxLength: isFull ? 2 : 1 })
  .map((slides) => slides.join('\n\n---\n\n'));

it('cuts nothing of random decks without a word', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(decks, (text) => expectNamed(text, 'random.md')),
    {
      numRuns: isFull ? 300 : 10,
      ...(!isFull && { seed: 7 }),
    },
  );
});

it.each(corpus.slice(0, isFull ? undefined : 3))('%s', async (name) => {
  await expectNamed(readFileSync(path.join(folder, name), 'utf8').replace('fit: none', 'fit: auto'), name);
});

async function expectNamed(text: string, name: string): Promise<void> {
  const deckPath = path.join(folder, name);
  const { deck, sources } = await loadDeck(deckPath, { bytes: Buffer.from(text) }, await shippedFiles());
  placeAssets(deck, sources);
  await measureDeck(deck, sources, running.browser);
  const said = deck.file.messages.filter(({ ruleId }) =>
    /^(?:slide-overflow|text-clipped)$/.test(ruleId ?? ''),
  );
  for (const medium of isFull ? (['screen', 'print'] as const) : (['screen'] as const)) {
    const truth = await readPixels(deck, sources, running.browser, medium, { verdictOnly: true });
    const cut = truth.filter(
      ({ beyond, id }) => beyond > 2 && !said.some(({ note }) => note?.includes(`#${id}\``)),
    );
    expect({ medium, cut }).toEqual({ medium, cut: [] });
  }
}
