/** Takes the events of a timeline and leaves them as cards in rows, each lane by itself: date, title, text and detail. */
import { toString } from 'mdast-util-to-string';
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { eraStyle } from './era-bands.js';
import { type Frame, strip } from './geometry.js';
import type { EraLayout, EventLayout, LaneLayout, Stroke, TimelineLayout } from './layout-types.js';
import {
  dateStyle,
  emptyList,
  gatherLanes,
  type ListItem,
  type ListStyle,
  listItems,
  listStyles,
  measureBlocks,
  measureWords,
  nowAtEdge,
} from './list-parts.js';
import { erasOf, laneName, lanesOf, partOf, type TimelineNode } from './node.js';
import { printDate } from './print-date.js';
import type { Wanted } from './tracks.js';

/** Sizes in px: least width of a card, air between cards and rows, from the line down to the date. */
const sizes = { card: 240, gap: 32, row: 28, head: 18 } as const;
/** Details are so much smaller than the title, and never smaller than anything may be; `row-style.css` says the same. */
const details = { smaller: 4, least: 16, line: 1.375, air: 8 } as const;
const mostColumns = 4;

/** Lay a timeline out in cards; nothing where all are wanted and they are too high. */
export function layoutCards(
  node: TimelineNode,
  frame: Frame,
  wanted: Wanted,
  context: ComponentContext,
): TimelineLayout | undefined {
  const items = listItems(node);
  for (const style of listStyles) {
    const layout = drawCards(node, items, frame, style, context);
    const isLast = style === listStyles.at(-1);
    if (layout.height <= frame.height || (isLast && wanted === 'some')) return layout;
  }
  return undefined;
}

function drawCards(
  node: TimelineNode,
  items: readonly ListItem[],
  frame: Frame,
  style: ListStyle,
  context: ComponentContext,
): TimelineLayout {
  const width = cardWidth(node, items, frame.width);
  const places = new Map<ListItem, EventLayout>();
  const axes: Stroke[] = [];
  const names: Pick<LaneLayout, 'name' | 'key'>[] = [];
  const head = placeEras(node, frame, context);
  let y = head.height;
  for (const [row, lane] of lanesOf(node).entries()) {
    names.push({ name: { x: 0, y }, key: undefined });
    if (laneName(lane)) y += strip.name + 10;
    const own = items.filter((item) => item.lane === row);
    for (const cards of inRows(own, columnsOf(frame.width, width))) {
      // The line runs on to the edge where the next row takes it up.
      const isLast = cards.at(-1) === own.at(-1);
      const end = isLast ? cards.length * (width + sizes.gap) - sizes.gap : frame.width;
      axes.push({ from: { x: 0, y: y + 8 }, to: { x: end, y: y + 8 } });
      for (const [column, item] of cards.entries()) {
        const x = column * (width + sizes.gap);
        places.set(item, placeCard(x, y, width));
      }
      y += Math.max(...cards.map((item) => cardHeight(item, width, style))) + sizes.row;
    }
  }
  return {
    ...emptyList,
    form: 'cards',
    textSize: style.title,
    width: frame.width,
    height: Math.ceil(y - sizes.row + 4),
    axes,
    lanes: gatherLanes(node, places, names),
    eras: head.eras,
    now: nowAtEdge(node, { width: frame.width - 6, y: 0, hasLine: false }, context),
  };
}

/** Few cards are wider, so that a row is always full. */
function cardWidth(node: TimelineNode, items: readonly ListItem[], width: number): number {
  const longest = Math.max(
    ...lanesOf(node).map((_, row) => items.filter(({ lane }) => lane === row).length),
    1,
  );
  const most = Math.min(mostColumns, Math.max(1, columnsOf(width, sizes.card)));
  // Five cards are three and two, not four and one.
  const columns = Math.ceil(longest / Math.ceil(longest / most));
  return (width - (columns - 1) * sizes.gap) / columns;
}

function columnsOf(width: number, card: number): number {
  return Math.floor((width + sizes.gap + 0.5) / (card + sizes.gap));
}

function inRows(items: readonly ListItem[], columns: number): ListItem[][] {
  const rows: ListItem[][] = [];
  for (let at = 0; at < items.length; at += columns) rows.push(items.slice(at, at + columns));
  return rows;
}

function placeCard(x: number, y: number, width: number): EventLayout {
  return {
    mark: { x: x + 7, y: y + 8 },
    bar: undefined,
    whisker: undefined,
    label: { x, side: 'right', top: y + sizes.head, width },
    leader: [],
  };
}

function cardHeight({ event }: ListItem, width: number, style: ListStyle): number {
  const detail = partOf(event, 'timelineDetail');
  const size = Math.max(details.least, style.title - details.smaller);
  const blocks = detail
    ? details.air + measureBlocks(detail.children, width, { size, weight: 400 }, size * details.line)
    : 0;
  return sizes.head + dateStyle.line + measureWords(event, width, style) + blocks;
}

/** Eras have no axis to lie on: they are said in a line over the cards, with their dates. */
function placeEras(
  node: TimelineNode,
  frame: Frame,
  context: ComponentContext,
): { readonly eras: EraLayout[]; readonly height: number } {
  let [left, line] = [0, 0];
  const eras = erasOf(node).map((era): EraLayout => {
    const text = `${toString(era)}, ${printDate(era.when, node.options, context).text}`;
    const width = Math.min(frame.width, Math.ceil(measureText(text, eraStyle)) + 3);
    if (left > 0 && left + width > frame.width) [left, line] = [0, line + 1];
    const place = { band: undefined, label: { left, top: line * 24, width } };
    left += width + sizes.gap;
    return place;
  });
  return { eras, height: eras.length > 0 || node.options.now ? (line + 1) * 24 + 12 : 0 };
}
