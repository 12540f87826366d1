/** Takes the children of a timeline and leaves those that are to be shown: the lanes that `only` names, the days from `from` to `to`; the others as words. */
import { toString } from 'mdast-util-to-string';
import type { FuzzyDate } from '../../dates/date-types.js';
import type { ComponentContext } from '../component.js';
import {
  eventsOf,
  laneName,
  lanesOf,
  partOf,
  type TimelineChild,
  type TimelineEvent,
  type TimelineNode,
} from './node.js';
import type { TimelineOptions } from './options.js';
import { printDate } from './print-date.js';
import { coveredDays } from './scale.js';

/** Choose lanes by name; all where none of the names fits, as a timeline without lanes shows nothing. */
export function chooseLanes(
  children: readonly TimelineChild[],
  { only }: Pick<TimelineOptions, 'only'>,
): TimelineChild[] {
  const names = new Set(only);
  const isChosen = (child: TimelineChild): boolean =>
    child.type !== 'timelineLane' || names.has(toString(laneName(child)).trim().toLowerCase());
  const chosen = children.filter(isChosen);
  return only.length > 0 && lanesOf({ children: chosen }).length > 0 ? chosen : [...children];
}

/** Tell whether an event is on the axis that the author set; one that is not takes no slide. */
export function isInSight(when: FuzzyDate, { from, to, now }: TimelineOptions): boolean {
  const { start, end } = coveredDays(when, now?.day);
  return (from === undefined || end > from) && (to === undefined || start <= to);
}

/** Write the events that no slide shows, for the speaker: those of lanes that are not chosen, those outside the axis. */
export function listExcluded(
  all: readonly TimelineChild[],
  chosen: readonly TimelineChild[],
  options: TimelineOptions,
  context: ComponentContext,
): string[] {
  return lanesOf({ children: [...all] }).flatMap((lane) =>
    eventsOf(lane)
      .filter(({ when }) => !chosen.includes(lane) || !isInSight(when, options))
      .map((event) => writeEvent(event, options, context)),
  );
}

/** Write an event as a line of the speaker's notes. */
export function writeEvent(
  event: TimelineEvent,
  options: Pick<TimelineNode['options'], 'dates' | 'now'>,
  context: ComponentContext,
): string {
  const words = (['timelineTitle', 'timelineText', 'timelineDetail'] as const)
    .map((type) => toString(partOf(event, type)).trim())
    .filter(Boolean);
  return `${printDate(event.when, options, context).text}: ${words.join(' — ')}`;
}
