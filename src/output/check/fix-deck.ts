/**
 * Takes a deck on the disk and leaves it mended: the fixes that its messages carry are made, what they touch is checked again, and
 * only then is the file written, whole or not at all. Byte order mark, line ends and permissions stay as they are.
 */
import type { VFileMessage } from 'vfile-message';
import { applyFixes } from '../../diagnostics/apply-fixes.js';
import { readDeckText, writeDeckText } from '../deck-text.js';
import { type LoadedDeck, readDeck } from '../load.js';

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

/**
 * Mend a deck.
 *
 * @param check check the deck as if it held these bytes
 * @param wants which messages to mend
 * @throws UserError when the file is not UTF-8, cannot be written, or changed in the meantime
 */
export async function fixDeck(
  deckPath: string,
  check: (bytes: Uint8Array) => Promise<LoadedDeck>,
  wants: (message: VFileMessage) => boolean,
): Promise<FixedDeck> {
  const bytes = await readDeck(deckPath);
  const before = readDeckText(bytes, deckPath);
  const first = await check(bytes);
  let text = before;
  let loaded = first;
  for (let round = 0; round < mostRounds; round++) {
    const mended = applyFixes(text, loaded.deck.file.messages.filter(wants));
    if (mended.applied.length === 0) break;
    text = mended.text;
    loaded = await check(Buffer.from(text));
  }
  // Each fix is right for its own message; where containers are tangled they are not, all together.
  if (countErrors(loaded) > countErrors(first)) return { loaded: first, fixed: 0, refused: true };
  if (text === before) return { loaded, fixed: 0, refused: false };
  await writeDeckText(deckPath, bytes, text);
  // As many as were announced, whether a fix took another message with it or laid a further one bare.
  const fixed = Math.max(1, countFixes(first, wants) - countFixes(loaded, wants));
  return { loaded, fixed, refused: false };
}

function countFixes({ deck }: LoadedDeck, wants: (message: VFileMessage) => boolean): number {
  return deck.file.messages.filter((message) => message.fix && message.fix.length > 0 && wants(message))
    .length;
}

function countErrors({ deck }: LoadedDeck): number {
  return deck.file.messages.filter(({ fatal }) => fatal).length;
}
