/**
 * Takes the events of a timeline and leaves them as rows along an upright axis: dates before it, words after it, and the time
 * between two written where it is long. Two lanes stand on both sides. Rows are for texts that are too long for flags.
 */
import { toString } from 'mdast-util-to-string';
import { firstDay } from '../../dates/date-types.js';
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { elapsedText } from './elapsed.js';
import { eraStyle, measureEra } from './era-bands.js';
import { type Frame, nameStyle, strip } from './geometry.js';
import type { AxisWords, EraLayout, EventLayout, LaneLayout, TimelineLayout } from './layout-types.js';
import {
  dateStyle,
  dateWidth,
  emptyList,
  gatherLanes,
  type ListItem,
  type ListStyle,
  listItems,
  listStyles,
  nowAtEdge,
} from './list-parts.js';
import { erasOf, laneName, lanesOf, type TimelineNode } from './node.js';
import {
  type Columns,
  extraAir,
  isMisscaled,
  measureRows,
  type Row,
  sizes,
  tailHeight,
} from './row-heights.js';
import { coveredDays } from './scale.js';
import type { Wanted } from './tracks.js';

/** Lay a timeline out in rows; nothing where all are wanted and they are too high. */
export function layoutRows(
  node: TimelineNode,
  frame: Frame,
  wanted: Wanted,
  context: ComponentContext,
): TimelineLayout | undefined {
  const items = listItems(node);
  const columns = chooseColumns(node, items, frame, context);
  const top = headHeight(node, columns);
  for (const style of listStyles) {
    const rows = measureRows(node, items, columns, style);
    const fixed = rows.reduce((sum, row) => sum + row.height + extraAir(row), 0) + tailHeight(node, rows);
    const free = (frame.height - top - fixed) / Math.max(1, rows.length - 1);
    const isLast = style === listStyles.at(-1);
    if (free < sizes.least && !(isLast && wanted === 'some')) continue;
    const air = Math.min(sizes.most, Math.max(sizes.least, free));
    return drawRows({ node, frame, columns, rows, style, top, air, context });
  }
  return undefined;
}

function chooseColumns(
  node: TimelineNode,
  items: readonly ListItem[],
  { width }: Frame,
  context: ComponentContext,
): Columns {
  if (isFacing(node, width))
    return { axis: width / 2, facing: true, words: Math.min(520, width / 2 - sizes.air) };
  const axis = Math.max(0, ...items.map(({ event }) => dateWidth(event, node, context))) + sizes.air;
  const eras = erasOf(node).length > 0 ? sizes.era : 0;
  return { axis, facing: false, words: Math.min(sizes.words, width - axis - sizes.air - eras) };
}

/** Two lanes face each other where there is room for two columns. */
function isFacing(node: TimelineNode, width: number): boolean {
  return lanesOf(node).length === 2 && node.options.layout === 'lanes' && width >= 700;
}

function headHeight(node: TimelineNode, { facing }: Columns): number {
  const named = lanesOf(node).some(laneName);
  return named || facing ? strip.name + 10 : 8;
}

interface RowsDrawing {
  readonly node: TimelineNode;
  readonly frame: Frame;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly style: ListStyle;
  readonly top: number;
  readonly air: number;
  readonly context: ComponentContext;
}

function drawRows(drawing: RowsDrawing): TimelineLayout {
  const { node, frame, columns, rows, style, top, air, context } = drawing;
  const places = new Map<ListItem, EventLayout>();
  const words: AxisWords[] = [];
  const tops: number[] = [];
  let y = top;
  let nowY: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (index > 0) y += air;
    if (row.since !== undefined) {
      const text = elapsedText(row.since, context.strings);
      words.push({ kind: 'elapsed', text, x: columns.axis + sizes.air, y: y - air / 2 + 1 });
      y += sizes.elapsed;
    }
    if (row.afterNow) {
      nowY = y + sizes.now - 12;
      y += sizes.now;
    }
    places.set(row.item, placeRow(row, y, drawing));
    tops.push(y);
    y += row.height;
  }
  if (isMisscaled(node.options)) {
    words.push({ kind: 'scale', text: context.strings.notToScale, x: columns.axis + sizes.air, y: y + 6 });
    y += sizes.elapsed;
  }
  const end = y;
  if (node.options.now && nowY === undefined) nowY = end + sizes.now;
  const height = Math.ceil(Math.max(end + 8, nowY === undefined ? 0 : nowY + 4));
  const axis = { from: { x: columns.axis, y: top - 4 }, to: { x: columns.axis, y: height } };
  return {
    ...emptyList,
    form: 'rows',
    facing: columns.facing,
    textSize: style.title,
    width: frame.width,
    height,
    axes: [axis],
    words,
    lanes: gatherLanes(node, places, placeNames(node, columns)),
    eras: placeEras(drawing, tops),
    now:
      nowY === undefined
        ? undefined
        : nowAtEdge(node, { width: frame.width, y: nowY, hasLine: true }, context),
  };
}

function placeRow({ item }: Row, top: number, { columns, style }: RowsDrawing): EventLayout {
  const onLeft = columns.facing && item.lane === 0;
  const y = top + (columns.facing ? dateStyle.line / 2 : style.line / 2);
  const mark = { x: columns.axis, y };
  return {
    mark,
    bar: undefined,
    whisker: undefined,
    label: {
      x: columns.axis + (onLeft ? -sizes.air : sizes.air),
      side: onLeft ? 'left' : 'right',
      top,
      width: columns.words,
    },
    leader: [],
  };
}

/** Names stand over their side; on one side they are a key. */
function placeNames(node: TimelineNode, columns: Columns): Pick<LaneLayout, 'name' | 'key'>[] {
  let left = 0;
  return lanesOf(node).map((lane, row) => {
    const name = laneName(lane);
    const width = name ? Math.ceil(measureText(toString(name), nameStyle)) : 0;
    if (columns.facing) {
      const x = row === 0 ? columns.axis - sizes.air - width : columns.axis + sizes.air;
      return { name: { x, y: 0 }, key: undefined };
    }
    const isKey = lanesOf(node).length > 1;
    const place = {
      name: { x: isKey ? left + 22 : 0, y: 0 },
      key: isKey && name ? { x: left + 8, y: strip.name / 2 + 1 } : undefined,
    };
    left += width + 54;
    return place;
  });
}

/** Bands lie behind the rows that begin in them; their labels stand at the right, where the words leave room. */
function placeEras({ node, frame, columns, rows, air }: RowsDrawing, tops: readonly number[]): EraLayout[] {
  const now = node.options.now?.day;
  return erasOf(node).map((era) => {
    const { start, end } = coveredDays(era.when, now);
    const inside = rows.flatMap((row, index) => {
      const day = firstDay(row.item.event.when);
      return day >= start && day < end ? [index] : [];
    });
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return { band: undefined, label: undefined };
    const top = (tops[first] ?? 0) - air / 2;
    const bottom = (tops[last] ?? 0) + (rows[last]?.height ?? 0) + air / 2;
    const { width } = measureEra(era, sizes.era - 2 * eraStyle.inset);
    const left = columns.facing ? eraStyle.inset : frame.width - width - eraStyle.inset;
    return {
      band: { left: 0, right: frame.width, top, bottom },
      label:
        columns.facing && columns.axis - sizes.air - columns.words < width + 2 * eraStyle.inset
          ? { left: frame.width - width - eraStyle.inset, top: top + 5, width }
          : { left, top: top + 5, width },
    };
  });
}
