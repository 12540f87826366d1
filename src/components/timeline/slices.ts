/** Events in the order of time, and runs of them: what cutting works with, and how much of it a slide holds in comfort. */
import { sortDay } from '../../dates/date-types.js';
import type { CutItem } from './cut-gaps.js';
import { eventsOf, lanesOf, type TimelineEvent, type TimelineNode } from './node.js';

/** What is comfortable to read along an axis: events in a lane, events on a slide. */
export const comfortable = { lane: 12, total: 24 } as const;
/** An event in the order of time. */
export interface Dated extends CutItem {
  readonly event: TimelineEvent;
}

/** Some events that follow one another. */
export type Slice = readonly Dated[];

/** List all events in the order of time. */
export function listDated(node: TimelineNode): Dated[] {
  return lanesOf(node)
    .flatMap((lane, row) =>
      eventsOf(lane).map((event): Dated => ({ event, lane: row, day: sortDay(event.when) })),
    )
    .sort((one, other) => one.day - other.day || one.lane - other.lane);
}

/** Tell whether a slide holds all of it in comfort. */
export function isComfortable(one: Slice): boolean {
  return one.length <= comfortable.total && laneNeeds(one).every((need) => need < 2);
}

/** Count the slides that each lane needs. */
export function laneNeeds(all: Slice): number[] {
  const counts = new Map<number, number>();
  for (const { lane } of all) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [...counts.values()].map((count) => Math.ceil(count / comfortable.lane));
}

/** Cut at indices. */
export function sliceAt(all: Slice, cuts: readonly number[]): Slice[] {
  return [0, ...cuts].map((start, index) => all.slice(start, cuts[index]));
}
