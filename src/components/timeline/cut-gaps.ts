/**
 * Takes events in time order and a number of parts and leaves where to cut: parts of like size, cut at long gaps and not
 * inside dense stretches. Solved by dynamic programming over the places of the cuts, each near the place it has where
 * all parts are alike.
 */

/** An event as far as cutting knows it. */
export interface CutItem {
  readonly day: number;
  readonly lane: number;
}

/** What a slide holds in comfort; nothing where events do not share an axis. */
export interface Limits {
  readonly lane: number;
  readonly total: number;
}

/** What a part costs for each event over a limit, when it has one event only, and when a cut parts events of one day. */
const price = { over: 100, single: 10, sameDay: 50, dense: 0.5 } as const;

/** How many parts the end of a part may be away from where parts of one size would end. */
const drift = 4;

/** The best ways to end a part, by the index at which it ends, from the first on that is looked at. */
interface Ends {
  readonly first: number;
  readonly costs: readonly number[];
  /** Where the part begins. */
  readonly starts: readonly number[];
}

/** Choose cuts: the indices at which parts after the first begin. */
export function cutAtGaps(items: readonly CutItem[], count: number, limits: Limits | undefined): number[] {
  const size = items.length;
  const parts = Math.min(count, size);
  const cuts = cutCosts(items);
  const ends: Ends[] = [{ first: 0, costs: [0], starts: [0] }];
  for (let part = 1; part <= parts; part++) {
    const before = ends.at(-1) ?? { first: 0, costs: [], starts: [] };
    ends.push(endPart(items, before, { part, ideal: size / parts, cuts, limits }));
  }
  return traceBack(ends, size);
}

/** What ending a part stands on. */
interface Cutting {
  readonly part: number;
  readonly ideal: number;
  readonly cuts: readonly number[];
  readonly limits: Limits | undefined;
}

/**
 * Find the best way to end a part at each index near its place. A part of more than twice its share is never best: both
 * bounds together keep a list of any length linear.
 */
function endPart(items: readonly CutItem[], before: Ends, { part, ideal, cuts, limits }: Cutting): Ends {
  const longest = ideal === items.length ? items.length : Math.ceil(2 * ideal) + 1;
  const first = Math.max(0, Math.ceil((part - drift) * ideal));
  const last = Math.min(items.length, Math.floor((part + drift) * ideal));
  const costs = Array.from({ length: last - first + 1 }, () => Number.POSITIVE_INFINITY);
  const starts = costs.map(() => 0);
  for (const [at, cost] of before.costs.entries()) {
    const start = before.first + at;
    if (cost === Number.POSITIVE_INFINITY) continue;
    const upTo = cost + (start === 0 ? 0 : (cuts[start] ?? 0));
    const over = countOver(items, start, limits);
    for (let end = start + 1; end <= Math.min(last, start + longest); end++) {
      const whole = upTo + partCost(end - start, ideal) + over.add();
      const known = costs[end - first];
      if (known === undefined || whole >= known) continue;
      [costs[end - first], starts[end - first]] = [whole, start];
    }
  }
  return { first, costs, starts };
}

function traceBack(ends: readonly Ends[], size: number): number[] {
  const starts: number[] = [];
  let end = size;
  for (const part of ends.slice(1).toReversed()) {
    end = part.starts[end - part.first] ?? 0;
    if (end > 0) starts.unshift(end);
  }
  return starts;
}

function partCost(size: number, ideal: number): number {
  return ((size - ideal) / ideal) ** 2 + (size === 1 && ideal > 2 ? price.single : 0);
}

/** Price the cut before each event: long gaps are cheap, short ones are inside a dense stretch. */
function cutCosts(items: readonly CutItem[]): number[] {
  const gaps = items.map(({ day }, index) => day - (items[index - 1]?.day ?? day));
  const longest = Math.max(1, ...gaps);
  const usual = Math.max(
    1,
    ((items.at(-1)?.day ?? 0) - (items[0]?.day ?? 0)) / Math.max(1, items.length - 1),
  );
  return gaps.map((gap) => {
    if (gap <= 0) return price.sameDay;
    return price.dense * Math.max(0, 1 - gap / usual) - gap / longest;
  });
}

/** Count, event by event, what a part has over its limits. */
function countOver(
  items: readonly CutItem[],
  start: number,
  limits: Limits | undefined,
): { add: () => number } {
  const counts = new Map<number, number>();
  let [over, at] = [0, start];
  const add = (): number => {
    const lane = items[at]?.lane ?? 0;
    const count = (counts.get(lane) ?? 0) + 1;
    counts.set(lane, count);
    at++;
    if (limits && (count > limits.lane || at - start > limits.total)) over++;
    return over * price.over;
  };
  return { add };
}
