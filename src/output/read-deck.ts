/** Takes the path of a deck and leaves its bytes, or says why there are none; the one place that reads decks from the disk. */
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../user-error.js';

/** As long as a text can be in JavaScript; what is larger need not be read to be refused. */
const mostBytes = 2 ** 29;

/** Read the bytes of a deck, or say why not. */
export async function readDeck(deckPath: string): Promise<Uint8Array> {
  try {
    const found = await stat(deckPath);
    if (found.size > mostBytes)
      throw new UserError(
        'deck-unreadable',
        `\`${deckPath}\` is no deck: it has ${found.size} bytes`,
        'Check the path, or cut the deck into several.',
      );
    if (found.isDirectory()) {
      throw new UserError(
        'deck-is-directory',
        `\`${deckPath}\` is a folder without a deck`,
        'Name a Markdown file, or a folder that holds `deck.md`.',
      );
    }
    return await readFile(deckPath);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UserError(
        'deck-not-found',
        `There is no \`${deckPath}\``,
        'Check the path; it is relative to the folder you are in.',
        { cause: error },
      );
    }
    throw new UserError(
      'deck-unreadable',
      `\`${deckPath}\` cannot be read (${code ?? String(error)})`,
      'Check the permissions of the file.',
      { cause: error },
    );
  }
}
