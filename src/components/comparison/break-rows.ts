/**
 * Takes the heights of rows and of a page and leaves where pages break: between rows only, at borders of groups where that does
 * not cost a page, two rows a page at least, and pages of like height. One pass: a table of any length takes linear time.
 */

/** A row that pages are made of. */
export interface BreakRow {
  readonly height: number;
  /** Index of its group. */
  readonly body: number;
  /** Height of its group's label, which stands above the first row of the group on each page. */
  readonly label: number;
  /** Whether it has marks that the key explains. */
  readonly marked: boolean;
}

/** What pages have room for. */
export interface PageRoom {
  /** Heights for rows on the first page and on those after it. */
  readonly first: number;
  readonly next: number;
  /** Height that the last page gives to the verdict and to notes. */
  readonly end: number;
  /** Height of the key, which stands on pages with marks. */
  readonly key: number;
  /** Rows a page has at most. */
  readonly most: number;
  /** Whether a page may only end where a group does. */
  readonly byGroup: boolean;
  /** Whether all rows on one page are no answer. */
  readonly isCut: boolean;
}

/** What is worth how much: pages above all, then too few rows, then a group cut in two, then unlike heights. */
const costs = { overflow: 1e9, page: 1e6, lonely: 3e4, cutGroup: 300, unlike: 1000 } as const;

/** Find the breaks: indexes of the rows that begin a page, the first page's 0 included. */
export function breakRows(rows: readonly BreakRow[], room: PageRoom): number[] {
  const target = findTarget(rows, room);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= rows.length; end++) {
    let height = 0;
    let marked = false;
    let found = { cost: Infinity, from: end - 1 };
    for (let from = end - 1; from >= 0 && end - from <= room.most; from--) {
      height += heightOf(rows, from, end);
      marked ||= rows[from]?.marked ?? false;
      const capacity =
        (from === 0 ? room.first : room.next) -
        (end === rows.length ? room.end : 0) -
        (marked ? room.key : 0);
      const isTall = height > capacity;
      // A row that is taller than a page stands on one of its own.
      if (isTall && end - from > 1) break;
      if (room.isCut && end - from === rows.length && rows.length > 1) break;
      const cost = (best[from]?.cost ?? Infinity) + costOf(rows, from, end, height, target, isTall, room);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  return followBack(best, rows.length);
}

/** Height that a row adds at the top of a page: its label comes with it, the one of the row below it in the same group goes. */
function heightOf(rows: readonly BreakRow[], index: number, end: number): number {
  const row = rows[index];
  const below = index + 1 < end ? rows[index + 1] : undefined;
  if (!row) return 0;
  return row.height + row.label - (below && below.body === row.body ? below.label : 0);
}

/** The height that pages have if all are alike. */
function findTarget(rows: readonly BreakRow[], room: PageRoom): number {
  const total = rows.reduce((sum, _, index) => sum + heightOf(rows, index, rows.length), 0) + room.end;
  const byHeight = Math.ceil(total / Math.max(1, room.next));
  const byCount = Math.ceil(rows.length / room.most);
  return total / Math.max(room.isCut ? 2 : 1, byCount, Number.isFinite(byHeight) ? byHeight : 1);
}

function costOf(
  rows: readonly BreakRow[],
  from: number,
  end: number,
  height: number,
  target: number,
  isTall: boolean,
  room: PageRoom,
): number {
  const isLast = end === rows.length;
  const cutsGroup = !isLast && rows[end]?.body === rows[end - 1]?.body;
  const share = (height + (isLast ? room.end : 0)) / target - 1;
  return (
    costs.page +
    (isTall ? costs.overflow : 0) +
    (cutsGroup ? (room.byGroup ? costs.page * 3 : costs.cutGroup) : 0) +
    (end - from < 2 && rows.length > 1 ? costs.lonely : 0) +
    share * share * costs.unlike
  );
}

function followBack(best: readonly { readonly from: number }[], count: number): number[] {
  const breaks: number[] = [];
  for (let end = count; end > 0; ) {
    const from = best[end]?.from ?? 0;
    breaks.unshift(from);
    end = from;
  }
  return breaks;
}
