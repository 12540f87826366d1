/** What the check says of a corpus of decks, beside what pixels say (`pixels.ts`): which slide overflows, by how much, and none that does not. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import type { Medium } from '../../src/output/check/report-findings.js';
import { loadDeck } from '../../src/output/load.js';
import { projectFolder, shippedFiles } from '../support.js';
import { readPixels } from './pixels.js';

const folder = path.join(projectFolder, 'test', 'check', 'decks');
/** A share in the short form: a deck takes a second or two. */
const isFull = process.env.LECTERN_FULL === '1';
const step = isFull ? 1 : 16;
const media: readonly Medium[] = isFull ? ['screen', 'print'] : ['screen'];
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();

let running: RunningBrowser;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(() => running.close());

it('has decks of both kinds', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(names.filter((name) => name.startsWith('overflow-')).length).toBeGreaterThan(30);
  expect(names.filter((name) => !/^(fits|overflow)-/.test(name))).toEqual([]);
});

describe('overflow, beside pixels', () => {
  const sample = names.filter((_name, index) => index % step === 0);
  it.each(sample)('%s', compareWithPixels);

  async function compareWithPixels(name: string): Promise<void> {
    const { deck, sources } = await loadDeck(path.join(folder, name), {}, await shippedFiles());
    placeAssets(deck, sources);
    await measureDeck(deck, sources, running.browser);
    const said = deck.file.messages.filter(({ ruleId }) => ruleId === 'slide-overflow');
    expect({ name, overflows: said.length > 0 }).toEqual({ name, overflows: name.startsWith('overflow-') });
    for (const medium of media) {
      const truth = await readTruth(medium);
      expect({ medium, overflows: truth > 2 }).toEqual({ medium, overflows: said.length > 0 });
      if (said.length > 0) expect(Math.abs(Number(said[0]?.actual) - truth)).toBeLessThanOrEqual(2);
    }

    async function readTruth(medium: Medium): Promise<number> {
      const slides = await readPixels(deck, sources, running.browser, medium);
      return Math.max(...slides.map(({ beyond }) => beyond));
    }
  }
});

/** Slides of a deck, each a line longer than the one before. */
const grown: Record<string, (index: number) => string> = {
  list: (index) => `- A gypsy page ${index}`,
  text: (index) => `A gypsy page ${index}\n`,
  ordered: (index) => `${index}. A gypsy page ${index}`,
  cjk: (index) => `- これはページです ${index}gy`,
  nested: (index) => `${index % 3 === 0 ? '' : '  '}- A gypsy page ${index}`,
};

describe('decks that grow line by line', () => {
  it.each(Object.keys(grown).slice(0, isFull ? undefined : 1))('%s', async (kind) => {
    const line = grown[kind] ?? String;
    const slides = Array.from({ length: 8 }, (_, index) => {
      const lines = Array.from({ length: 8 + index }, (_item, at) => line(at));
      return `## Grown ${index}\n\n${lines.join('\n')}\n`;
    });
    const text = `---\nfit: none\n---\n\n${slides.join('\n---\n\n')}`;
    const bytes = Buffer.from(text);
    const { deck, sources } = await loadDeck(`${kind}.md`, { bytes }, await shippedFiles());
    placeAssets(deck, sources);
    const truth = await readPixels(deck, sources, running.browser, 'screen', { verdictOnly: true });
    await measureDeck(deck, sources, running.browser);
    const said = deck.file.messages.filter(({ ruleId }) => ruleId === 'slide-overflow');
    const lineOf = new Map(deck.file.data.slides?.map(({ id, line: at }) => [id, at]));
    const overflowing = truth.filter(({ beyond }) => beyond > 2).map(({ id }) => id);
    // Some do and some do not, and the message stands at a line of its slide.
    expect(overflowing.length).toBeGreaterThan(0);
    expect(overflowing.length).toBeLessThan(slides.length);
    const named = said.map(({ line: at }) => [...lineOf].findLast(([, begins]) => begins <= (at ?? 0))?.[0]);
    expect(named).toEqual(overflowing);
    // The first slide that is too long by a line is said at this line.
    const hidden = text.split('\n')[(said[0]?.line ?? 0) - 1];
    expect(hidden).toContain(line(8 + truth.findIndex(({ beyond }) => beyond > 2) - 1).trim());
  });
});
