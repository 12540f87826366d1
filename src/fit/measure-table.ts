/** Takes a table and leaves its height: widths of columns as a browser shares them out, then the lines of every row. */
import type { Table, TableCell, TableRow } from 'mdast';
import { type Box, inlineSize, type Measuring, measureLines, sizeOf, styleOf } from './box.js';
import { measureWanted, type WantedWidth } from './lines.js';
import { pictures, type TextMetrics, tables, texts } from './metrics.js';
import { readRuns } from './runs.js';

/** Measure a table, its margins left out. */
export function measureTable(table: Table, { width, place }: Box, measuring: Measuring): number {
  const [head, ...rows] = table.children;
  if (!head) return 0;
  const columns = Math.max(...table.children.map((row) => row.children.length));
  const widths = shareWidth(wantedColumns(table, columns, measuring), width);
  const size = sizeOf(texts.cell, measuring.fit);
  const isPart = table.data?.hProperties?.dataPart !== undefined;
  const isAiry = place === 'body' && !isPart && rows.length <= tables.airyRows;
  const down = (isAiry ? tables.airyDown : tables.down) * size * 2;
  const hairlines = tables.hairline * Math.max(0, rows.length - 1);
  const body = rows.reduce((sum, row) => sum + measureRow(row, widths, texts.cell, measuring) + down, 0);
  return measureHead(head, widths, measuring) + body + hairlines + tables.rule;
}

/** A head without words takes no room. */
function measureHead(head: TableRow, widths: readonly number[], measuring: Measuring): number {
  if (head.children.every((cell) => cell.children.length === 0)) return tables.rule;
  const text = headText(head);
  const padding = tables.headBelow * sizeOf(text, measuring.fit);
  return measureRow(head, widths, text, measuring) + padding + tables.rule;
}

/** A head that names subjects speaks louder. */
function headText(head: TableRow): TextMetrics {
  const named = head.children.some((cell) =>
    cell.children.some((node) => node.type === 'html' && node.value.includes('subject-')),
  );
  return named ? texts.subjectHead : texts.head;
}

function measureRow(
  row: TableRow,
  widths: readonly number[],
  text: TextMetrics,
  measuring: Measuring,
): number {
  const line = sizeOf(text, measuring.fit) * text.line;
  const heights = row.children.map((cell, index) =>
    measureLines(
      cell.children,
      (widths[index] ?? 0) - across(index, widths.length, text, measuring.fit),
      text,
      measuring,
    ),
  );
  return Math.max(line, ...heights);
}

/** Padding between columns; none behind the last. */
function across(index: number, count: number, text: TextMetrics, fit: number): number {
  return index < count - 1 ? tables.across * sizeOf(text, fit) : 0;
}

function wantedColumns(table: Table, count: number, measuring: Measuring): WantedWidth[] {
  return Array.from({ length: count }, (_, index) => {
    const wanted = table.children.map((row, place) => {
      const text = place === 0 ? headText(row) : texts.cell;
      const { least, most } = wantedCell(row.children[index], text, measuring);
      const padding = across(index, count, text, measuring.fit);
      return { least: least + padding, most: most + padding };
    });
    return {
      least: Math.max(...wanted.map((one) => one.least)),
      most: Math.max(...wanted.map((one) => one.most)),
    };
  });
}

function wantedCell(cell: TableCell | undefined, text: TextMetrics, { fit, pixels }: Measuring): WantedWidth {
  return measureWanted(readRuns(cell?.children ?? [], styleOf(text, fit), inlineSize(pixels, pictures.most)));
}

/** Share a width out as CSS does for a table of automatic columns. */
export function shareWidth(columns: readonly WantedWidth[], width: number): number[] {
  const least = columns.reduce((sum, one) => sum + one.least, 0);
  const most = columns.reduce((sum, one) => sum + one.most, 0);
  if (most <= width)
    return columns.map((one) => (most > 0 ? (one.most / most) * width : width / columns.length));
  if (least >= width) return columns.map((one) => one.least);
  const share = (width - least) / (most - least);
  return columns.map((one) => one.least + (one.most - one.least) * share);
}
