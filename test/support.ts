/** What tests share: compiling a text or a folder with the package's files, and where things are. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll } from 'vitest';
import { compileTree, type DeckTree, placeAssets } from '../src/compile.js';
import type { ConfigInput } from '../src/config/config.js';
import { formatMessages } from '../src/diagnostics/format.js';
import { checkDeck } from '../src/output/check/check-deck.js';
import { loadPackage } from '../src/output/package-files.js';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the fixtures. */
export const fixturesFolder = path.join(projectFolder, 'test', 'fixtures');

/** Names of all fixtures. */
export const fixtureNames = readdirSync(fixturesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

let shipped: ReturnType<typeof loadPackage> | undefined;

/** The package's files, read once. */
export function shippedFiles() {
  shipped ??= loadPackage();
  return shipped;
}

const notThemes = ['base.css', 'print.css', 'screen.css'];

/** Names of the themes that the package ships. */
export const themeNames = readdirSync(path.join(projectFolder, 'themes'))
  .filter((name) => name.endsWith('.css') && !notThemes.includes(name))
  .map((name) => name.replace('.css', ''));

/** The themes that drawings are measured in: one in sans and one in serif, with `LECTERN_FULL=1` every one. */
export const measuredThemes = process.env.LECTERN_FULL ? themeNames : ['paper', 'press'];

/** A day for tests: 1 November 2026, in seconds since 1970. */
export const testToday = 1_793_491_200;

/** Compile a deck on the disk as far as slides with their assets placed, and check it as `lectern check --no-browser` does. */
export async function compileFile(deckPath: string, config: ConfigInput = {}): Promise<DeckTree> {
  const { deck } = await checkDeck(deckPath, { today: testToday, ...config }, await shippedFiles());
  return deck;
}

/** Compile a deck once for all tests of a block, and let it go after them; the function gives the compiled deck to each. */
export function compileOnce(deckPath: string): () => DeckTree {
  let deck: DeckTree | undefined;
  beforeAll(async () => {
    deck = await compileFile(deckPath);
  });
  afterAll(() => {
    deck = undefined;
  });
  return () => {
    if (!deck) throw new Error('Unexpected question, expected it in a test of the block');
    return deck;
  };
}

/** Compile a text without any files beside it. */
export async function compileText(text: string, config: ConfigInput = {}): Promise<DeckTree> {
  const deck = await compileTree(text, config);
  placeAssets(deck, await shippedFiles());
  return deck;
}

/** The slides of a deck as HTML. */
export function slidesHtml({ tree }: DeckTree): string {
  return toHtml(tree);
}

/** The messages of a deck as the command line shows them, as if the person stood in the deck's folder. */
export function messagesText({ file }: DeckTree): string {
  return formatMessages(file).replaceAll(/^test\/fixtures\/[\w-]+\//gm, '');
}
