/** Takes the parts of a slide in a row and leaves where to cut them, so that every page fits: as few pages as possible, then as even as possible. */

/** A page from one part to before another. */
export type Page = readonly [from: number, to: number];

/** What decides where cuts are. */
export interface Paper {
  /** Number of parts. */
  readonly count: number;
  /** How full a page is, 1 is full; more does not fit. Grows with every part. */
  readonly fill: (from: number, to: number) => number;
  /** What a cut before a part costs, 0 for the best; `Infinity` where there must be none. */
  readonly cost: (before: number) => number;
}

interface Best {
  readonly pages: number;
  readonly cost: number;
  readonly from: number;
}

/** Cut parts into pages; nothing where one of them fits no page. */
export function paginate({ count, fill, cost }: Paper): Page[] | undefined {
  const best: (Best | undefined)[] = [{ pages: 0, cost: 0, from: 0 }];
  // Every start in turn; a page only grows, so that the first that is too full ends the search.
  for (let from = 0; from < count; from += 1) {
    const before = best[from];
    const cut = from === 0 ? 0 : cost(from);
    if (!before || cut === Number.POSITIVE_INFINITY) continue;
    for (let to = from + 1; to <= count; to += 1) {
      const filled = fill(from, to);
      if (filled > 1) break;
      const next = { pages: before.pages + 1, cost: before.cost + cut + (1 - filled) ** 2, from };
      if (isBetter(next, best[to])) best[to] = next;
    }
  }
  return readPages(best, count);
}

function isBetter(next: Best, known: Best | undefined): boolean {
  if (!known || next.pages !== known.pages) return !known || next.pages < known.pages;
  return next.cost < known.cost;
}

function readPages(best: readonly (Best | undefined)[], count: number): Page[] | undefined {
  const pages: Page[] = [];
  for (let to = count; to > 0; ) {
    const found = best[to];
    if (!found) return undefined;
    pages.unshift([found.from, to]);
    to = found.from;
  }
  return pages;
}
