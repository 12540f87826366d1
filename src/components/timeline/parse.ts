/** Takes a `:::timeline` directive and leaves a timeline node with lanes, events and eras; mistakes become messages. */
import type { Heading, List, ListItem, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { sortDay } from '../../dates/date-types.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkTimeline } from './check.js';
import {
  lanesOf,
  spanOf,
  type TimelineChild,
  type TimelineEra,
  type TimelineEvent,
  type TimelineLane,
  type TimelineLaneName,
  type TimelineNode,
} from './node.js';
import { readOptions, type TimelineOptions } from './options.js';
import { makeEvent, readItem } from './read-item.js';
import { chooseLanes, listExcluded } from './shape.js';
import { sortItems } from './sort-items.js';

/** A lane of the source, before its items are read. */
interface RawLane {
  readonly heading: Heading | undefined;
  readonly lists: List[];
}

/** Read a timeline. Nothing is returned when it has no dated event: the author's text then stays as it is. */
export function parseTimeline(
  directive: ComponentDirective,
  context: ComponentContext,
): TimelineNode | undefined {
  const options = readOptions(directive, context);
  const { lanes, others } = gather(directive);
  const children = [...readLanes(lanes, options, context), ...others];
  const undated = children.some(({ type }) => type === 'timelineLeftover');
  if (!children.some((child) => child.type === 'timelineLane' && hasEvent(child))) {
    // Items without a date were reported one by one.
    if (!undated) reportNoList(directive, context);
    return undefined;
  }
  checkTimeline(directive, children, options, context);
  const chosen = chooseLanes(children, options);
  const { id, class: className } = directive.attributes ?? {};
  return {
    type: 'timeline',
    id: id || `timeline-${directive.position?.start.line ?? 1}`,
    classes: (className ?? '').split(/\s+/).filter(Boolean),
    options,
    excluded: listExcluded(children, chosen, options, context),
    children: chosen,
    ...spanOf([directive]),
  };
}

function reportNoList(directive: ComponentDirective, { file }: ComponentContext): void {
  report(
    file,
    'timeline-list-missing',
    directive,
    'Unexpected timeline without a list of events, expected one',
    { note: 'Write a list of `- **2015-03** text`; the list of eras is none.' },
  );
}

/** Sort the blocks of the directive: headings and lists make lanes, everything else is kept beside them. */
function gather(directive: ComponentDirective): { lanes: RawLane[]; others: TimelineChild[] } {
  const lanes: RawLane[] = [];
  const others: TimelineChild[] = [];
  for (const child of directive.children) {
    if (child.type === 'heading') lanes.push({ heading: child, lists: [] });
    else if (child.type === 'list') {
      if (lanes.length === 0) lanes.push({ heading: undefined, lists: [] });
      lanes.at(-1)?.lists.push(child);
    } else if (child.type === 'paragraph') others.push(readParagraph(child));
    // A comment holds options or a remark of the author; neither is text.
    else if (child.type !== 'html' || !child.value.startsWith('<!--')) others.push(child as TimelineChild);
  }
  return { lanes, others };
}

function readParagraph(paragraph: Paragraph): TimelineChild {
  const { children } = paragraph;
  if (paragraph.data?.directiveLabel) return { type: 'timelineCaption', children, ...spanOf([paragraph]) };
  if (/^sources?:/i.test(toString(paragraph)))
    return { type: 'timelineSource', children, ...spanOf([paragraph]) };
  return paragraph;
}

function readLanes(raw: RawLane[], options: TimelineOptions, context: ComponentContext): TimelineChild[] {
  const eraNames = new Set(['eras', context.strings.eras.toLowerCase(), ...options.eras]);
  const leftover: ListItem[] = [];
  const children = raw.flatMap(({ heading, lists }): TimelineChild[] => {
    const items = lists.flatMap((list) => list.children);
    const isEras = heading && eraNames.has(toString(heading).trim().toLowerCase());
    return isEras
      ? [readName(heading), ...readEras(items, leftover, context)]
      : [readLane({ heading, lists }, leftover, context)];
  });
  if (leftover.length > 0) {
    children.push({ type: 'timelineLeftover', children: leftover, ...spanOf(leftover) });
  }
  return children;
}

function readLane(
  { heading, lists }: RawLane,
  leftover: ListItem[],
  context: ComponentContext,
): TimelineLane {
  const events: TimelineEvent[] = [];
  const items = lists.flatMap((list) => list.children);
  for (const item of items) {
    const dated = readItem(item, context.file);
    if (dated) events.push(makeEvent(item, dated));
    else leftover.push(item);
  }
  reportOrder(events, lists, context);
  // A stable sort: what happened on one day stays in the author's order.
  events.sort((one, other) => sortDay(one.when) - sortDay(other.when));
  const name = heading && readName(heading);
  return {
    type: 'timelineLane',
    children: name ? [name, ...events] : events,
    ...spanOf(heading ? [heading, ...items] : items),
  };
}

function readName(heading: Heading): TimelineLaneName {
  const { depth, children } = heading;
  return { type: 'timelineLaneName', depth, children, ...spanOf([heading]) };
}

/** The plain list must read right, so the order of the source matters although the drawing sorts. */
function reportOrder(
  events: readonly TimelineEvent[],
  lists: readonly List[],
  { file }: ComponentContext,
): void {
  // One sort mends them all, so the first message carries it.
  let fix = sortItems(events, lists, String(file.value));
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (!before || sortDay(before.when) <= sortDay(event.when)) continue;
    report(
      file,
      'timeline-order',
      event,
      `Unexpected \`${event.when.written}\` after \`${before.when.written}\`, expected time order`,
      {
        note: 'Move the item: a plain viewer shows the list as it is written.',
        actual: event.when.written,
        fix,
      },
    );
    fix = undefined;
  }
}

function readEras(items: ListItem[], leftover: ListItem[], context: ComponentContext): TimelineEra[] {
  return items.flatMap((item) => {
    const dated = readItem(item, context.file);
    if (!dated) leftover.push(item);
    return dated ? [{ type: 'timelineEra', when: dated.when, children: dated.label, ...spanOf([item]) }] : [];
  });
}

function hasEvent(lane: TimelineLane): boolean {
  return lanesOf({ children: [lane] }).some((one) =>
    one.children.some(({ type }) => type === 'timelineEvent'),
  );
}
