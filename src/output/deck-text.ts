/** Takes a deck that its author wants changed and leaves it written, whole or not at all; what somebody else wrote meanwhile is not lost. */
import { readFile, realpath } from 'node:fs/promises';
import { decodeText } from '../deck/decode-text.js';
import { UserError } from '../user-error.js';
import { writeFileAtomically } from './write-file.js';

/**
 * Read the text of a deck that will be written again: bytes that are not understood would be lost then.
 *
 * @throws UserError when it is not UTF-8
 */
export function readDeckText(bytes: Uint8Array, deckPath: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const { text, problem } = decodeText(bytes);
  if (!isUtf16 && !problem) return text;
  throw new UserError(
    'deck-encoding',
    `\`${deckPath}\` is not UTF-8 and stays as it is`,
    'Save the file as UTF-8, then fix it.',
  );
}

/** Write a deck whose bytes were read before; line ends and permissions stay, and a mark at its beginning.
 *
 * @throws UserError when it changed in the meantime, or cannot be written
 */
export async function writeDeckText(deckPath: string, old: Uint8Array, text: string): Promise<void> {
  if (!Buffer.from(old).equals(await readFile(deckPath))) {
    throw new UserError(
      'deck-changed',
      `\`${deckPath}\` was changed meanwhile and stays as it is`,
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
