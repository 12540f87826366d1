/**
 * Takes the text of objects and leaves it with the numbers that they have in another file. A step of its own because a reference
 * looks like the words of a string, and is written in ten thousand places.
 */

/** An entry of the tree that leads from content to elements: a page or a link, and what it leads to, as written. */
export type LeaderEntry = readonly [key: number, target: string];

/** Numbers of pages and links that are in use in that tree. */
export interface Taken {
  readonly pages: number;
  readonly links: number;
}

/** Skia counts pages from 0, and links from here. */
const firstLink = 100_000;

/** Strings first: what looks like a reference in them is none. */
const moved = /\((?:\\[^]|[^\\()])*\)|(\/StructParents? )(\d+)|\b(\d+) 0 R\b/g;

/** How objects move to another file. */
export interface Move {
  readonly number: (number: number) => number;
  /** Give what a text refers to the numbers it has there. */
  readonly text: (text: string) => string;
  readonly leader: (entry: LeaderEntry) => LeaderEntry;
}

/**
 * Plan a move behind the object `base`.
 *
 * @param shared objects that are there already, by their numbers here
 */
export function planMove(base: number, shared: ReadonlyMap<number, number>, taken: Taken): Move {
  const number = (own: number) => (own === 0 ? 0 : (shared.get(own) ?? own + base));
  const key = (own: number) => own + (own < firstLink ? taken.pages : taken.links);
  const text = (own: string) =>
    own.replace(moved, (whole: string, name?: string, leader?: string, target?: string) => {
      if (target !== undefined) return `${number(Number(target))} 0 R`;
      return name === undefined ? whole : `${name}${key(Number(leader))}`;
    });
  return { number, text, leader: ([own, target]) => [key(own), text(target)] };
}

/** Read the tree that leads from content to elements. */
export function readLeaders(text: string): LeaderEntry[] {
  const nums = /\/Nums \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...nums.matchAll(/(\d+) (\d+ 0 R)/g)].map(([, key, target = '']) => [Number(key), target]);
}

/** Count what is in use. */
export function countTaken(entries: readonly LeaderEntry[]): Taken {
  let [pages, links] = [0, 0];
  for (const [key] of entries) {
    if (key < firstLink) pages = Math.max(pages, key + 1);
    else links = Math.max(links, key - firstLink + 1);
  }
  return { pages, links };
}
