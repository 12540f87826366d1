/** Takes the days of events and leaves the axis: its first and last day, and where each day stands on it. */
import type { DayInterval, FuzzyDate } from '../../dates/date-types.js';
import { firstDay, lastDay } from '../../dates/date-types.js';

/** The days an axis shows; `end` is the day after the last. */
export interface Domain {
  readonly start: number;
  readonly end: number;
}

/** Where a moment stands on the axis, in px; days may be fractions. */
export type Scale = (day: number) => number;

/** Draw time in proportion. */
export function timeScale({ start, end }: Domain, width: number): Scale {
  return (day) => ((day - start) / (end - start)) * width;
}

/** Give every event the same room; between two events time still runs in proportion, so ranges and eras can be drawn. */
export function evenScale({ start, end }: Domain, width: number, anchors: readonly number[]): Scale {
  const days = [...new Set(anchors)].sort((one, other) => one - other);
  const stops = [
    { day: start, x: 0 },
    ...days.map((day, index) => ({ day, x: ((index + 0.5) / days.length) * width })),
    { day: end, x: width },
  ];
  return (day) => {
    const at = Math.max(
      1,
      stops.findIndex((stop) => stop.day >= day),
    );
    const [before, after] = [stops[at - 1] ?? stops[0], stops[at] ?? stops.at(-1)];
    if (!before || !after || after.day === before.day) return after?.x ?? 0;
    return before.x + ((day - before.day) / (after.day - before.day)) * (after.x - before.x);
  };
}

/** Find the days an event covers inside a domain, or nothing when it lies outside. */
export function clipDate(date: FuzzyDate, domain: Domain, now: number | undefined): Domain | undefined {
  const isNow = date.kind === 'range' && date.to === 'now' && now !== undefined;
  const start = Math.max(domain.start, firstDay(date));
  const end = Math.min(domain.end, isNow ? now : lastDay(date) + 1);
  return start < end ? { start, end } : undefined;
}

/** Find where the mark of an event stands: the middle of what it covers, but the known end of an open range. */
export function anchorOf(date: FuzzyDate, clipped: Domain, now: number | undefined): number {
  if (date.kind === 'range' && !date.from) return clipped.end;
  const open = date.kind === 'range' && (!date.to || (date.to === 'now' && now === undefined));
  return open ? clipped.start : (clipped.start + clipped.end) / 2;
}

/** Find the middle of a date, where eras that share a unit touch. */
export function middleOf({ first, last }: DayInterval): number {
  return (first + last + 1) / 2;
}
