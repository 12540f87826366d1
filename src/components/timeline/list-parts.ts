/** What rows and cards share: events in the order of time, their words measured, the layout's empty parts. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { sortDay } from '../../dates/date-types.js';
import { measureText, type TextStyle } from '../../measure/text-width.js';
import { wrapInline, wrapText } from '../../measure/wrap.js';
import type { ComponentContext } from '../component.js';
import { outside } from './assemble.js';
import { wordBlocks } from './label.js';
import type { EventLayout, LaneLayout, NowMarker, TimelineLayout } from './layout-types.js';
import { eventsOf, lanesOf, type TimelineEvent, type TimelineNode } from './node.js';
import { nowText, printDate } from './print-date.js';
import { isInSight } from './shape.js';

/** An event with its place among lanes. */
export interface ListItem {
  readonly lane: number;
  readonly index: number;
  readonly event: TimelineEvent;
}

/** Sizes of text in px: title and text of a label, lines of both. */
export interface ListStyle {
  readonly title: number;
  readonly text: number;
  readonly line: number;
}

/** The sizes to try, the largest first; none is below what can be read. */
export const listStyles: readonly ListStyle[] = [
  { title: 24, text: 21.6, line: 31.2 },
  { title: 20, text: 18, line: 26 },
  { title: 18, text: 16.2, line: 23.4 },
  { title: 16, text: 16, line: 20.8 },
];

/** Size of dates and their line. */
export const dateStyle = { size: 16, weight: 400, line: 22 } as const;

/** List the events that are in sight, in the order of time. */
export function listItems(node: TimelineNode): ListItem[] {
  const items = lanesOf(node).flatMap((lane, row) =>
    eventsOf(lane).map((event, index): ListItem => ({ lane: row, index, event })),
  );
  return items
    .filter(({ event: { when } }) => isInSight(when, node.options))
    .sort((one, other) => sortDay(one.event.when) - sortDay(other.event.when) || one.lane - other.lane);
}

/** Measure the height of an event's words in a column. */
export function measureWords(event: TimelineEvent, width: number, { title, text, line }: ListStyle): number {
  const lines = wordBlocks(event, title, text).flatMap((pieces) => wrapInline(pieces, width).lines);
  return lines.length * line;
}

/** Measure the height of blocks in a column: every paragraph and item by its lines. */
export function measureBlocks(
  nodes: readonly Nodes[],
  width: number,
  style: TextStyle,
  line: number,
): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'paragraph' || !('children' in node)) {
      return sum + wrapText(toString(node), width, style).length * line;
    }
    return sum + measureBlocks(node.children, node.type === 'listItem' ? width - 18 : width, style, line);
  }, 0);
}

/** Measure a printed date. */
export function dateWidth(event: TimelineEvent, node: TimelineNode, context: ComponentContext): number {
  return Math.ceil(measureText(printDate(event.when, node.options, context).text, dateStyle)) + 3;
}

/** Put the places of events back into their lanes. */
export function gatherLanes(
  node: TimelineNode,
  places: ReadonlyMap<ListItem, EventLayout>,
  names: readonly Pick<LaneLayout, 'name' | 'key'>[],
): LaneLayout[] {
  const byKey = new Map([...places].map(([{ lane, index }, place]) => [`${lane} ${index}`, place]));
  return lanesOf(node).map((lane, row) => ({
    name: names[row]?.name ?? { x: 0, y: 0 },
    key: names[row]?.key,
    unlabelled: 0,
    count: { x: 0, y: 0 },
    events: eventsOf(lane).map((_, index) => byKey.get(`${row} ${index}`) ?? outside),
  }));
}

/** A list without anything in it, to be filled. */
export const emptyList = {
  facing: false,
  eras: [],
  axes: [],
  ticks: [],
  breaks: [],
  rules: [],
  laneLines: [],
  words: [],
  now: undefined,
  scale: 'even',
  strip: undefined,
} as const satisfies Partial<TimelineLayout>;

/** Write where the marker of now stands at the right edge, on a line or alone. */
export function nowAtEdge(
  { options }: TimelineNode,
  place: { readonly width: number; readonly y: number; readonly hasLine: boolean },
  context: ComponentContext,
): NowMarker | undefined {
  if (!options.now) return undefined;
  const width = Math.ceil(measureText(nowText(options, context), { size: 14, weight: 600 })) + 3;
  const line = { from: { x: 0, y: place.y }, to: { x: place.width, y: place.y } };
  return {
    line: place.hasLine ? line : undefined,
    x: place.width + 6,
    y: place.hasLine ? place.y - 21 : place.y,
    side: 'left',
    width,
  };
}
