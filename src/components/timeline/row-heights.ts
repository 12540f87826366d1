/** Takes the events of a timeline and a column and leaves them as rows with their heights: what stands between two of them counts. */
import { firstDay } from '../../dates/date-types.js';
import { dateStyle, type ListItem, type ListStyle, measureWords } from './list-parts.js';
import type { TimelineNode } from './node.js';
import { coveredDays, type Domain } from './scale.js';

/** Sizes in px: air beside the axis, widest column of words, air between rows, room of the words between two. */
export const sizes = { air: 22, words: 780, era: 190, least: 10, most: 30, elapsed: 24, now: 26 } as const;
/** Time between two events that is worth saying, in days. */
const longTime = 366;

/** The columns of the rows. */
export interface Columns {
  readonly axis: number;
  /** Whether lanes stand on both sides of the axis, dates above their words. */
  readonly facing: boolean;
  readonly words: number;
}

/** A row before it has a height above it. */
export interface Row {
  readonly item: ListItem;
  readonly height: number;
  /** Days since the row before, where that is worth saying. */
  readonly since: number | undefined;
  /** Whether the marker of now stands before this row. */
  readonly afterNow: boolean;
}

/** Measure the rows, in the order of time. */
export function measureRows(
  node: TimelineNode,
  items: readonly ListItem[],
  columns: Columns,
  style: ListStyle,
): Row[] {
  const now = node.options.now?.day;
  let end = Number.POSITIVE_INFINITY;
  let passed = false;
  return items.map((item): Row => {
    const words = measureWords(item.event, columns.words, style);
    const days = knownDays(item, now);
    const since = days.start - end > longTime ? days.start - end : undefined;
    end = Number.isFinite(end) ? Math.max(end, days.end) : days.end;
    const afterNow = !passed && now !== undefined && firstDay(item.event.when) > now;
    passed ||= afterNow;
    return { item, height: words + (columns.facing ? dateStyle.line : 0), since, afterNow };
  });
}

/** A point counts from its middle, so "1987" and "1993" are six years apart; what is open has its known end only. */
function knownDays({ event: { when } }: ListItem, now: number | undefined): Domain {
  const { start, end } = coveredDays(when, now);
  if (when.kind === 'point') return { start: (start + end) / 2, end: (start + end) / 2 };
  return { start: Number.isFinite(start) ? start : end - 1, end: Number.isFinite(end) ? end : start + 1 };
}

/** Find what a row takes above it besides the usual air. */
export function extraAir({ since, afterNow }: Row): number {
  return (since === undefined ? 0 : sizes.elapsed) + (afterNow ? sizes.now : 0);
}

/** The marker of now stands after the last row where nothing comes after it. */
export function tailHeight({ options }: TimelineNode, rows: readonly Row[]): number {
  const scale = isMisscaled(options) ? sizes.elapsed : 0;
  return scale + (options.now && !rows.some(({ afterNow }) => afterNow) ? sizes.now + 8 : 8);
}

/** Rows follow one another however far apart they are in time: who asked for a scale is told that this is none. */
export function isMisscaled({ scale }: TimelineNode['options']): boolean {
  return scale === 'time' || scale === 'collapsed';
}
