/** Takes the path of a deck and leaves the talks that are made of it, in the order of the front matter, then of their files. */

import type { Sources } from '../deck/sources.js';
import type { Talk } from '../deck/talks.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { UserError } from '../user-error.js';
import type { DeckPath } from './find-decks.js';
import { loadDeck } from './load.js';

/** List the talks of a deck. */
export async function listTalks(deckPath: string, shipped: Sources): Promise<readonly Talk[]> {
  return (await loadDeck(deckPath, {}, shipped)).deck.file.data.talks ?? [];
}

/**
 * Choose talks of decks: one by its name, or `all`, which leaves a deck without talks whole.
 *
 * @throws UserError when no deck has a talk of this name
 */
export async function chooseTalks(
  decks: readonly DeckPath[],
  wanted: string,
  shipped: Sources,
): Promise<DeckPath[]> {
  const known = new Set<string>();
  const chosen: DeckPath[] = [];
  for (const deck of decks) {
    const names = (await listTalks(deck.path, shipped)).map(({ name }) => name);
    for (const name of names) known.add(name);
    if (wanted === 'all' && names.length === 0) chosen.push(deck);
    for (const talk of names.filter((name) => wanted === 'all' || name === wanted)) {
      chosen.push({ ...deck, name: `${deck.name}/${talk}`, talk });
    }
  }
  if (chosen.length > 0) return chosen;
  throw new UserError(
    'option-invalid',
    `\`--talk ${wanted}\` is no talk of the deck`,
    suggestNote(wanted, [...known]),
  );
}
