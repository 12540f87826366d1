/** Takes a `:::bars` and leaves its rows, every number with the place of its bar on the common scale. */
import type { PhrasingContent, Table, TableRow } from 'mdast';
import { report } from '../../diagnostics/report.js';
import { isBold, splitNotes } from '../../values/inline.js';
import { numberLocales } from '../../values/number-format.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer } from '../container.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { checkBars, checkValues } from './check.js';
import type { Bar, BarCell, BarRow, BarsNode } from './node.js';
import { optionTable } from './options.js';
import { countColumns, type ReadCell, readHeadUnit, readRow } from './read-values.js';

/** Parse a bar chart; the author's table stays visible when there is no number in it. */
export function parseBars(directive: ComponentDirective, context: ComponentContext): BarsNode | undefined {
  const comment = readOptionsComment(directive, context.file);
  const options = checkOptions(directive, optionTable, context.file, comment?.options);
  const { id, classes, caption, blocks } = readContainer(directive);
  const table = blocks.find((block) => block.type === 'table');
  const [head, ...body] = table?.children ?? [];
  if (!table || !head || !isChart(table)) {
    report(
      context.file,
      'bars-table-missing',
      table ?? directive,
      `Unexpected ${describe(table)}, expected labels and one or two columns of numbers`,
      {
        note: 'Write a table: a label in the first column, a number in the second; a third is a second series.',
      },
    );
    return undefined;
  }
  const unit = typeof options.unit === 'string' ? options.unit : undefined;
  const named = head.children.slice(1).map(readHeadUnit);
  const locale = numberLocales.find((one) => one === options.locale) ?? 'en';
  const units = named.map((own) => own ?? unit);
  const read = body.map((row) => readRow(row, units, locale));
  checkValues(read.flat(), locale, context);
  const numbers = listNumbers(read.flat());
  if (numbers.size === 0) return undefined;
  checkBars(directive, numbers.size, blocks, context);
  const scale = makeScale([...numbers].map(({ size }) => size));
  const place = (cell: ReadCell) => (numbers.has(cell) ? scale(cell.size) : undefined);
  const rows = body.map((row, index) => makeRow(row, read[index] ?? [], place));
  return {
    type: 'bars',
    id,
    classes,
    asOf: typeof options.asof === 'string' ? options.asof : undefined,
    stepwise: options.reveal === 'rows',
    units: named.map((own) => (own === undefined ? unit : undefined)),
    zero: scale(0).from,
    children: [
      ...(caption ? [caption] : []),
      ...blocks.flatMap((block): (BarRow | Block)[] =>
        block === table ? [makeHead(head), ...rows] : [block],
      ),
    ],
    ...(directive.position && { position: directive.position }),
  };
}

function isChart(table: Table): boolean {
  return [2, 3].includes(countColumns(table)) && table.children.length > 1;
}

function describe(table: Table | undefined): string {
  if (!table) return '`bars` without a table';
  return table.children.length > 1 ? `table of ${countColumns(table)} columns` : 'table without rows';
}

/** List the numbers that can share a scale: those that measure what the first one does. */
function listNumbers(cells: readonly ReadCell[]): Set<ReadCell> {
  const numbers = cells.filter(({ value }) => value !== undefined);
  return new Set(numbers.filter(({ dimension }) => dimension === numbers[0]?.dimension));
}

/** Where a bar stands on the scale. */
type Place = Pick<Bar, 'from' | 'share'>;

/** Zero is always on the scale: a bar that begins elsewhere lies about its length. */
function makeScale(sizes: readonly number[]): (size: number) => Place {
  const low = Math.min(0, ...sizes);
  const span = Math.max(0, ...sizes) - low || 1;
  return (size) => ({ from: (Math.min(0, size) - low) / span, share: Math.abs(size) / span });
}

function makeHead(head: TableRow): BarRow {
  const cells = head.children.map((cell) => makeCell(cell, cell.children, false, undefined));
  return { type: 'barRow', isHead: true, children: cells, ...placeOf(head) };
}

/** A bold label stresses its row, a bold number its bar, and the label too where the row has no other. */
function makeRow(
  row: TableRow,
  read: readonly ReadCell[],
  placeBar: (cell: ReadCell) => Place | undefined,
): BarRow {
  const [label] = row.children;
  const words = label?.children ?? [];
  const isRowBold = isBold(splitNotes(words)[0]);
  const isLabelBold = isRowBold || read.every((cell) => cell.isBold);
  const cells = read.map((cell) => {
    const place = placeBar(cell);
    const bar = place && cell.value !== undefined ? { value: cell.value, ...place } : undefined;
    return makeCell(cell.place, cell.content, isRowBold || cell.isBold, bar);
  });
  return {
    type: 'barRow',
    isHead: false,
    children: [makeCell(label ?? row, words, isLabelBold, undefined), ...cells],
    ...placeOf(row),
  };
}

function makeCell(
  place: Pick<TableRow, 'position'>,
  children: readonly PhrasingContent[],
  isStressed: boolean,
  bar: Bar | undefined,
): BarCell {
  return { type: 'barCell', isBold: isStressed, bar, children: [...children], ...placeOf(place) };
}

function placeOf({ position }: Pick<TableRow, 'position'>): Pick<TableRow, 'position'> {
  return position ? { position } : {};
}
