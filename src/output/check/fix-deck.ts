/**
 * Takes a deck on the disk and leaves it mended: the fixes that its messages carry are made, what they touch is checked again, and
 * only then is the file written, whole or not at all. Byte order mark, line ends and permissions stay as they are.
 */
import { readFile, realpath } from 'node:fs/promises';
import type { VFileMessage } from 'vfile-message';
import { decodeText } from '../../deck/decode-text.js';
import { applyFixes } from '../../diagnostics/apply-fixes.js';
import { UserError } from '../../user-error.js';
import { type LoadedDeck, readDeck } from '../load.js';
import { writeFileAtomically } from '../write-file.js';

/** A deck that was mended. */
export interface FixedDeck {
  /** As it is now, with the messages that are left. */
  readonly loaded: LoadedDeck;
  /** How many messages were mended. */
  readonly fixed: number;
  /** Whether the fixes would have left more errors than there were, and were therefore not made. */
  readonly refused: boolean;
}

/** A fix may lay bare what another rule mends; more rounds than this would be two rules that undo each other. */
const mostRounds = 10;

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
  const before = readUtf8(bytes, deckPath);
  const first = await check(bytes);
  let text = before;
  let loaded = first;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round++) {
    const mended = applyFixes(text, loaded.deck.file.messages.filter(wants));
    if (mended.applied.length === 0) break;
    text = mended.text;
    fixed += mended.applied.length;
    loaded = await check(Buffer.from(text));
  }
  // Each fix is right for its own message; where containers are tangled they are not, all together.
  if (countErrors(loaded) > countErrors(first)) return { loaded: first, fixed: 0, refused: true };
  if (text !== before) await writeText(deckPath, bytes, text);
  return { loaded, fixed, refused: false };
}

function countErrors({ deck }: LoadedDeck): number {
  return deck.file.messages.filter(({ fatal }) => fatal).length;
}

/** Bytes that are not understood would be lost when the text is written. */
function readUtf8(bytes: Uint8Array, deckPath: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const { text, problem } = decodeText(bytes);
  if (!isUtf16 && !problem) return text;
  throw new UserError(
    'deck-encoding',
    `\`${deckPath}\` is not UTF-8 and stays as it is`,
    'Save the file as UTF-8, then fix it.',
  );
}

async function writeText(deckPath: string, old: Uint8Array, text: string): Promise<void> {
  if (!Buffer.from(old).equals(await readFile(deckPath))) {
    throw new UserError(
      'deck-changed',
      `\`${deckPath}\` was changed while it was being fixed and stays as it is`,
      'Run the command again.',
    );
  }
  const mark = old[0] === 0xef && old[1] === 0xbb && old[2] === 0xbf ? '\uFEFF' : '';
  try {
    // A link to a deck stays a link.
    await writeFileAtomically(await realpath(deckPath), mark + text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = 'Make the file and its folder writable, or free some space on the disk.';
    throw new UserError(error.code, error.message, hint, { cause: error });
  }
}
