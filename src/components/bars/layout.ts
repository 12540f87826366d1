/** Takes a bar chart and a room and leaves its type size and widths, its height, or the parts that fit, cut between rows. Sizes are those of style.css. */
import { measureText } from '../../measure/text-width.js';
import { textOf } from '../../values/inline.js';
import type { Room } from '../component.js';
import { makeParts, measureFrame } from '../figure-layout.js';
import { measureInline, scaleLook } from '../measure-flow.js';
import { packItems } from '../pack-items.js';
import { type BarRow, type BarsNode, headOf, rowsOf } from './node.js';

/** How a chart is set: size of its text in px, widths of labels and of the longest number in ems. */
export interface BarsLook {
  readonly size: number;
  readonly label: number;
  readonly number: number;
}

/** Few rows speak louder. */
const sizes = [
  { most: 3, size: 36 },
  { most: 5, size: 28 },
] as const;
const leastSize = 22;
const line = 1.25;
/** Above and below a row, in ems. */
const padding = 0.95;
/** Between label and bar, and between bar and number, in ems; a label has two lines before it takes more. */
const gaps = { label: 1, number: 0.5 };
const mostLabel = 13;
const head = { size: 20, line: 1.3, weight: 400, below: 10, rule: 4 } as const;

/** Choose the size and the widths of a chart from its rows. */
export function chooseLook(node: BarsNode): BarsLook {
  const rows = rowsOf(node);
  const size = sizes.find(({ most }) => rows.length <= most)?.size ?? leastSize;
  const heads = (widthOf(headOf(node)?.children[0]) * head.size) / size;
  const labels = rows.map(({ children: [label] }) => widthOf(label));
  const numbers = rows.flatMap(({ children: [, ...cells] }) => cells.map(widthOf));
  return {
    size,
    label: Math.min(mostLabel, Math.max(heads, ...labels)) + gaps.label,
    number: Math.max(0, ...numbers) + gaps.number,
  };
}

/** Numbers of notes are small, yet take their place. */
function widthOf(cell: BarRow['children'][number] | undefined): number {
  const notes = cell?.children.filter(({ type }) => type === 'footnoteReference').length ?? 0;
  return measureText(textOf(cell?.children ?? []), { size: 1, weight: 600 }) * 1.03 + notes;
}

/** Estimate the height of a bar chart. */
export function measureBars(node: BarsNode, room: Room): number {
  return rowHeights(node, room).reduce((sum, height) => sum + height, frameHeight(node, room));
}

/** Cut a bar chart between its rows; every part keeps head and scale. */
export function splitBars(node: BarsNode, room: Room): readonly BarsNode[] {
  const rows = rowsOf(node);
  const frame = frameHeight(node, room);
  const pages = packItems(rowHeights(node, room), room.height - frame, room.nextHeight - frame);
  const first = node.children.filter((child) => child === headOf(node));
  return makeParts(
    node,
    'barRow',
    pages.map(({ start, end }) => [...first, ...rows.slice(start, end)]),
  );
}

function frameHeight(node: BarsNode, room: Room): number {
  const series = node.units.length;
  const { label, size } = chooseLook(node);
  const plot = (room.width - label * size * room.fit) / series;
  const heights = (headOf(node)?.children ?? []).map(({ children }, index) =>
    measureInline(children, index === 0 ? label * size * room.fit : plot, scaleLook(head, room.fit)),
  );
  return measureFrame(node, 'barRow', room) + Math.max(0, ...heights) + head.below + head.rule;
}

function rowHeights(node: BarsNode, { fit }: Room): number[] {
  const { label, size } = chooseLook(node);
  const look = { size: size * fit, weight: 600, line } as const;
  const width = (label - gaps.label) * look.size;
  return rowsOf(node).map(({ children: [words] }) => {
    const lines = measureInline(words?.children ?? [], width, look);
    return lines + padding * look.size;
  });
}
