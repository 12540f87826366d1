/** Takes the path of a deck and leaves it loaded, with every message that needs no browser. */
import { placeAssets, stringifyDocument } from '../../compile.js';
import type { Sources } from '../../deck/sources.js';
import { type LoadedDeck, type LoadOptions, loadDeck } from '../load.js';

/** Check a deck against the static rules; its messages are those of `deck.file`. */
export async function checkDeck(
  deckPath: string,
  options: LoadOptions,
  shipped: Sources,
): Promise<LoadedDeck> {
  const loaded = await loadDeck(deckPath, options, shipped);
  placeAssets(loaded.deck, loaded.sources);
  // Theme and fonts are looked up when a document is made.
  stringifyDocument(loaded.deck, 'slides', loaded.sources);
  return loaded;
}
