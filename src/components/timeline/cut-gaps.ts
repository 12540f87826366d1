/**
 * Takes events in time order and a number of parts and leaves where to cut: parts of like size, cut at long gaps and not
 * inside dense stretches. Solved exactly by dynamic programming over the places of the cuts.
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

/** Choose cuts: the indices at which parts after the first begin. */
export function cutAtGaps(items: readonly CutItem[], count: number, limits: Limits | undefined): number[] {
  const size = items.length;
  const parts = Math.min(count, size);
  const ideal = size / parts;
  // A part of more than twice its share is never best; the bound keeps long lists linear in each part.
  const longest = parts === 1 ? size : Math.ceil(2 * ideal) + 1;
  const cuts = cutCosts(items);
  let best: number[] = [0, ...Array.from({ length: size }, () => Number.POSITIVE_INFINITY)];
  const from: Int32Array[] = [];
  for (let part = 1; part <= parts; part++) {
    const next = Array.from({ length: size + 1 }, () => Number.POSITIVE_INFINITY);
    const origin = new Int32Array(size + 1);
    for (let start = 0; start < size; start++) {
      const before = (best[start] ?? 0) + (start === 0 ? 0 : (cuts[start] ?? 0));
      if (before === Number.POSITIVE_INFINITY) continue;
      const over = countOver(items, start, limits);
      for (let end = start + 1; end <= Math.min(size, start + longest); end++) {
        const cost = before + partCost(end - start, ideal) + over.add();
        if (cost < (next[end] ?? 0)) [next[end], origin[end]] = [cost, start];
      }
    }
    from.push(origin);
    best = next;
  }
  return traceBack(from, size);
}

function traceBack(from: readonly Int32Array[], size: number): number[] {
  const starts: number[] = [];
  let end = size;
  for (const origin of from.toReversed()) {
    end = origin[end] ?? 0;
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
