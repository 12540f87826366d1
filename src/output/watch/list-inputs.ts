/** Takes loaded decks and leaves what they were made from: the files that are watched. */
import path from 'node:path';
import type { LoadedDeck } from '../load.js';
import type { WorkInputs } from './rebuild.js';

/** List what a deck was made from. Its folder of talks counts as a whole: a new file in it is a new talk. */
export function listInputs(deckPath: string, { bytes, asked, sources }: LoadedDeck): WorkInputs {
  const deck = path.resolve(deckPath);
  const root = path.dirname(deck);
  const named = [...asked].map((name) => [path.join(root, name), sources.get(name)] as const);
  return { files: new Map([...named, [deck, bytes]]), folders: [path.join(root, 'talks')] };
}

/** Put the inputs of several decks together. */
export function joinInputs(all: readonly WorkInputs[]): WorkInputs {
  return {
    files: new Map(all.flatMap(({ files }) => [...files])),
    folders: all.flatMap(({ folders }) => folders),
  };
}
