/** Takes decks and leaves the share of one machine among several: the same for all of them, without overlap, nothing left out. */
import type { DeckPath } from './find-decks.js';

/** One share of several, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Take the decks of a share. They are dealt by name, whatever the order in which they were found. */
export function shardDecks(decks: readonly DeckPath[], { index, count }: Shard): DeckPath[] {
  const sorted = [...decks].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return sorted.filter((_, place) => place % count === index - 1);
}

/** Read `2/5`. */
export function parseShard(text: string): Shard | undefined {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  return index >= 1 && index <= count ? { index, count } : undefined;
}
