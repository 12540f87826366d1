/**
 * Takes one label a page, leaves the ranges a PDF stores them in.
 * A step of its own because a deck of a thousand slides then needs one range instead of a thousand strings.
 */

/** Pages whose labels are a prefix and a number that grows by one, or a prefix alone. */
export interface LabelRange {
  /** Counted from 0. */
  readonly firstPage: number;
  readonly prefix: string;
  /** The number of the first page; absent: the labels have none. */
  readonly start?: number;
}

/** Join labels that count on: `Slide 1`, `Slide 2`, … are one range. */
export function labelRanges(labels: readonly string[]): LabelRange[] {
  const ranges: LabelRange[] = [];
  for (const [page, label] of labels.entries()) {
    const next = split(label, page);
    const last = ranges.at(-1);
    const expected = last?.start === undefined ? undefined : last.start + page - last.firstPage;
    if (next.start === undefined || next.start !== expected || next.prefix !== last?.prefix)
      ranges.push(next);
  }
  return ranges;
}

function split(label: string, firstPage: number): LabelRange {
  // A leading zero is lost in a number, so that it belongs to the prefix; sixteen digits are no page number.
  const match = /^(.*?)([1-9]\d{0,8})$/s.exec(label);
  if (match === null) return { firstPage, prefix: label };
  return { firstPage, prefix: match[1] ?? '', start: Number(match[2]) };
}
