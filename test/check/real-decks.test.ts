/** Decks of other people, in other dialects: the check ends on each, and what it says of overflow is what pixels say. They lie outside of the project. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import { projectFolder, shippedFiles } from '../support.js';
import { readPixels } from './pixels.js';

const folder = path.join(projectFolder, '..', 'shared', 'decks');
const decks = existsSync(folder)
  ? globSync('**/*.{md,qmd,Rmd}', { cwd: folder, ignore: 'README.md' }).sort()
  : [];
/** A share in the short form: a deck of a hundred slides takes a minute. */
const isFull = process.env.LECTERN_FULL === '1';
const sample = decks.filter((_name, index) => isFull || index % 30 === 20);
/** Slides of a deck that are looked at, of those that overflow and of those that do not. */
const most = isFull ? 6 : 2;

let running: RunningBrowser;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(() => running.close());

test.skipIf(decks.length === 0)(
  `there are decks${decks.length === 0 ? ' (skipped: ../shared/decks is missing)' : ''}`,
  () => {
    expect(decks.length).toBeGreaterThanOrEqual(49);
    expect(sample.length).toBeGreaterThan(0);
  },
);

test.each(sample)('%s', { timeout: 600_000 }, async (name) => {
  const { deck, sources } = await checkDeck(
    path.join(folder, name),
    {
      measurer: {
        measure: (tree, files) => measureDeck(tree, files, running.browser),
        close: async () => {},
      },
    },
    await shippedFiles(),
  );
  const said = new Set(
    deck.file.messages
      .filter(({ ruleId, note }) => ruleId === 'slide-overflow' && !note?.startsWith('In print only'))
      .map(({ note }) => /`#([^`]+)`/.exec(note ?? '')?.[1]),
  );
  const ids = deck.file.data.slides?.map(({ id }) => id) ?? [];
  const looked = [...spread(ids.filter((id) => said.has(id))), ...spread(ids.filter((id) => !said.has(id)))];
  const truth = await readPixels(deck, sources, running.browser, 'screen', {
    verdictOnly: true,
    ids: looked,
  });
  expect(truth.filter(({ beyond }) => beyond > 2).map(({ id }) => id)).toEqual(
    truth.map(({ id }) => id).filter((id) => said.has(id)),
  );
});

/** Choose some, evenly. */
function spread(ids: readonly string[]): string[] {
  const step = Math.max(1, Math.ceil(ids.length / most));
  return ids.filter((_id, index) => index % step === 0);
}
