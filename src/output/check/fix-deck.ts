/**
 * Takes a deck on the disk and leaves it mended, with what it includes: the fixes that messages carry are made, what they touch is
 * checked again, and only then are the files written, each whole or not at all. Byte order mark, line ends and permissions stay as they are.
 */
import path from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { applyFixes } from '../../diagnostics/apply-fixes.js';
import { findPart } from '../../diagnostics/file-parts.js';
import { readDeckText, writeDeckText } from '../deck-text.js';
import type { LoadedDeck } from '../load.js';
import { readDeck } from '../read-deck.js';

/** A deck that was mended. */
export interface FixedDeck {
  /** As it is now, with the messages that are left. */
  readonly loaded: LoadedDeck;
  /** How many messages were mended. */
  readonly fixed: number;
  /** Whether the fixes would have left more errors than there were, and were therefore not made. */
  readonly refused: boolean;
}

/**
 * A fix may lay bare what another rule mends, and of containers that are open to one place each round closes one; more rounds than
 * this would be two rules that undo each other.
 */
const mostRounds = 20;

/** What is mended: the deck's text, and by their paths those of the files that it includes. */
interface Texts {
  readonly deck: string;
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * Mend a deck, and the files that it includes.
 *
 * @param check check the deck as if it held these bytes, and the files beside it those
 * @param wants which messages to mend
 * @throws UserError when a file is not UTF-8, cannot be written, or changed in the meantime
 */
export async function fixDeck(
  deckPath: string,
  check: (bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>) => Promise<LoadedDeck>,
  wants: (message: VFileMessage) => boolean,
): Promise<FixedDeck> {
  const bytes = await readDeck(deckPath);
  const before = readDeckText(bytes, deckPath);
  const first = await check(bytes, new Map());
  let texts: Texts = { deck: before, parts: new Map() };
  let loaded = first;
  for (let round = 0; round < mostRounds; round++) {
    const mended = mend(texts, loaded.deck.file, wants);
    if (!mended) break;
    texts = mended;
    const files = [...texts.parts].map(([name, text]) => [name, Buffer.from(text)] as const);
    loaded = await check(Buffer.from(texts.deck), new Map(files));
  }
  // Each fix is right for its own message; where containers are tangled they are not, all together.
  if (countErrors(loaded) > countErrors(first)) return { loaded: first, fixed: 0, refused: true };
  if (texts.deck === before && texts.parts.size === 0) return { loaded, fixed: 0, refused: false };
  await writeParts(deckPath, first, texts.parts);
  if (texts.deck !== before) await writeDeckText(deckPath, bytes, texts.deck);
  // As many as were announced, whether a fix took another message with it or laid a further one bare.
  const fixed = Math.max(1, countFixes(first, wants) - countFixes(loaded, wants));
  return { loaded, fixed, refused: false };
}

function countFixes({ deck }: LoadedDeck, wants: (message: VFileMessage) => boolean): number {
  return deck.file.messages.filter((message) => message.fix && message.fix.length > 0 && wants(message))
    .length;
}

/** Make the fixes of one round, each in the file that its message is about; nothing when there are none. */
function mend(
  { deck, parts }: Texts,
  file: VFile,
  wants: (message: VFileMessage) => boolean,
): Texts | undefined {
  const wanted = file.messages.filter(wants);
  const own = applyFixes(
    deck,
    wanted.filter(({ deckPlace }) => !deckPlace),
  );
  const mendedParts = new Map(parts);
  let count = own.applied.length;
  for (const part of file.data.parts ?? []) {
    const about = wanted.filter(({ deckPlace }) => deckPlace && findPart(file, deckPlace) === part);
    const mended = applyFixes(part.text, about);
    if (mended.applied.length > 0) mendedParts.set(part.path, mended.text);
    count += mended.applied.length;
  }
  return count === 0 ? undefined : { deck: own.text, parts: mendedParts };
}

/** Write the included files that were mended. */
async function writeParts(
  deckPath: string,
  { sources }: LoadedDeck,
  parts: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, text] of parts) {
    const target = path.join(path.dirname(path.resolve(deckPath)), name);
    const old = sources.get(name) ?? new Uint8Array();
    // Text that was not understood would be lost.
    readDeckText(old, target);
    await writeDeckText(target, old, text);
  }
}

function countErrors({ deck }: LoadedDeck): number {
  return deck.file.messages.filter(({ fatal }) => fatal).length;
}
