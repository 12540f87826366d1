/** Takes code side by side and leaves its size, its height in a room, or the parts that fit, cut between rows. Sizes are those of style.css. */
import { measureText } from '../../measure/text-width.js';
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { type CodeCompareNode, type CodeRow, rowsOf, sizes } from './node.js';

/** What a slide of 16:9 has under a title of two lines; a slide of another size is measured when it is cut. */
const usual = { width: 1136, height: 460 };

const space = { between: 36, inside: 36 };
/** In px: the column titles; a row's name; the edges of its panels and the air below. */
const heights = { titles: 42, name: 30, edges: 24, below: 14 };
const line = 1.46;

/** Measure the place of a line in one of several columns. */
export function columnWidth(columns: number, width = usual.width): number {
  return (width - (columns - 1) * space.between) / columns - space.inside;
}

/** Measure a line of code. */
export function measureLine(text: string, size: number): number {
  return measureText(text.replaceAll('\t', '    '), { size, weight: 400, family: 'mono' });
}

/** Choose the largest size in which a place holds all of it. */
export function chooseSize(
  rows: readonly CodeRow[],
  columns: number,
  place: Pick<Room, 'width' | 'height'> = usual,
): CodeCompareNode['size'] {
  const width = columnWidth(columns, place.width);
  const fits = (size: number) => {
    const down = rows.reduce((sum, row) => sum + rowHeight(row, width, size), heights.titles);
    const across = rows.flatMap((row) => row.children.flatMap(({ value }) => value.split('\n')));
    return down <= place.height && across.every((text) => measureLine(text, size) <= width);
  };
  return sizes.find(fits) ?? 16;
}

/** Estimate the height of code side by side. */
export function measureCodeCompare(node: CodeCompareNode, room: Room): number {
  return rowHeights(node, room).reduce((sum, height) => sum + height, frameHeight(node, room));
}

/** Cut code between its rows. */
export function splitCodeCompare(node: CodeCompareNode, room: Room): readonly CodeCompareNode[] {
  const rows = rowsOf(node);
  const height = Math.min(usual.height, room.height);
  // The size was chosen for a usual slide; this one may be narrower, or hold more than the code.
  const sized = { ...node, size: chooseSize(rows, node.columns.length, { width: room.width, height }) };
  const items = rows.map((row) => [row]);
  return splitFigure(sized, 'codeRow', items, rowHeights(sized, room), frameHeight(sized, room), room);
}

function frameHeight(node: CodeCompareNode, room: Room): number {
  return measureFrame(node, 'codeRow', room) + heights.titles;
}

/** Code keeps its size where other content shrinks. */
function rowHeights(node: CodeCompareNode, { width }: Room): number[] {
  const inner = columnWidth(node.columns.length, width);
  return rowsOf(node).map((row) => rowHeight(row, inner, node.size));
}

function rowHeight({ name, children }: CodeRow, width: number, size: number): number {
  const lines = children.map(({ value }) =>
    value.split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(measureLine(text, size) / width)), 0),
  );
  const code = Math.max(1, ...lines) * size * line;
  return code + heights.edges + heights.below + (name === '' ? 0 : heights.name);
}
