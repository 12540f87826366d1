/** Takes a timeline whose dates are read and reports what is probably not meant; nothing is changed here. */
import { toString } from 'mdast-util-to-string';
import { type FuzzyDate, firstDay, lastDay } from '../../dates/date-types.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { edgeOf, isSameUnit } from './extent.js';
import {
  erasOf,
  eventsOf,
  laneName,
  lanesOf,
  partOf,
  type TimelineChild,
  type TimelineEra,
  type TimelineEvent,
  type TimelineLane,
} from './node.js';
import type { TimelineOptions } from './options.js';

/** A title longer than this makes a label too high for a slide. */
const longestTitle = 60;
const mostLanes = 4;

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
  checkEras(eras, context);
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

function checkLanes(directive: ComponentDirective, lanes: TimelineLane[], { file }: ComponentContext): void {
  const seen = new Set<string>();
  const rank = lanes.map(laneName).find(Boolean)?.depth;
  for (const lane of lanes) {
    const name = laneName(lane);
    const text = name ? toString(name).trim() : '';
    if (name && seen.has(text)) {
      report(
        file,
        'timeline-lane-duplicate',
        name,
        `Unexpected second lane \`${text}\`, expected one of each name`,
        {
          note: 'Put the items under one heading, or name the lanes apart.',
        },
      );
    }
    seen.add(text);
    if (eventsOf(lane).length === 0) {
      report(
        file,
        'timeline-lane-empty',
        name ?? lane,
        `Unexpected lane \`${text}\` without events, expected a list`,
        {
          note: 'Add `- **date** text` items, or remove the heading.',
        },
      );
    }
    if (name && name.depth !== rank) {
      const [actual, expected] = ['#'.repeat(name.depth), '#'.repeat(rank ?? 3)];
      report(
        file,
        'timeline-lane-rank',
        name,
        `Unexpected rank \`${actual}\` of lane \`${text}\`, expected \`${expected}\``,
        {
          note: 'Write all lanes as headings of one rank.',
          actual,
          expected: [expected],
        },
      );
    }
  }
  if (lanes.length > mostLanes) {
    report(
      file,
      'timeline-lanes-many',
      directive,
      `Unexpected \`${lanes.length}\` lanes, expected ${mostLanes} at most`,
      {
        note: 'Join lanes, or make two timelines.',
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

function checkEras(eras: readonly TimelineEra[], { file }: ComponentContext): void {
  for (const [index, era] of eras.entries()) {
    if (era.when.kind === 'point') {
      report(
        file,
        'timeline-era-range',
        era,
        `Unexpected single date \`${era.when.written}\` of an era, expected a range`,
        {
          note: `Write \`${era.when.written}..\` and the end, or leave the end open.`,
          actual: era.when.written,
        },
      );
    }
    for (const earlier of eras.slice(0, index)) {
      const overlap = overlapOf(earlier, era);
      if (overlap === undefined) continue;
      report(
        file,
        'timeline-eras-overlap',
        era,
        `Unexpected overlap of \`${toString(earlier)}\` and \`${toString(era)}\`, expected eras one after another`,
        {
          note: `They share ${overlap}: end the first where the second begins.`,
        },
      );
    }
  }
}

/** Say how long two eras overlap; two that share only the unit between them touch. */
function overlapOf(one: TimelineEra, other: TimelineEra): string | undefined {
  // A single date is reported by itself.
  if (one.when.kind === 'point' || other.when.kind === 'point') return undefined;
  const [first, last] = firstDay(one.when) <= firstDay(other.when) ? [one, other] : [other, one];
  if (isSameUnit(edgeOf(first, 'to'), edgeOf(last, 'from'))) return undefined;
  const days = Math.min(lastDay(first.when), lastDay(last.when)) - firstDay(last.when) + 1;
  if (days <= 0) return undefined;
  if (!Number.isFinite(days)) return 'all time after that';
  return days < 45 ? `${days} days` : `${Math.round(days / 30.44)} months`;
}

function shortName(event: TimelineEvent): string {
  return `${event.when.written} ${toString(partOf(event, 'timelineTitle'))}`.trim().slice(0, 60);
}
