/** Takes events, eras and options and leaves the days that the axis shows, and how far apart its ticks are. */
import { writtenDates } from '../../dates/date-types.js';
import { chooseStep, padDomain } from './axis.js';
import { erasOf, eventsOf, lanesOf, type TimelineChild } from './node.js';
import type { TimelineOptions } from './options.js';
import type { Domain } from './scale.js';

/** The days of an axis and its unit. */
export interface Axis {
  readonly domain: Domain;
  /** Months between two ticks. */
  readonly step: number;
}

/** Choose the days the axis shows; an end the author set is not padded. */
export function chooseAxis(children: readonly TimelineChild[], options: TimelineOptions): Axis {
  const days = findDays(children, options);
  const step = chooseStep(days, options.ticks);
  const padded = padDomain(days, step);
  return {
    step,
    domain: {
      start: options.from === undefined ? padded.start : days.start,
      end: options.to === undefined ? padded.end : days.end,
    },
  };
}

/** Find the first and last day of all that is written, before the axis is padded. */
function findDays(children: readonly TimelineChild[], options: TimelineOptions): Domain {
  const events = lanesOf({ children }).flatMap(eventsOf);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { when } of [...events, ...erasOf({ children })]) {
    for (const date of writtenDates(when)) {
      first = Math.min(first, date.first);
      last = Math.max(last, date.last + 1);
    }
  }
  if (options.now) {
    first = Math.min(first, options.now.day);
    last = Math.max(last, options.now.day + 1);
  }
  const start = options.from ?? first;
  const end = options.to === undefined ? last : options.to + 1;
  // An axis set past all events still has a length.
  return { start: Math.min(start, end - 1), end: Math.max(end, start + 1) };
}
