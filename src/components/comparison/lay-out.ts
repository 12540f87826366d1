/** Takes a comparison and leaves its table cell by cell: criteria as rows, or transposed with criteria as columns. */
import { writeDifference } from './difference.js';
import type { Cell, Column, Comparison, Row } from './node.js';
import type { Head, Part, Sheet, SheetBody, SheetCell, SheetColumn, SheetRow } from './sheet.js';

/** What laying out needs besides the comparison. */
export interface Layout {
  /** Rows that are to step back. */
  readonly dim: ReadonlySet<Row>;
  readonly hidden: number;
  /** What is said where there is no difference to the baseline. */
  readonly same: string;
}

const criterion: Part = { role: 'criterion', subject: 0, focus: false, baseline: false };
const verdict: Part = { ...criterion, role: 'verdict' };

/** Lay a comparison out with its subjects as columns. */
export function layOut(comparison: Comparison, layout: Layout): Sheet {
  const { columns, groups } = comparison;
  const toRow = (row: Row, part: Part): SheetRow => ({
    ...part,
    head: headOfRow(row),
    dim: layout.dim.has(row),
    cells: columns.map((column, index) => placeCell(row.cells[index], column, row, comparison, layout)),
  });
  return {
    transposed: false,
    stub: stubOf(comparison),
    spanners: [],
    columns: columns.map((column) => ({
      ...partOf(column),
      head: headOfColumn(column),
      align: column.align,
    })),
    bodies: groups.map((group) => ({
      label: group.label,
      continued: false,
      position: group.position,
      rows: group.rows.map((row) => toRow(row, criterion)),
    })),
    foot: comparison.verdict && toRow(comparison.verdict, verdict),
    hidden: layout.hidden,
    excluded: comparison.excluded.map((row) => writeRow(row, columns)),
    widths: [],
    part: undefined,
  };
}

/** Lay a comparison out with its subjects as rows; groups become labels over their columns, the verdict the last column. */
export function layOutTransposed(comparison: Comparison, layout: Layout): Sheet {
  const { columns, groups } = comparison;
  const criteria = groups.flatMap((group) => group.rows.map((row) => ({ row, part: criterion })));
  const all = comparison.verdict ? [...criteria, { row: comparison.verdict, part: verdict }] : criteria;
  const rows = columns.map(
    (column, index): SheetRow => ({
      ...partOf(column),
      head: headOfColumn(column),
      dim: false,
      cells: all.map(({ row, part }) => ({
        ...placeCell(row.cells[index], column, row, comparison, layout),
        align: alignOf(row),
        ...(part.role === 'verdict' && { role: 'verdict' }),
      })),
    }),
  );
  const spanners = groups.map(({ label, rows: { length } }) => ({ label, span: length }));
  const body: SheetBody = { label: undefined, continued: false, rows, position: comparison.position };
  return {
    transposed: true,
    stub: stubOf(comparison),
    spanners: spanners.some(({ label }) => label)
      ? [...spanners, ...(comparison.verdict ? [{ label: undefined, span: 1 }] : [])]
      : [],
    columns: all.map(
      ({ row, part }): SheetColumn => ({ ...part, head: headOfRow(row), align: alignOf(row) }),
    ),
    bodies: [body],
    foot: undefined,
    hidden: layout.hidden,
    excluded: comparison.excluded.map((row) => writeRow(row, columns)),
    widths: [],
    part: undefined,
  };
}

function placeCell(
  cell: Cell | undefined,
  column: Column,
  row: Row,
  { columns, options }: Comparison,
  { same }: Layout,
): SheetCell {
  const shown: Cell = cell ?? missing(row);
  const base = row.cells[columns.findIndex((one) => one.baseline)];
  const isTold = base && !column.baseline && column.role === 'subject';
  return {
    ...partOf(column),
    cell: shown,
    align: column.align,
    difference: isTold ? writeDifference(shown, base, row, { locale: options.locale, same }) : undefined,
    covered: undefined,
  };
}

function missing(row: Row): Cell {
  return {
    value: { kind: 'empty' },
    rewritten: false,
    content: [],
    notes: [],
    text: '',
    bold: false,
    position: row.position,
  };
}

/** A row in words: `License: Keras Apache-2.0, PyTorch BSD-3-Clause`. */
function writeRow({ name, cells }: Row, columns: readonly Column[]): string {
  const parts = columns.map((column, index) => `${column.name} ${cells[index]?.text || '–'}`);
  return `${name}: ${parts.join(', ')}`;
}

function partOf({ role, subject, focus, baseline }: Column): Part {
  return { role, subject, focus, baseline };
}

/** A column of one row's values ends at one edge where all of them are numbers. */
function alignOf(row: Row): SheetColumn['align'] {
  const kinds = row.cells.map((cell) => cell.value.kind);
  const isNumeric = kinds.every((kind) => ['quantity', 'na', 'unknown', 'empty'].includes(kind));
  return isNumeric && kinds.includes('quantity') ? 'right' : undefined;
}

function stubOf({ stubhead, better, position }: Comparison): Head {
  return { content: stubhead, sub: [], name: '', abbr: undefined, better, position };
}

function headOfColumn({ label, sub, name, position }: Column): Head {
  return { content: label, sub, name, abbr: undefined, better: undefined, position };
}

function headOfRow({ label, name, abbr, better, position }: Row): Head {
  return { content: label, sub: [], name, abbr, better, position };
}
