/** Takes a timeline and slices of its events and leaves a part for each; work and result are linear in the events of all parts. */
import { chooseAxis } from './domain.js';
import type { TimelineNode } from './node.js';
import { makePart, makeWindows, shareEras } from './part.js';
import { clipDate, type Domain } from './scale.js';
import type { Dated, Slice } from './slices.js';

/** How many places the strip at the foot of a part has for events, about two pixels each: nearer marks are one to the eye. */
const stripPlaces = 560;

/** What all parts of a timeline share, found once. */
export interface Whole {
  readonly node: TimelineNode;
  readonly domain: Domain;
  /** The days that the strips mark. */
  readonly days: readonly number[];
}

/** Find what all parts of a timeline share. */
export function readWhole(node: TimelineNode, all: Slice): Whole {
  const { domain } = chooseAxis(node.children, node.options);
  const perDay = stripPlaces / Math.max(1, domain.end - domain.start);
  // Many events have one place on a strip; every strip would go through all of them.
  const places = new Map(all.map(({ day }) => [Math.round((day - domain.start) * perDay), day]));
  return { node, domain, days: [...places.values()] };
}

/**
 * Make the parts of slices that follow one another.
 *
 * @param before ranges of earlier slices, which may go on
 */
export function makeParts(
  { node, domain, days }: Whole,
  slices: readonly Slice[],
  before: Slice = [],
): TimelineNode[] {
  const { spans, domains } = makeWindows(node, slices, domain);
  const eras = shareEras(node, domains);
  // The overview is a slide of its own, and counted as one.
  const first = node.options.overview ? 2 : 1;
  let ranges = before;
  return slices.map((own, index) => {
    const window = domains[index] ?? domain;
    const goingOn = keepGoing(node, ranges, window);
    ranges = [...goingOn, ...own];
    return makePart(
      node,
      { own, goingOn, eras: eras[index] ?? [] },
      {
        number: index + first,
        total: slices.length + first - 1,
        span: spans[index] ?? domain,
        domain: window,
        whole: domain,
        days,
      },
    );
  });
}

/** Keep the ranges that are not over when a window begins: what is over has no place in a later one either. */
export function keepGoing(node: TimelineNode, earlier: Slice, window: Domain): Dated[] {
  const now = node.options.now?.day;
  return earlier.filter(({ event: { when } }) => when.kind === 'range' && clipDate(when, window, now));
}
