/** One way in: a code, how many wrong ones may be tried, and who is inside. Time comes from outside. */
import { isSameSecret, makeToken } from '../secret.js';

/** What an attempt to come in led to. */
export type Entrance =
  | { readonly kind: 'in'; readonly token: string }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'full' };

/** A way in. */
export interface Door {
  code(): string;
  /** Nobody new comes in, from anywhere. */
  isLocked(): boolean;
  /** Try a code; `from` is the machine that tries. */
  enter(code: string, from: string): Entrance;
  /** Tell whether somebody with this token is inside; that they were seen keeps them there. */
  has(token: string): boolean;
  /** Another code, and everybody out. */
  renew(): void;
}

/** How a door is kept. */
export interface DoorSettings {
  readonly makeCode: () => string;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
  /** How many may be inside. */
  readonly places: number;
  /** Wrong codes that one machine may try, and all machines together. */
  readonly tries: { readonly each: number; readonly all: number };
}

/** Who was not seen for so long is out, and nobody stays longer than a day of talks. */
const idleMilliseconds = 30 * 60_000;
const longestMilliseconds = 12 * 3_600_000;

/** Make a door with a code of its own. */
export function createDoor({ makeCode, now, places, tries }: DoorSettings): Door {
  let code = makeCode();
  let wrong = 0;
  const wrongFrom = new Map<string, number>();
  const inside = new Map<string, { readonly since: number; seen: number }>();

  function removeExpired(): void {
    for (const [token, { since, seen }] of inside)
      if (now() - seen > idleMilliseconds || now() - since > longestMilliseconds) inside.delete(token);
  }

  return {
    code: () => code,
    isLocked: () => wrong >= tries.all,
    enter(said, from) {
      const before = wrongFrom.get(from) ?? 0;
      // The right code is not looked at either: who tries on must not learn it.
      if (wrong >= tries.all || before >= tries.each) return { kind: 'locked' };
      if (!isSameSecret(said, code)) {
        wrong += 1;
        wrongFrom.set(from, before + 1);
        const left = Math.min(tries.all - wrong, tries.each - before - 1);
        return left > 0 ? { kind: 'wrong', left } : { kind: 'locked' };
      }
      removeExpired();
      if (inside.size >= places) return { kind: 'full' };
      const token = makeToken();
      inside.set(token, { since: now(), seen: now() });
      return { kind: 'in', token };
    },
    has(token) {
      removeExpired();
      // A token is looked up by its digits: it is long enough that time tells nothing of it.
      const found = inside.get(token);
      if (found) found.seen = now();
      return found !== undefined;
    },
    renew() {
      code = makeCode();
      wrong = 0;
      wrongFrom.clear();
      inside.clear();
    },
  };
}
