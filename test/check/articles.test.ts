/** Plain articles with `slide-level: 2` in a browser: nothing of them stands beyond its slide. The articles lie outside of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { decodeText } from '../../src/deck/decode-text.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { projectFolder, shippedFiles } from '../support.js';

const shared = path.join(projectFolder, '..', 'shared', 'decks', 'article');
const own = path.join(projectFolder, 'test', 'fixtures', 'article', 'input.md');
const articles = [
  own,
  ...(existsSync(shared) ? globSync('**/*.md', { cwd: shared, absolute: true }).sort() : []),
];

let running: RunningBrowser;
let folder: string;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-articles-'));
});

afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(articles)('%s stands on its slides', async (article) => {
  const copy = path.join(folder, String(articles.indexOf(article)));
  await cp(path.dirname(article), copy, { recursive: true });
  const { text } = decodeText(readFileSync(article));
  const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
  const deckPath = path.join(copy, 'deck.md');
  await rm(deckPath, { force: true });
  await writeFile(deckPath, `---\nslide-level: 2\n---\n\n${body}`);
  const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
  placeAssets(deck, sources);
  await measureDeck(deck, sources, running.browser);
  const beyond = deck.file.messages.filter(({ ruleId }) =>
    ['slide-overflow', 'text-clipped', 'text-overlap', 'text-small'].includes(ruleId ?? ''),
  );
  expect(beyond.map(String)).toEqual([]);
});
