/** What axe is asked by `check --all`: every view of a deck that keeps somebody out is named, and a deck that keeps nobody out says nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { findBarriers } from '../../src/output/check/find-barriers.js';
import { markLines } from '../../src/output/check/mark-lines.js';
import { type DeckMeasurer, openMeasurer } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { shippedFiles } from '../support.js';

let running: RunningBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-barriers-'));
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const deck = `## One

Words of the first slide.

:::steps

- A point

:::

:::notes

Words for the speaker.

:::

:::handout

Words to read later.[^1]

:::

---

## Two

- Words with [a link](#one) and a note.[^1]

[^1]: What it says.
`;

const pale = 'color: #cccccc !important';
/** A step that is done moves nothing else on its slide. */
const blinking =
  '@keyframes blink { to { opacity: 0.99 } } .fragment.visible { animation: blink 1s infinite }';

const views: [view: string, css: string, slide: string, says: string][] = [
  ['the slides', `.slide-body p { ${pale} }`, 'one', 'Words of the first slide.'],
  ['a step that is done', `.fragment.visible { ${pale} }`, 'one', 'A point'],
  ['the overview', `.overview .slide-body p { ${pale} }`, 'one', 'Words of the first slide.'],
  ['the speaker window', '.speaker-notes * { color: #333333 !important }', '', 'Words for the speaker.'],
  ['printed slides', `.print-slides .slide-body p { ${pale} }`, 'one', 'Words of the first slide.'],
  ['printed notes', `.print-notes .sheet-text p { ${pale} }`, '', 'Words for the speaker.'],
  ['the handout', `.print-handout .sheet-text p { ${pale} }`, '', 'Words to read later.'],
];

it.each(views)('finds what is wrong in %s alone', async (_, css, slide, says) => {
  const found = await ask(css);
  expect(found.map(({ what }) => what)).toContain('color-contrast');
  expect(new Set(found.map(({ rule, slide: id }) => `${rule} ${id}`))).toEqual(
    new Set([`access-barrier ${slide}`]),
  );
  expect(found.some(({ hidden }) => hidden.includes(says))).toBe(true);
});

it('finds nothing where nothing is wrong', async () => {
  expect(await ask('')).toEqual([]);
});

it('looks at every step, and asks, only when all is asked for, and says the line', async () => {
  const measurer: DeckMeasurer = await openMeasurer({
    choice: process.env.LECTERN_BROWSER,
    env: process.env,
  });
  const say = async (all: boolean) => {
    const loaded = await load(`.slide-body p { ${pale} } ${blinking}`);
    await measurer.measure(loaded.deck, loaded.sources, { all });
    return loaded.deck.file.messages.map(({ line, ruleId }) => `${line} ${ruleId}`);
  };
  try {
    expect(await say(false)).toEqual([]);
    expect(await say(true)).toEqual(['11 motion-endless', '7 access-barrier']);
  } finally {
    await measurer.close();
  }
});

async function ask(css: string) {
  const loaded = await load(css);
  return findBarriers(
    { ...loaded, deck: markLines(loaded.deck) },
    { browser: running.browser, timeoutMs: 120_000 },
  );
}

/** What an author writes reaches slides alone: what is wrong in one view stands in the styles of all. */
async function load(css: string) {
  const shipped = new Map(await shippedFiles());
  const base = 'lectern:base.css';
  shipped.set(base, Buffer.concat([shipped.get(base) ?? Buffer.alloc(0), Buffer.from(css)]));
  const deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, `---\nlang: en\n---\n\n${deck}`);
  const loaded = await loadDeck(deckPath, {}, shipped);
  placeAssets(loaded.deck, loaded.sources);
  return loaded;
}
