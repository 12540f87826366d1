/** Takes a comparison and leaves the widths of its columns in per cent: subjects share equally what stub and context leave. */
import type { TextStyle } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { listCell, listContent, listHead, measureExtent } from './measure-cell.js';
import type { ComparisonNode } from './node.js';
import { type SheetRow, sheetRows } from './sheet.js';
import { contentStyle, headStyles, paddingOf } from './type.js';

/** The width of a slide's body; a narrower place keeps the shares. */
const tableWidth = 1136;

/** Edges stay where they are from slide to slide: the stub leaves its usual width only when it has to. */
const stubWidths = { least: 22, usual: 27, most: 34 } as const;
const contextWidths = { least: 7, most: 18 } as const;

/**
 * Measure columns: the stub first, then all others in order.
 *
 * @param perSlide how many subjects share a slide, where not all do
 */
export function measureColumns(
  { sheet, classes }: Pick<ComparisonNode, 'sheet' | 'classes'>,
  context: ComponentContext,
  perSlide?: number,
): number[] {
  const style = contentStyle(classes, 1);
  const rows = sheetRows(sheet);
  const others = sheet.columns.filter((column) => column.role !== 'context');
  const contexts = sheet.columns.map((column, index) =>
    column.role === 'context' ? contextWidth(index, rows, style, sheet, context) : 0,
  );
  const count = Math.max(1, Math.min(others.length, perSlide ?? others.length));
  const taken = contexts.reduce((sum, width) => sum + width, 0);
  const words = sheet.columns.map((column, index) =>
    column.role === 'context' ? 0 : neededWidth(index, rows, style, context) + paddingOf(column, 1),
  );
  const needed = share(Math.max(0, ...words));
  const stub = stubWidth(
    rows,
    style,
    sheet.columns.length > 4 || classes.includes('wide'),
    100 - taken - needed * count,
  );
  const subject = Math.max(0, 100 - stub - taken) / count;
  return [stub, ...contexts.map((width) => width || subject)].map((width) => Math.round(width * 100) / 100);
}

/** As wide as its longest label, in the usual bounds; narrower when words of the subjects would have to be broken. */
function stubWidth(rows: readonly SheetRow[], style: TextStyle, isCrowded: boolean, room: number): number {
  const labels = rows.map((row) => measureExtent(listHead(row.head, style)).all + 20);
  const natural = share(Math.max(0, ...labels));
  const usual = isCrowded
    ? clamp(natural, stubWidths.least, stubWidths.usual)
    : clamp(natural, stubWidths.usual, stubWidths.most);
  return Math.max(stubWidths.least, Math.min(usual, room));
}

/** Context is as narrow as its content. */
function contextWidth(
  index: number,
  rows: readonly SheetRow[],
  style: TextStyle,
  { columns }: ComparisonNode['sheet'],
  context: ComponentContext,
): number {
  const column = columns[index];
  const head = column ? measureExtent(listContent(column.head.content, headStyles.context)).all : 0;
  const cells = rows.map((row) => {
    const cell = row.cells[index];
    return cell ? measureExtent(listCell(cell, style, context)).all : 0;
  });
  return clamp(share(Math.max(head, ...cells) + 31), contextWidths.least, contextWidths.most);
}

function neededWidth(
  index: number,
  rows: readonly SheetRow[],
  style: TextStyle,
  context: ComponentContext,
): number {
  const words = rows.map((row) => {
    const cell = row.cells[index];
    return cell ? measureExtent(listCell(cell, style, context)).word : 0;
  });
  return Math.max(0, ...words);
}

function share(width: number): number {
  return (width / tableWidth) * 100;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
