/** What tests share: compiling a text or a folder with the package's files, and where things are. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { compileTree, type DeckTree, placeAssets } from '../src/compile.js';
import type { ConfigInput } from '../src/config/config.js';
import { formatMessages } from '../src/diagnostics/format.js';
import { loadDeck } from '../src/output/load.js';
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

/** Compile a deck on the disk as far as slides with their assets placed. */
export async function compileFile(deckPath: string, config: ConfigInput = {}): Promise<DeckTree> {
  const { deck, sources } = await loadDeck(deckPath, config, await shippedFiles());
  placeAssets(deck, sources);
  return deck;
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
