/** Every rule of what a slide shows: a deck that breaks it gives its message at the element's line, and a deck beside it gives none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { type Rule, rules } from '../../src/diagnostics/rules.js';
import { type DeckMeasurer, type MeasureOptions, openMeasurer } from '../../src/output/check/measure-deck.js';
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
  'target-small': {
    body: '<p style="font-size: 16px; line-height: 18px"><a href="#short">One</a><br><a href="#short">Two</a></p>',
    line: 7,
    says: 'close to another',
  },
  'colour-alone': {
    body: 'What is <span style="color: #8a2020">red</span> has failed.',
    line: 7,
    says: 'only mark of “red”',
  },
  'motion-endless': {
    body: '<style>\n@keyframes blink { to { opacity: 0.5 } }\n.blink { animation: blink 1s infinite }\n</style>\n\n<p class="blink">Look</p>',
    line: 12,
    says: 'without an end',
  },
};

/** They need a deck, or time, of their own. */
const elsewhere = ['slide-hangs', 'font-unloaded', 'text-over-picture', 'fit-needless'];

it('has a case for each rule', () => {
  const measured = Object.entries<Rule>(rules).filter(([, { stage }]) => stage === 'browser');
  const cases = [...Object.keys(broken), ...elsewhere];
  expect(cases.sort()).toEqual(measured.map(([id]) => id).sort());
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

/** One light and one dark half, side by side. */
const halves =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 72"><rect width="128" height="72" fill="#fff"/><rect x="64" width="64" height="72" fill="#000"/></svg>';

it.each([
  [
    'a text over the foot',
    '<p style="position: absolute; bottom: 20px">Words</p>',
    'px of content below the slide',
  ],
  [
    'a text over the header',
    '<p style="position: absolute; top: 15px">Words</p>',
    'px of content above the slide',
  ],
  [
    'a picture over the foot',
    '<img src="halves.svg" alt="" style="position: absolute; bottom: 20px; width: 100px">',
    'px of content below the slide',
  ],
  [
    'a picture over the header',
    '<img src="halves.svg" alt="" style="position: absolute; top: 15px; width: 100px">',
    'px of content above the slide',
  ],
  [
    'a title over words of the header',
    '<style>\n.slide-title { margin-top: -40px }\n</style>',
    '“The header” over “Short”',
  ],
  [
    'a title over the logo',
    '<style>\n.slide-title { margin-top: -40px; padding-left: 1050px; max-width: none; white-space: nowrap }\n</style>',
    'text over the slide’s header: “Short”',
  ],
  ['neither', '<p style="position: absolute; bottom: 120px">Words</p>', ''],
])('says what stands under header and foot: %s', async (_, body, says) => {
  await writeFile(path.join(folder, 'halves.svg'), halves);
  const keys = 'header: The header\nlogo: halves.svg\nfooter: The footer\nprogress: sections';
  const messages = await check(`## Short\n\n${body}\n`, { keys });
  // A picture that has no room is a ground for letters too.
  const placed = messages.filter(({ ruleId }) => ruleId !== 'text-over-picture');
  expect(placed.map(({ reason }) => reason)).toEqual(says === '' ? [] : [expect.stringContaining(says)]);
});

/** So many lines of text, closer than anybody can know who has not drawn them. */
const lines = (count: number, style: string) =>
  `<style>\n.slide-body p { ${style} }\n</style>\n\n${'page\n\n'.repeat(count)}`;
const close = 'margin: 0; line-height: 1.1';

it.each([
  ['fit: auto', lines(11, close), 'at 95 % of its size, expected 100 %'],
  ['fit: auto', lines(15, close), 'in 2 parts, expected one'],
  ['fit: split', lines(11, close), 'in 2 parts, expected one'],
  ['fit: auto', lines(11, ''), ''],
  ['fit: auto', lines(15, ''), ''],
  ['fit: split', lines(11, ''), ''],
  ['fit: split', lines(20, close), ''],
])('holds the estimate of %s against what is drawn (%#)', async (fit, body, says) => {
  const messages = await check(`## Short\n\n${body}`, { fit });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(says === '' ? [] : ['fit-needless']);
  expect(messages[0]?.reason ?? '').toContain(says);
});

it.each([
  ['a background', '::slide{background=halves.svg}', ''],
  [
    'a picture',
    '',
    '<img src="halves.svg" alt="" style="position: absolute; top: 150px; left: 80px; width: 800px">',
  ],
])('measures text on %s where its letters are', async (_, background, picture) => {
  await writeFile(path.join(folder, 'halves.svg'), halves);
  const at = (place: string, colour: string, words: string) =>
    `<p style="position: absolute; ${place}; color: ${colour}; font-size: 20px">${words}</p>`;
  const body = [
    at('top: 300px; left: 100px', 'black', 'Black'),
    at('top: 300px; left: 700px', 'white', 'White'),
    at('top: 400px; left: 700px', 'rgb(255 255 255 / 30%)', 'Hardly white'),
  ];
  const title = '## Two halves {.visually-hidden}';
  const messages = await check(`${[background, title, picture, ...body].join('\n\n')}\n`);
  // The number of the slide stands on black too.
  const weak = messages.filter(({ note }) => !note?.includes('“1 / 1”'));
  expect(weak.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual(['text-over-picture 16']);
  expect(weak[0]?.note).toContain('“Hardly white” has 2.');
});

it.each([
  ['links in a line of text', 'Read <a href="#fine">one</a> and <a href="#fine">two</a> of them.'],
  [
    'links with room around',
    '<p style="font-size: 16px; line-height: 40px"><a href="#fine">One</a><br><a href="#fine">Two</a></p>',
  ],
  ['a colour with weight', 'What is <strong style="color: #8a2020">red</strong> has failed.'],
  ['a whole paragraph in a colour', '<p style="color: #8a2020">All of it.</p>'],
  [
    'one colour, more or less of it there',
    '<span style="color: #000000">Words <span style="color: rgba(0, 0, 0, 0.7)">fainter</span></span>',
  ],
  ['a subject in its colour', 'Here is <span class="subject-1">Keras</span> again.'],
  [
    'what moves for a moment',
    '<style>\n@keyframes in { from { opacity: 0 } }\n.in { animation: in 1s }\n</style>\n\n<p class="in">Look</p>',
  ],
])('leaves alone %s', async (_, body) => {
  expect((await check(`## Fine\n\n${body}\n`)).map(String)).toEqual([]);
});

it('names a font that does not load, once, where it is first used', async () => {
  await writeFile(path.join(folder, 'lost.woff2'), 'wOF2 and nothing more');
  await writeFile(path.join(folder, 'house.yaml'), 'fonts:\n  text: lost.woff2\n');
  const messages = await check('## One\n\nText.\n\n---\n\n## Two\n\nText.\n', { keys: 'brand: house.yaml' });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['font-unloaded']);
  expect(messages[0]?.line).toBeLessThan(9);
});

it.skipIf(process.env.LECTERN_FULL !== '1')(
  'names a slide that the browser does not get done with, and looks at the others (only with LECTERN_FULL=1)',
  async () => {
    // Minutes of work for every look at it, and little memory.
    const layers = Array.from({ length: 400 }, (_, index) => index);
    const noise = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="500"><filter id="noise" x="0" y="0" width="1" height="1">
${layers.map((seed) => `<feTurbulence baseFrequency="0.9" numOctaves="255" seed="${seed}" result="n${seed}"/>`).join('')}
<feMerge>${layers.map((seed) => `<feMergeNode in="n${seed}"/>`).join('')}</feMerge></filter>
<rect width="1200" height="500" filter="url(#noise)"/></svg>`;
    await writeFile(path.join(folder, 'noise.svg'), noise);
    const text =
      '## One\n\nText.\n\n---\n\n## Two\n\n![Noise](noise.svg)\n\n---\n\n## Three\n\n<p style="font-size: 11px">Too small</p>\n';
    const messages = await check(text, { timeoutMs: 40_000, show: () => {} });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['slide-hangs', 'text-small']);
    expect(messages[0]?.reason).toContain('#two');
  },
  300_000,
);

it('measures after the steps, too, where they lay out a slide otherwise', async () => {
  const wide = 'page '.repeat(30).trim();
  const slide = (effect: string) =>
    `## Fine\n\n:::steps{effect=${effect}}\n\n- <span style="white-space: nowrap; display: block">${wide.slice(0, 95)}</span>\n\n:::\n`;
  expect((await check(slide('dim'))).map(String)).toEqual([]);
  expect((await check(slide('grow'))).map(({ ruleId }) => ruleId)).toEqual(['slide-overflow']);
});

it('measures after a step in the middle, when all is well again after the last one', async () => {
  const style = `<style>
li.fragment { font-size: 20px }
li.fragment.visible { font-size: 200px }
li.fragment.visible:has(~ li.visible) { font-size: 20px }
li.fragment:last-child.visible { font-size: 20px }
</style>`;
  const steps = (count: number) => `:::steps\n\n${'- Long words here\n'.repeat(count)}\n:::\n`;
  const slide = (count: number) => `## Fine\n\n${style}\n\n${steps(count)}`;
  expect((await check(slide(1))).map(String)).toEqual([]);
  expect((await check(slide(3))).map(({ ruleId }) => ruleId)).toEqual(['slide-overflow']);
});

interface Wish extends MeasureOptions {
  readonly keys?: string;
  readonly fit?: string;
}

/** What the fitting would mend is what is looked for here, unless something else is said. */
async function check(text: string, { keys = '', fit = 'fit: none', ...how }: Wish = {}) {
  await writeFile(path.join(folder, 'small.png'), Buffer.from(pixels, 'base64'));
  const deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, `---\n${fit}\n${keys}\n---\n\n${text}`);
  const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
  placeAssets(deck, sources);
  const before = deck.file.messages.length;
  await measurer.measure(deck, sources, how);
  return deck.file.messages.slice(before);
}
