/**
 * Takes what pure steps made and gives it back when the same is asked for again. Keys hold all that a step was given, so that whoever
 * has no memo gets the same, later: the core stays pure, and forgets nothing it would have to know.
 */

/** Keeps what steps made; who calls the core owns it. */
export interface Memo {
  /** Find what is kept under a key. It is shared: who wants to change it copies it first. */
  get(key: string): unknown;
  /** Keep a value that JSON can hold. */
  keep(key: string, value: unknown): void;
}

/** A memo in memory, for one deck that is made again and again. */
export interface MemoryMemo extends Memo {
  /** Begin the next build: what neither it nor the last one asks for is let go. */
  turn(): void;
  /** All that was asked for or kept since the last turn. */
  list(): ReadonlyMap<string, unknown>;
}

/**
 * Make a memo that lives as long as the program.
 *
 * @param known what an earlier program kept
 */
export function createMemoryMemo(known: ReadonlyMap<string, unknown> = new Map()): MemoryMemo {
  let before = known;
  let now = new Map<string, unknown>();
  return {
    get(key) {
      const value = now.get(key) ?? before.get(key);
      if (value !== undefined) now.set(key, value);
      return value;
    },
    keep(key, value) {
      now.set(key, value);
    },
    turn() {
      before = now;
      now = new Map();
    },
    list: () => now,
  };
}
