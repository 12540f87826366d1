/** Takes the body rows of the table and leaves groups, rows and the verdict, with every cell read. */
import type { TableRow } from 'mdast';
import { isBlank, isBold, unwrap } from '../../values/inline.js';
import { readCell, readYears } from './cell.js';
import { nameOf, readLabel } from './header.js';
import type { Column, Group, Row } from './node.js';

/** What the rows of a table are. */
export interface TableRows {
  readonly groups: Group[];
  readonly verdict: Row | undefined;
  /** Verdict rows that are not the last row, or not the only one. */
  readonly misplaced: readonly Row[];
}

/** A column that is shown, and where it stands beside the stub. */
export interface ChosenColumn {
  readonly column: Column;
  readonly index: number;
}

const verdictNames = ['verdict', 'bottom line', 'overall'];

/** Read rows. A bold label with empty cells opens a group; the last bold `Verdict` with filled cells closes the table. */
export function readRows(
  rows: readonly TableRow[],
  chosen: readonly ChosenColumn[],
  verdictName: string | undefined,
): TableRows {
  const groups: (Group & { readonly rows: Row[] })[] = [];
  const verdicts = rows.filter((row) => !isGroupRow(row) && isVerdict(row, verdictName));
  const last = verdicts.at(-1);
  for (const row of rows) {
    const label = row.children[0]?.children ?? [];
    if (isGroupRow(row)) {
      groups.push({ label: unwrap(label, 'strong'), name: nameOf(label), rows: [], position: row.position });
    } else if (row !== last) {
      if (groups.length === 0) groups.push({ label: undefined, name: '', rows: [], position: row.position });
      groups.at(-1)?.rows.push(readRow(row, chosen));
    }
  }
  const misplaced = last === rows.at(-1) ? verdicts.slice(0, -1) : verdicts;
  return {
    groups,
    verdict: last && readRow(last, chosen, true),
    misplaced: misplaced.map((row) => readRow(row, chosen)),
  };
}

function isGroupRow({ children: [stub, ...others] }: TableRow): boolean {
  return isBold(stub?.children ?? []) && others.every((cell) => cell.children.every(isBlank));
}

function isVerdict({ children: [stub] }: TableRow, wanted: string | undefined): boolean {
  const name = nameOf(stub?.children ?? []).toLowerCase();
  if (!isBold(stub?.children ?? [])) return false;
  return wanted === undefined ? verdictNames.includes(name) : name === wanted.trim().toLowerCase();
}

function readRow(row: TableRow, chosen: readonly ChosenColumn[], isLast = false): Row {
  const [stub, ...others] = row.children;
  const label = stub?.children ?? [];
  const { content, name, better, unit } = readLabel(isLast ? unwrap(label, 'strong') : label);
  return {
    label: content,
    name,
    better,
    unit,
    cells: readYears(
      chosen.map(({ index }) => readCell(others[index], row)),
      chosen.map(({ column }) => column),
    ),
    position: row.position,
  };
}
