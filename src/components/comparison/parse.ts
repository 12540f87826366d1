/** Takes a `:::comparison` and leaves its parts, and what its table means as written. */
import type { Table, TableRow } from 'mdast';
import type { ComponentDirective } from '../component.js';
import type { Specs } from './comment.js';
import { readColumns, readLabel } from './header.js';
import { bodyRows, type Column, type Comparison } from './node.js';
import type { ComparisonOptions } from './options.js';
import { readRows } from './rows.js';

/** Parse the table of a comparison. */
export function parseTable(
  table: Table,
  options: ComparisonOptions,
  specs: Specs,
  position: Comparison['position'],
): Comparison {
  const [head, ...body] = options.subjects === 'rows' ? turnRows(table) : table.children;
  const align = options.subjects === 'rows' ? [] : (table.align ?? []);
  const columns = readColumns(head, align, options, specs);
  const rows = readRows(body, { columns, specs, options });
  const { content, better } = readLabel(head?.children[0]?.children ?? []);
  return {
    options,
    stubhead: content,
    better,
    columns: columns.map((column, index) => alignColumn(column, index, rows)),
    ...rows,
    excluded: [],
    position,
  };
}

/** Find the table of a directive. */
export function findTable({ children }: ComponentDirective): Table | undefined {
  return children.find((child) => child.type === 'table');
}

/** Turn a table that is written with subjects as rows: its columns become rows. A cell that is missing stays missing. */
function turnRows({ children }: Table): TableRow[] {
  const width = children[0]?.children.length ?? 0;
  return Array.from({ length: width }, (_, index): TableRow => {
    const [first, ...others] = children.map((row) => row.children[index]);
    const position = first?.position ?? children[0]?.position;
    return {
      type: 'tableRow',
      children: [first, ...others].map((cell) => cell ?? { type: 'tableCell', children: [] }),
      ...(position && { position }),
    };
  });
}

/** Numbers are read digit by digit from the right; where kinds mix, a column begins at one edge. */
function alignColumn(column: Column, index: number, { groups }: Pick<Comparison, 'groups'>): Column {
  if (column.align) return column;
  const kinds = bodyRows({ groups }).map((row) => row.cells[index]?.value.kind ?? 'empty');
  const isNumeric = kinds.every((kind) => ['quantity', 'na', 'unknown', 'empty'].includes(kind));
  return isNumeric && kinds.includes('quantity') ? { ...column, align: 'right' } : column;
}
