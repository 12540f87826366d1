/** Takes the body rows of the table and leaves groups, rows and the verdict, with every cell read. */
import type { TableRow } from 'mdast';
import { isBlank, isBold, unwrap } from '../../values/inline.js';
import { type CellOptions, readCell, readYears } from './cell.js';
import { findSpec, type Specs } from './comment.js';
import { nameOf, readLabel } from './header.js';
import type { Column, Comparison, Direction, Group, Row } from './node.js';
import type { ComparisonOptions } from './options.js';

/** What rows are read with. */
interface Reading {
  readonly columns: readonly Column[];
  readonly specs: Specs;
  readonly options: ComparisonOptions;
}

const verdictNames = ['verdict', 'bottom line', 'overall'];

/** Read rows. A bold label with empty cells opens a group; the last bold `Verdict` with filled cells closes the table. */
export function readRows(
  rows: readonly TableRow[],
  reading: Reading,
): Pick<Comparison, 'groups' | 'verdict' | 'misplaced'> {
  const groups: (Group & { readonly rows: Row[] })[] = [];
  const verdicts = rows.filter((row) => !isGroupRow(row) && isVerdict(row, reading.options.verdict));
  const last = verdicts.at(-1);
  for (const row of rows) {
    const label = row.children[0]?.children ?? [];
    if (isGroupRow(row)) {
      groups.push({ label: unwrap(label, 'strong'), name: nameOf(label), rows: [], position: row.position });
    } else if (row !== last) {
      if (groups.length === 0) groups.push({ label: undefined, name: '', rows: [], position: row.position });
      groups.at(-1)?.rows.push(readRow(row, reading));
    }
  }
  const misplaced = last === rows.at(-1) ? verdicts.slice(0, -1) : verdicts;
  return {
    groups,
    verdict: last && readRow(last, reading, true),
    misplaced: misplaced.map((row) => readRow(row, reading)),
  };
}

function isGroupRow({ children: [stub, ...others] }: TableRow): boolean {
  return isBold(stub?.children ?? []) && others.every((cell) => cell.children.every(isBlank));
}

function isVerdict({ children: [stub] }: TableRow, wanted: string | undefined): boolean {
  const name = nameOf(stub?.children ?? []).toLowerCase();
  if (!isBold(stub?.children ?? [])) return false;
  return wanted === undefined ? verdictNames.includes(name) : name === wanted.toLowerCase();
}

function readRow(row: TableRow, { columns, specs, options }: Reading, isLast = false): Row {
  const [stub, ...others] = row.children;
  const written = stub?.children ?? [];
  const { content, name, better, unit } = readLabel(isLast ? unwrap(written, 'strong') : written);
  const spec = findSpec(specs.criteria, name) ?? {};
  const how: CellOptions = {
    type: spec.type as CellOptions['type'],
    locale: options.locale,
    decimals: spec.decimals === undefined ? undefined : Number(spec.decimals),
  };
  const cells = columns.map((_, index) => readCell(others[index], row, how));
  const added = unit === undefined && spec.unit !== undefined ? ` (${spec.unit})` : '';
  return {
    label: added ? [...content, { type: 'text', value: added }] : content,
    name,
    abbr: spec.abbr,
    better: (spec.better as Direction | undefined) ?? better,
    unit: unit ?? spec.unit,
    cells: spec.type ? cells : readYears(cells, columns),
    position: row.position,
  };
}
