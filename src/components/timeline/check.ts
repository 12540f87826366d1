/** Takes a timeline whose dates are read and reports what is probably not meant; nothing is changed here. */
import { toString } from 'mdast-util-to-string';
import { type FuzzyDate, firstDay, lastDay } from '../../dates/date-types.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkEras } from './check-eras.js';
import { checkLanes, checkOnly } from './check-lanes.js';
import { checkSource } from './check-source.js';
import {
  eraNames,
  erasOf,
  eventsOf,
  lanesOf,
  partOf,
  type TimelineChild,
  type TimelineEra,
  type TimelineEvent,
  type TimelineLane,
} from './node.js';
import type { TimelineOptions } from './options.js';
import { coveredDays } from './scale.js';

/** A title longer than this makes a label too high for a slide. */
const longestTitle = 60;

/** Check lanes, events and eras. */
export function checkTimeline(
  directive: ComponentDirective,
  children: TimelineChild[],
  options: TimelineOptions,
  context: ComponentContext,
): void {
  const [lanes, eras] = [lanesOf({ children }), erasOf({ children })];
  checkLanes(directive, lanes, context);
  for (const lane of lanes) {
    for (const event of eventsOf(lane)) checkTitle(event, context);
    checkNeighbours(eventsOf(lane), context);
  }
  const dated = [...lanes.flatMap(eventsOf), ...eras];
  for (const node of dated) checkNow(node, options, context);
  checkEras(eras, eraNames({ children }), context);
  checkOutside(lanes, options, context);
  checkOnly(directive, lanes, options, context);
  checkSource(children, context);
  const events = lanes.flatMap(eventsOf);
  if (events.length === 1) {
    report(
      context.file,
      'timeline-single-event',
      directive,
      'Unexpected single event, expected two or more',
      {
        note: 'There is nothing to compare in time: use a sentence or a list.',
      },
    );
  }
}

function checkTitle(event: TimelineEvent, { file }: ComponentContext): void {
  const title = partOf(event, 'timelineTitle');
  const length = [...toString(title)].length;
  if (length <= longestTitle) return;
  report(
    file,
    'timeline-label-long',
    title,
    `Unexpected title of \`${length}\` characters, expected ${longestTitle} at most`,
    {
      note: 'Split it with ` — ` into title and text.',
    },
  );
}

/** Compare each event with the one before it. */
function checkNeighbours(events: readonly TimelineEvent[], { file }: ComponentContext): void {
  const seen = new Set<string>();
  for (const [index, event] of events.entries()) {
    const key = `${firstDay(event.when)} ${lastDay(event.when)} ${toString(partOf(event, 'timelineTitle'))}`;
    if (seen.has(key)) {
      report(
        file,
        'timeline-event-duplicate',
        event,
        `Unexpected second event \`${shortName(event)}\`, expected one`,
        {
          note: 'Remove one of the two, or tell them apart.',
        },
      );
    }
    seen.add(key);
    const before = events[index - 1];
    if (before && isOrderOpen(before.when, event.when)) {
      report(
        file,
        'timeline-precision-mixed',
        event,
        `Unexpected order of \`${before.when.written}\` and \`${event.when.written}\`, expected dates of one precision`,
        { note: `\`${before.when.written}\` may be before or after: write both as exactly as known.` },
      );
    }
  }
}

/** Tell whether one date contains the other, so that nobody can say which was first. */
function isOrderOpen(one: FuzzyDate, other: FuzzyDate): boolean {
  if (one.kind !== 'point' || other.kind !== 'point' || one.at.precision === other.at.precision) return false;
  return one.at.first <= other.at.last && other.at.first <= one.at.last;
}

function checkNow(
  { when, ...node }: TimelineEvent | TimelineEra,
  options: TimelineOptions,
  context: ComponentContext,
): void {
  if (options.now || when.kind !== 'range' || when.to !== 'now') return;
  report(
    context.file,
    'timeline-now-missing',
    node,
    `Unexpected end of \`${when.written}\`, expected a date for now`,
    {
      note: 'It is drawn open. Set `now=` to a date such as `2026-11`.',
    },
  );
}

/** Events beyond an end that the author set have no place. */
function checkOutside(
  lanes: readonly TimelineLane[],
  { from, to, now }: TimelineOptions,
  { file }: ComponentContext,
): void {
  const outside = lanes.flatMap(eventsOf).filter(({ when }) => {
    const { start, end } = coveredDays(when, now?.day);
    return (from !== undefined && end <= from) || (to !== undefined && start > to);
  });
  const [first] = outside;
  if (!first) return;
  const names = outside.map((event) => `\`${shortName(event)}\``);
  report(
    file,
    'timeline-event-outside',
    first,
    `Unexpected \`${outside.length}\` ${outside.length === 1 ? 'event' : 'events'} outside the axis, expected all between \`from\` and \`to\``,
    { note: `Not shown: ${names.join(', ')}. Widen \`from\` and \`to\`, or remove them.` },
  );
}

function shortName(event: TimelineEvent): string {
  return `${event.when.written} ${toString(partOf(event, 'timelineTitle'))}`.trim().slice(0, 60);
}
