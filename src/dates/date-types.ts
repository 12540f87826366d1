/** The types of a written date, and the days it covers: shared by the reader, the writer and the drawing of dates. */
import type { RuleId } from '../diagnostics/rules.js';

/** How exactly a date is known. */
export type Precision = 'day' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade';

/** The days that a written date covers: "2015" is all of 2015. */
export interface DayInterval {
  /** Day number of the first day. */
  readonly first: number;
  /** Day number of the last day. */
  readonly last: number;
  readonly precision: Precision;
}

/** One date as written. */
export interface WrittenDate extends DayInterval {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A date that stands alone. */
export interface PointDate {
  readonly kind: 'point';
  readonly at: WrittenDate;
  readonly written: string;
}

/** A span of time; an end that is absent is open. */
export interface DateRange {
  readonly kind: 'range';
  readonly from: WrittenDate | undefined;
  readonly to: WrittenDate | 'now' | undefined;
  readonly written: string;
}

/** When something was, exactly as known. */
export type FuzzyDate = PointDate | DateRange;

/** Why a date was refused, ready to be reported. */
export interface DateProblem {
  readonly rule: RuleId;
  readonly reason: string;
  readonly note: string;
  /** What may have been meant, as text to put in its place. */
  readonly expected?: readonly string[];
}

/** Find the first day something may have begun: minus infinity when that is open. */
export function firstDay(date: FuzzyDate): number {
  if (date.kind === 'point') return date.at.first;
  return date.from?.first ?? Number.NEGATIVE_INFINITY;
}

/** Find the last day something may have ended: infinity when that is open or `now`. */
export function lastDay(date: FuzzyDate): number {
  if (date.kind === 'point') return date.at.last;
  return typeof date.to === 'object' ? date.to.last : Number.POSITIVE_INFINITY;
}

/** Find the day that decides the order of events: the first one known. */
export function sortDay(date: FuzzyDate): number {
  const first = firstDay(date);
  return Number.isFinite(first) ? first : lastDay(date);
}

/** List the dates that were written, one or two. */
export function writtenDates(date: FuzzyDate): WrittenDate[] {
  if (date.kind === 'point') return [date.at];
  return [date.from, date.to].filter((end) => typeof end === 'object');
}
