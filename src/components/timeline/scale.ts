/** Takes the days of events and leaves where each day stands on the axis: in proportion, with gaps cut out, or evenly. */
import type { DayInterval, FuzzyDate } from '../../dates/date-types.js';
import { firstDay, lastDay } from '../../dates/date-types.js';

/** The days an axis shows; `end` is the day after the last. */
export interface Domain {
  readonly start: number;
  readonly end: number;
}

/** Where a moment stands on the axis, in px; days may be fractions. */
export type Scale = (day: number) => number;

/** Share of the axis over which a gap is cut out, and the least share when the author asks for a cut. */
export const longGap = { auto: 0.4, asked: 0.25 } as const;
/** Room of a break, in px. */
export const breakWidth = 64;

/** Draw time in proportion. */
export function timeScale({ start, end }: Domain, width: number): Scale {
  return (day) => ((day - start) / (end - start)) * width;
}

/** Find the stretches without events that take most of the axis; each is cut to whole ticks by `snap`. */
export function findGaps(
  covered: readonly Domain[],
  domain: Domain,
  snap: (gap: Domain) => Domain,
  asked: boolean,
): Domain[] {
  const gaps: Domain[] = [];
  let end = domain.start;
  for (const { start, end: last } of covered.toSorted((one, other) => one.start - other.start)) {
    if (start > end) gaps.push(snap({ start: end, end: start }));
    end = Math.max(end, last);
  }
  const chosen: Domain[] = [];
  let shown = domain.end - domain.start;
  for (const gap of gaps.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    const share = (gap.end - gap.start) / shown;
    if (share <= (asked ? longGap.asked : longGap.auto)) break;
    chosen.push(gap);
    shown -= gap.end - gap.start;
  }
  return chosen.sort((one, other) => one.start - other.start);
}

/** Draw time in proportion, but for gaps: each has the room of its break mark only. */
export function collapsedScale({ start, end }: Domain, width: number, gaps: readonly Domain[]): Scale {
  const cut = gaps.reduce((sum, gap) => sum + gap.end - gap.start, 0);
  const perDay = (width - gaps.length * breakWidth) / (end - start - cut);
  return (day) => {
    let x = (day - start) * perDay;
    for (const gap of gaps) {
      const length = gap.end - gap.start;
      const passed = Math.min(Math.max(day - gap.start, 0), length);
      x += passed * (breakWidth / length - perDay);
    }
    return x;
  };
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
  const { start: first, end: last } = coveredDays(date, now);
  const start = Math.max(domain.start, first);
  const end = Math.min(domain.end, last);
  return start < end ? { start, end } : undefined;
}

/** Find the days a date covers; an open end has none. */
export function coveredDays(date: FuzzyDate, now: number | undefined): Domain {
  const isNow = date.kind === 'range' && date.to === 'now' && now !== undefined;
  const start = firstDay(date);
  // A present that is over before the event began would turn it around.
  return { start, end: isNow ? Math.max(now, start + 1) : lastDay(date) + 1 };
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
