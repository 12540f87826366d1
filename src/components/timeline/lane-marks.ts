/** Takes a lane and a scale and leaves its marks, bars and whiskers: all of it that needs no search. */
import type { EventLayout, Span } from './layout-types.js';
import { eventsOf, type TimelineEvent, type TimelineLane } from './node.js';
import type { TimelineOptions } from './options.js';
import { anchorOf, clipDate, type Domain, type Scale } from './scale.js';

/** Least width of a bar in px: a short range is still seen as one. */
const leastBar = 6;
/** A date gets a whisker when its interval takes more of the axis than this. */
const whiskerShare = 0.015;

/** What an event has on the axis. */
export type EventMark = Omit<EventLayout, 'flag'>;

/** Place the marks of a lane, in time order. */
export function markLane(
  lane: TimelineLane,
  domain: Domain,
  scale: Scale,
  options: TimelineOptions,
): EventMark[] {
  const now = options.now?.day;
  const levels: number[] = [];
  return eventsOf(lane).map((event) => {
    const clipped = clipDate(event.when, domain, now);
    if (!clipped) return { x: undefined, bar: undefined, whisker: undefined };
    const x = scale(anchorOf(event.when, clipped, now));
    if (event.when.kind === 'point') return { x, bar: undefined, whisker: whiskerOf(clipped, domain, scale) };
    const span = widen({ left: scale(clipped.start), right: scale(clipped.end) }, scale(domain.end));
    const level = freeLevel(levels, span);
    return { x, bar: { ...span, level, ...openEnds(event, now) }, whisker: undefined };
  });
}

/** Find where the events of a lane stand in time, for a scale that gives each the same room. */
export function anchorDays(lane: TimelineLane, domain: Domain, options: TimelineOptions): number[] {
  return eventsOf(lane).flatMap(({ when }) => {
    const clipped = clipDate(when, domain, options.now?.day);
    return clipped ? [anchorOf(when, clipped, options.now?.day)] : [];
  });
}

/** Count the bars that lie over one another. */
export function barLevels(marks: readonly EventMark[]): number {
  return Math.max(0, ...marks.map(({ bar }) => (bar ? bar.level + 1 : 0)));
}

function whiskerOf(clipped: Domain, domain: Domain, scale: Scale): Span | undefined {
  const span = { left: scale(clipped.start), right: scale(clipped.end) };
  return span.right - span.left > whiskerShare * scale(domain.end) ? span : undefined;
}

function openEnds(
  { when }: TimelineEvent,
  now: number | undefined,
): { openStart: boolean; openEnd: boolean } {
  if (when.kind === 'point') return { openStart: false, openEnd: false };
  return { openStart: !when.from, openEnd: !when.to || (when.to === 'now' && now === undefined) };
}

function widen({ left, right }: Span, width: number): Span {
  if (right - left >= leastBar) return { left, right };
  const from = Math.min(Math.max(0, (left + right - leastBar) / 2), width - leastBar);
  return { left: from, right: from + leastBar };
}

/** Find the lowest level on which a bar overlaps none before it. */
function freeLevel(levels: number[], { left, right }: Span): number {
  const free = levels.findIndex((edge) => edge + 2 <= left);
  const level = free < 0 ? levels.length : free;
  levels[level] = right;
  return level;
}
