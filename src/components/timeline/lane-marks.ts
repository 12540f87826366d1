/** Takes a lane and a scale and leaves its marks, ranges and whiskers: all of it that needs no search. */
import type { Span } from './layout-types.js';
import { eventsOf, type TimelineEvent, type TimelineLane } from './node.js';
import type { TimelineOptions } from './options.js';
import { anchorOf, clipDate, coveredDays, type Domain, type Scale } from './scale.js';

/** Least width of a bar in px: a short range is still seen as one. */
const leastBar = 6;
/** A date gets a whisker when its interval takes more of the axis than this. */
const whiskerShare = 0.015;

/** A range as far as it is shown. */
export interface RangeMark extends Span {
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** What an event has on the axis. */
export interface EventMark {
  readonly x: number | undefined;
  readonly range: RangeMark | undefined;
  readonly whisker: Span | undefined;
}

/** What is shown of time, and where it stands. */
export interface TimeView {
  readonly domain: Domain;
  readonly scale: Scale;
  /** Whether time goes on in a later part. */
  readonly continues: boolean;
  readonly options: TimelineOptions;
}

/** Place the marks of a lane, in time order. */
export function markLane(lane: TimelineLane, view: TimeView): EventMark[] {
  const { domain, scale, options } = view;
  const now = options.now?.day;
  return eventsOf(lane).map((event) => {
    const clipped = clipDate(event.when, domain, now);
    if (!clipped) return { x: undefined, range: undefined, whisker: undefined };
    const x = scale(anchorOf(event.when, clipped, now));
    if (event.when.kind === 'point')
      return { x, range: undefined, whisker: whiskerOf(clipped, domain, scale) };
    const span = widen({ left: scale(clipped.start), right: scale(clipped.end) }, scale(domain.end));
    return { x, range: { ...span, ...endsOf(event, view) }, whisker: undefined };
  });
}

/** Find where the events of a lane stand in time, for a scale that gives each the same room. */
export function anchorDays(lane: TimelineLane, domain: Domain, options: TimelineOptions): number[] {
  return eventsOf(lane).flatMap(({ when }) => {
    const clipped = clipDate(when, domain, options.now?.day);
    return clipped ? [anchorOf(when, clipped, options.now?.day)] : [];
  });
}

/** Stack ranges that overlap: find for each mark, in the order given, the lowest level that is free. */
export function stackRanges(marks: readonly EventMark[]): number[] {
  const edges: number[] = [];
  return marks.map(({ range }) => {
    if (!range) return 0;
    const free = edges.findIndex((edge) => edge + 2 <= range.left);
    const level = free < 0 ? edges.length : free;
    edges[level] = range.right;
    return level;
  });
}

/** Count the levels that the ranges of a lane take. */
export function countLevels(marks: readonly EventMark[]): number {
  const levels = stackRanges(marks);
  return Math.max(0, ...marks.map(({ range }, index) => (range ? (levels[index] ?? 0) + 1 : 0)));
}

function whiskerOf(clipped: Domain, domain: Domain, scale: Scale): Span | undefined {
  const span = { left: scale(clipped.start), right: scale(clipped.end) };
  return span.right - span.left > whiskerShare * scale(domain.end) ? span : undefined;
}

/** An end that is not known fades out; one that lies beyond what is shown has an arrow. */
function endsOf(
  { when }: TimelineEvent,
  { domain, options, continues }: TimeView,
): Omit<RangeMark, keyof Span> {
  if (when.kind === 'point') return { openStart: false, openEnd: false, cutStart: false, cutEnd: false };
  const { start, end } = coveredDays(when, options.now?.day);
  const isOpen = !when.to || (when.to === 'now' && !options.now);
  const cutEnd = isOpen ? continues : end > domain.end;
  return {
    openStart: !when.from,
    openEnd: isOpen && !cutEnd,
    cutStart: Boolean(when.from) && start < domain.start,
    cutEnd,
  };
}

function widen({ left, right }: Span, width: number): Span {
  if (right - left >= leastBar) return { left, right };
  const from = Math.min(Math.max(0, (left + right - leastBar) / 2), width - leastBar);
  return { left: from, right: from + leastBar };
}
