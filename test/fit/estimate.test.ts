/** The estimates of the fit held against a real browser: close for nearly all slides, never much too low. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../browser/stage.js';
import { fixtureNames, fixturesFolder, projectFolder } from '../support.js';
import { type Comparison, compareDeck } from './estimates.js';

/** Decks that test their own styles, or media whose size only a player knows. */
const unknowable = ['styles', 'deck-css', 'media', 'embeds', 'raw-html', 'html'];
const few = [
  'gfm',
  'steps',
  'columns',
  'callouts',
  'code',
  'code-lines',
  'code-sizes',
  'footnotes',
  'images',
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const fixtures = (process.env.LECTERN_FULL ? fixtureNames : few).filter((name) => !unknowable.includes(name));
const decks = [
  ...fixtures.map((name) => path.join(fixturesFolder, name, 'input.md')),
  ...['keras-vs-pytorch', 'tour'].map((name) => path.join(projectFolder, 'slides', name, 'deck.md')),
];

test.each([1, 0.8])('estimates at a fit of %d are those of the browser', async (fit) => {
  const all: Comparison[] = [];
  for (const deck of decks) all.push(...(await compareDeck(deck, stage.browser, fit)));
  const known = all.filter(
    ({ id, layout, estimated }) =>
      !layout.startsWith('image') && id !== 'styled' && Number.isFinite(estimated.need),
  );
  const off = known.map(({ id, estimated, measured }) => ({
    id,
    by: estimated.need - measured.need,
    share: Math.abs(estimated.need - measured.need) / Math.max(1, measured.need),
  }));
  const shareOf = (isClose: (one: (typeof off)[number]) => boolean) =>
    off.filter(isClose).length / off.length;
  expect(known.length).toBeGreaterThan(40);
  // Too little by more than a part of a line, or of a page of many pictures, would let something be cut.
  expect(off.filter(({ by, share }) => by < -14 && share > 0.02)).toEqual([]);
  // Among all fixtures are decks of mistakes, whose text stays as it was written.
  expect(shareOf(({ by }) => Math.abs(by) <= 2)).toBeGreaterThan(process.env.LECTERN_FULL ? 0.87 : 0.93);
  expect(shareOf(({ share }) => share <= 0.05)).toBeGreaterThan(process.env.LECTERN_FULL ? 0.87 : 0.96);
});
