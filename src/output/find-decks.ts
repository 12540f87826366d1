/** Takes what a person names (files, folders, globs) and leaves decks: paths, each with the name of its output folder. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.js';
import { deckName } from './load.js';

/** A deck on the disk. */
export interface DeckPath {
  /** Absolute. */
  readonly path: string;
  /** Name of its output folder, unique in this run: `deck`, or `deck/talk`. */
  readonly name: string;
  /** The talk to make of it; absent: the whole deck. */
  readonly talk?: string | undefined;
}

/** Tell a deck, and the talk that is made of it, from all others on this machine. */
export function identifyDeck(deck: DeckPath): string[] {
  return [path.resolve(deck.path), deck.talk ?? ''];
}

/**
 * Find decks. A folder stands for its `deck.md`, else for the decks of its subfolders, else for its Markdown files (not README.md).
 *
 * @throws UserError when an input leads to no deck
 */
export async function findDecks(inputs: readonly string[], cwd: string): Promise<DeckPath[]> {
  const found = await Promise.all(inputs.map((input) => findOne(input, cwd)));
  return nameDecks([...new Set(found.flat())]);
}

async function findOne(input: string, cwd: string): Promise<string[]> {
  const absolute = path.resolve(cwd, input);
  const kind = await stat(absolute).catch(() => undefined);
  if (kind?.isFile()) return [absolute];
  if (kind?.isDirectory()) return findInFolder(absolute, input);
  if (!/[*?[\]{}]/.test(input)) {
    throw new UserError(
      'deck-not-found',
      `There is no \`${input}\``,
      'Check the path; it is relative to the folder you are in.',
    );
  }
  const { glob } = await import('tinyglobby');
  const paths = await glob(input, { cwd, absolute: true, onlyFiles: true, ignore: ['**/node_modules/**'] });
  if (paths.length === 0) {
    throw new UserError(
      'deck-not-found',
      `No file matches \`${input}\``,
      'Quote the pattern so that the shell leaves it alone, and check the folder you are in.',
    );
  }
  return paths.map((one) => path.normalize(one)).sort();
}

async function findInFolder(folder: string, input: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === 'deck.md' && entry.isFile()))
    return [path.join(folder, 'deck.md')];
  const { glob } = await import('tinyglobby');
  const nested = await glob('*/deck.md', { cwd: folder, absolute: true });
  const markdown = entries
    .filter(
      (entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name) && !/^readme\./i.test(entry.name),
    )
    .map((entry) => path.join(folder, entry.name));
  const found = nested.length > 0 ? nested.map((one) => path.normalize(one)) : markdown;
  if (found.length === 0) {
    throw new UserError(
      'deck-is-directory',
      `\`${input}\` is a folder without a deck`,
      'Name a Markdown file, or a folder that holds `deck.md`.',
    );
  }
  return found.sort();
}

/** Two decks of one name would write over each other: their folders tell them apart, then a number. */
function nameDecks(paths: readonly string[]): DeckPath[] {
  const names = new Set<string>();
  const plain = paths.map(deckName);
  const count = new Map<string, number>();
  for (const name of plain) count.set(foldName(name), (count.get(foldName(name)) ?? 0) + 1);
  return paths.map((one, index) => {
    const base = plain[index] ?? 'deck';
    const shared = (count.get(foldName(base)) ?? 0) > 1;
    const wanted = shared ? `${path.basename(path.dirname(one))}-${base}` : base;
    let name = wanted;
    for (let number = 2; names.has(foldName(name)); number += 1) name = `${wanted}-${number}`;
    names.add(foldName(name));
    return { path: one, name };
  });
}

/** What many disks take for one name: letter case and how accents are composed do not count. */
function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
