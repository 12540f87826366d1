/** Every rule of what a slide shows: a deck that breaks it gives its message at the element's line, and a deck beside it gives none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { layoutRules } from '../../src/diagnostics/rules-layout.js';
import { type DeckMeasurer, openMeasurer } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { shippedFiles } from '../support.js';

let measurer: DeckMeasurer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-check-'));
  measurer = await openMeasurer({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(async () => {
  await measurer.close();
  await rm(folder, { recursive: true, force: true });
});

/** A picture of 2 × 2 pixels. */
const pixels =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxAADCBIAESMBA4ko0y0AAAAASUVORK5CYII=';

const word = 'Donaudampfschifffahrtsgesellschaftskapitaen';
const broken: Record<string, { body: string; line: number; says: string }> = {
  'slide-overflow': { body: 'page\n\n'.repeat(20), line: 0, says: 'px of content below the slide' },
  'text-clipped': {
    body: '<div style="height: 40px; overflow: hidden">\n\nOne line.\n\nAnother line.\n\n</div>',
    line: 9,
    says: 'outside of its box',
  },
  'text-overlap': {
    body: 'One line of text.\n\n<p style="margin-top: -50px">Another line</p>',
    line: 7,
    says: '“Another line” over “One line of text.”',
  },
  'text-small': {
    body: 'Fine.\n\n<p style="font-size: 11px">Too small</p>',
    line: 7,
    says: 'text of 11 px, expected at least 16',
  },
  'image-upscaled': { body: '![A red square](small.png){width=200}', line: 5, says: '2 × 2 pixels' },
  'font-missing-glyph': { body: 'Up\n\nA Cyrillic letter: Ж', line: 7, says: '`Ж` (U+0416)' },
  'word-broken': {
    body: `<div style="width: 200px">\n\n${word}\n\n</div>`,
    line: 7,
    says: `inside the word “${word}”`,
  },
  'title-widow': { body: 'Text', line: 3, says: 'last line is' },
};

it('has a case for each rule', () => {
  expect(Object.keys(broken).sort()).toEqual(Object.keys(layoutRules).sort());
});

it.each(Object.entries(broken))('says %s, once and at its line', async (rule, { body, line, says }) => {
  const title = rule === 'title-widow' ? 'Short <br>Typography' : 'Short';
  const messages = await check(`## ${title}\n\n${rule === 'title-widow' ? body : `Before.\n\n${body}`}\n`);
  const said = messages.filter(({ ruleId }) => ruleId === rule);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule]);
  expect(said[0]?.reason).toContain(says);
  if (line > 0) expect(said[0]?.line).toBeGreaterThanOrEqual(line - 4);
});

it('says nothing of hidden helpers and of what is meant', async () => {
  const body = [
    'Text[^1] with `code` and $x^2$ and <span class="visually-hidden">hidden words</span>.',
    '$$\\frac{a}{b}$$',
    '- well-known and state-of-the-art\n- 5 × 3 – “quoted”',
    '| A | B |\n| --- | --: |\n| one | 1 |',
    '[^1]: A note.',
  ];
  expect(await check(`## Fine\n\n${body.join('\n\n')}\n`)).toEqual([]);
});

it('measures after the steps, too, where they lay out a slide otherwise', async () => {
  const wide = 'page '.repeat(30).trim();
  const slide = (effect: string) =>
    `## Fine\n\n:::steps{effect=${effect}}\n\n- <span style="white-space: nowrap; display: block">${wide.slice(0, 95)}</span>\n\n:::\n`;
  expect((await check(slide('dim'))).map(String)).toEqual([]);
  expect((await check(slide('grow'))).map(({ ruleId }) => ruleId)).toEqual(['slide-overflow']);
});

async function check(text: string) {
  await writeFile(path.join(folder, 'small.png'), Buffer.from(pixels, 'base64'));
  const deckPath = path.join(folder, 'deck.md');
  // What the fitting would mend is what is looked for here.
  await writeFile(deckPath, `---\nfit: none\n---\n\n${text}`);
  const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
  placeAssets(deck, sources);
  const before = deck.file.messages.length;
  await measurer.measure(deck, sources);
  return deck.file.messages.slice(before);
}
