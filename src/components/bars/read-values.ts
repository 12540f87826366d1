/** Takes the table of a `:::bars` and leaves the number of every cell, all in one unit, and what keeps them from being drawn. */
import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { isBold, splitNotes, textOf } from '../../values/inline.js';
import type { NumberLocale } from '../../values/number-format.js';
import { readContent } from '../../values/read-content.js';
import { readUnit } from '../../values/units.js';

/** One cell that stands for a bar. */
export interface ReadCell {
  /** The row when the cell is missing. */
  readonly place: TableCell | TableRow;
  readonly content: readonly PhrasingContent[];
  readonly written: string;
  readonly isBold: boolean;
  /** As written; nothing for a gap and for what is no number. */
  readonly value: number | undefined;
  /** In the base unit of its dimension: what the bar shows. */
  readonly size: number;
  /** Whether the author says that there is no number: `n/a`, `?`. */
  readonly isGap: boolean;
  /** What the number measures: numbers of two dimensions have no common scale. */
  readonly dimension: string;
}

/** Read the unit that a head names at its end: `Step time (ms)`. */
export function readHeadUnit(head: TableCell): string | undefined {
  const [words] = splitNotes(head.children);
  return /\(([^()]+)\)$/.exec(textOf(words))?.[1];
}

/** Read the numbers of a row, one for each unit of the heads. */
export function readRow(
  row: TableRow,
  units: readonly (string | undefined)[],
  locale: NumberLocale,
): ReadCell[] {
  return units.map((unit, index) => readCell(row.children[index + 1], row, unit, locale));
}

/** Count the columns that the head of a table has. */
export function countColumns(table: Table): number {
  return table.children[0]?.children.length ?? 0;
}

function readCell(
  cell: TableCell | undefined,
  row: TableRow,
  headUnit: string | undefined,
  locale: NumberLocale,
): ReadCell {
  const content = cell?.children ?? [];
  const [words] = splitNotes(content);
  const { value } = readContent(words, { type: 'quantity', locale });
  const number = value.kind === 'quantity' ? value : undefined;
  const { dimension, factor } = readUnit(number?.unit ?? headUnit ?? '');
  const size = (number?.value ?? 0) * factor;
  return {
    place: cell ?? row,
    content,
    written: textOf(words),
    isBold: isBold(words),
    value: Number.isFinite(size) ? number?.value : undefined,
    size,
    isGap: value.kind === 'na' || value.kind === 'unknown',
    dimension,
  };
}
