/** Takes the heights of items in a list and leaves the pages they stand on: as few as there must be, and those about equally full. */

/** Items from `start` up to, not including, `end`. */
export interface ItemRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Pack items into pages.
 *
 * @param heights of the items in px, with the air between them
 * @param first height of the first page that items may take
 * @param next height of all other pages
 */
export function packItems(heights: readonly number[], first: number, next: number): ItemRange[] {
  const fewest = fill(heights, first, next);
  // The same number of pages with less room each: the last is not left with one item.
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const share = (low + high) / 2;
    if (fill(heights, first * share, next * share).length > fewest.length) low = share;
    else high = share;
  }
  return high < 1 ? fill(heights, first * high, next * high) : fewest;
}

/** A page takes items while there is room, and at least one: what is too tall for any page stands alone. */
function fill(heights: readonly number[], first: number, next: number): ItemRange[] {
  const pages: ItemRange[] = [];
  let start = 0;
  let room = first;
  for (const [index, height] of heights.entries()) {
    if (index > start && height > room) {
      pages.push({ start, end: index });
      start = index;
      room = next;
    }
    room -= height;
  }
  if (heights.length > start) pages.push({ start, end: heights.length });
  return pages;
}
