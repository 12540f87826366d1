/** Takes events, eras and options and leaves the days the axis must show, and the bands of the eras on it. */
import { toString } from 'mdast-util-to-string';
import { type DayInterval, writtenDates } from '../../dates/date-types.js';
import { wrapText } from '../../measure/wrap.js';
import { strip } from './geometry.js';
import type { TimelineLayout } from './layout-types.js';
import { erasOf, eventsOf, lanesOf, type TimelineChild, type TimelineEra } from './node.js';
import type { TimelineOptions } from './options.js';
import { clipDate, type Domain, middleOf, type Scale } from './scale.js';

/** Find the first and last day of all that is written, before the axis is padded. */
export function findDays(children: TimelineChild[], options: TimelineOptions): Domain {
  const events = lanesOf({ children }).flatMap(eventsOf);
  const dates = [...events, ...erasOf({ children })].flatMap(({ when }) => writtenDates(when));
  const days = dates.flatMap(({ first, last }) => [first, last + 1]);
  if (options.now) days.push(options.now.day);
  const start = options.from ?? Math.min(...days);
  const end = options.to === undefined ? Math.max(...days) : options.to + 1;
  // An axis set past all events still has a length.
  return { start: Math.min(start, end - 1), end: Math.max(end, start + 1) };
}

/** Place the bands of eras; two that share the unit between them meet in its middle. */
export function placeEras(
  eras: readonly TimelineEra[],
  domain: Domain,
  scale: Scale,
  now: number | undefined,
): TimelineLayout['eras'] {
  return eras.map((era) => {
    const clipped = clipDate(era.when, domain, now);
    if (!clipped) return { left: 0, right: 0, width: 0, lines: 0 };
    const [starts, ends] = [edgeOf(era, 'from'), edgeOf(era, 'to')];
    const before = eras.some((other) => other !== era && isSameUnit(edgeOf(other, 'to'), starts));
    const after = eras.some((other) => other !== era && isSameUnit(edgeOf(other, 'from'), ends));
    const from = before && starts ? middleOf(starts) : clipped.start;
    const to = after && ends ? middleOf(ends) : clipped.end;
    const left = Math.max(0, scale(Math.max(from, domain.start)));
    const right = scale(Math.min(to, domain.end));
    const room = Math.max(60, right - left - 20);
    const lines = wrapText(toString(era), room, { size: 15, weight: 600 });
    const width = Math.ceil(Math.max(0, ...lines.map((line) => line.width))) + 3;
    return { left, right, width, lines: lines.length };
  });
}

/** Find the height the labels of eras take at the top. */
export function eraStripHeight(eras: TimelineLayout['eras']): number {
  const lines = Math.max(0, ...eras.map((era) => era.lines));
  return lines === 0 ? 0 : strip.era + 4 + Math.min(1, lines - 1) * 19;
}

/** Tell whether two ends are the same written unit: "2020-06" and "2020-06". */
export function isSameUnit(one: DayInterval | undefined, other: DayInterval | undefined): boolean {
  return one !== undefined && one.first === other?.first && one.last === other.last;
}

/** Find one end of an era as it was written. */
export function edgeOf({ when }: TimelineEra, end: 'from' | 'to'): DayInterval | undefined {
  if (when.kind === 'point') return undefined;
  const edge = when[end];
  return typeof edge === 'object' ? edge : undefined;
}
