/** Takes a comparison and a room and leaves heights: of the frame that every slide repeats, of each row, of all. */
import { toString } from 'mdast-util-to-string';
import type { TextStyle } from '../../measure/text-width.js';
import { wrapText } from '../../measure/wrap.js';
import type { ComponentContext, Room } from '../component.js';
import { listLegend } from './legend.js';
import { countLines, listCell, listContent, listHead } from './measure-cell.js';
import { type ComparisonNode, notesOf } from './node.js';
import { type Sheet, type SheetRow, sheetRows } from './sheet.js';
import {
  contentStyle,
  headStyles,
  legendStyle,
  lineHeight,
  noteStyle,
  paddingOf,
  rowPadding,
  scaled,
  verdictStyle,
} from './type.js';

/** What measuring a comparison needs to know. */
export interface Measuring {
  readonly node: ComparisonNode;
  readonly room: Pick<Room, 'width' | 'fit'>;
  readonly context: ComponentContext;
}

/** Estimate the height of a comparison on one slide. */
export function measureHeight(node: ComparisonNode, room: Room, context: ComponentContext): number {
  const measuring = { node, room, context };
  const labels = node.sheet.bodies.filter((body) => body.label).length * labelHeight(room.fit);
  const rows = sheetRows(node.sheet).reduce((sum, row) => sum + measureRow(row, measuring), 0);
  return measureFrame(measuring) + labels + rows + measureKey(measuring) + measureEnd(measuring);
}

/** Height of what every slide of a table has: caption and header. */
export function measureFrame({ node, room }: Measuring): number {
  const { sheet, caption, classes } = node;
  const captionStyle = { ...contentStyle(classes, room.fit) };
  const lines = caption.length > 0 ? countLines(listContent(caption, captionStyle), room.width) : 0;
  const captionHeight = lines > 0 ? lines * captionStyle.size * lineHeight + captionStyle.size / 2 : 0;
  const spanners = sheet.spanners.length > 0 ? 26 * room.fit + 6 : 0;
  return captionHeight + spanners + measureHead(sheet, room, classes) + 4;
}

/** Height of the key to the marks, where there are any. */
export function measureKey({ node, room, context }: Measuring): number {
  return listLegend(node, context.strings).length > 0 ? legendStyle.size * room.fit * 1.4 + 18 : 0;
}

function measureHead(
  { columns, widths }: Sheet,
  { width, fit }: Measuring['room'],
  classes: readonly string[],
): number {
  const small = scaled(headStyles.context, fit);
  const heights = columns.map((column, index) => {
    const isName = column.role === 'subject';
    const style = isName
      ? scaled(headStyles.subject, fit)
      : column.role === 'context'
        ? small
        : contentStyle(classes, fit);
    const room = ((widths[index + 1] ?? 0) * width) / 100 - paddingOf(column, fit);
    const label = countLines(listHead(column.head, style), room) * style.size * (isName ? 1.12 : 1.3);
    const sub = column.head.sub.length > 0 ? countLines(listContent(column.head.sub, small), room) : 0;
    return label + (sub + (column.baseline ? 1 : 0)) * small.size * 1.3 + (sub > 0 ? 4 : 0);
  });
  return Math.max(small.size * 1.3, ...heights) + 10 + 2;
}

/** Height of what stands at the end of the last slide: verdict, notes under the table. */
export function measureEnd({ node, room, context }: Measuring): number {
  const { sheet } = node;
  const foot = sheet.foot ? measureRow(sheet.foot, { node, room, context }, true) + 9 : 0;
  const style = scaled(noteStyle, room.fit);
  const texts = notesOf(node).filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
  const lines = texts.reduce((sum, note) => sum + wrapText(toString(note), room.width, style).length, 0);
  const count = lines + (sheet.hidden > 0 ? 1 : 0);
  const above = measureKey({ node, room, context }) > 0 ? 6 : 14;
  return foot + (count > 0 ? above + count * style.size * 1.34 + texts.length * 4 : 0);
}

/** Height of a group's label. */
export function labelHeight(fit: number): number {
  return 16 * fit + 24;
}

/** Height of a row: that of its tallest cell. */
export function measureRow(row: SheetRow, { node, room, context }: Measuring, isVerdict = false): number {
  const { sheet, classes } = node;
  const style = isVerdict ? scaled(verdictStyle, room.fit) : contentStyle(classes, room.fit);
  const widthAt = (index: number) => ((sheet.widths[index] ?? 0) * room.width) / 100;
  const cells = row.cells.map((cell, index) => {
    const lines = countLines(listCell(cell, style, context), widthAt(index + 1) - paddingOf(cell, room.fit));
    return lines + (cell.difference === undefined ? 0 : 0.85);
  });
  const lines = Math.max(...cells, 1) * style.size * lineHeight;
  return Math.max(measureLabel(row, style, widthAt(0) - 20, room.fit), lines) + rowPadding(classes);
}

/** Height of what a row is about; a subject speaks as in a header. */
function measureLabel({ head, subject }: SheetRow, style: TextStyle, width: number, fit: number): number {
  if (subject === 0) return countLines(listHead(head, style), width) * style.size * lineHeight;
  const name: TextStyle = { ...style, size: style.size * 1.05, weight: 600, family: 'display' };
  const small = scaled(headStyles.context, fit);
  const sub = head.sub.length > 0 ? countLines(listContent(head.sub, small), width) : 0;
  return countLines(listHead(head, name), width) * name.size * 1.2 + sub * small.size * 1.3;
}
