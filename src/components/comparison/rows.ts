/** Takes the body rows of the table and leaves groups, rows and the verdict, with every cell read. */
import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readCellValue } from './cell-value.js';
import { readLabel, textOf } from './header.js';
import type { Cell, Group, Row } from './node.js';

/** What the rows of a table are. */
export interface TableRows {
  readonly groups: Group[];
  readonly verdict: Row | undefined;
  /** Verdict rows that are not the last row, or not the only one. */
  readonly misplaced: readonly Row[];
}

const verdictNames = ['verdict', 'bottom line', 'overall'];

/**
 * Read rows. A bold label with empty cells opens a group; a bold `Verdict` with filled cells closes the table.
 *
 * @param chosen indexes (0-based, beside the stub) of the columns that are shown
 */
export function readRows(
  rows: readonly TableRow[],
  chosen: readonly number[],
  verdictName: string | undefined,
): TableRows {
  const groups: {
    label: PhrasingContent[] | undefined;
    name: string;
    rows: Row[];
    position: TableRow['position'];
  }[] = [];
  const verdicts: Row[] = [];
  for (const tableRow of rows) {
    const [stub, ...others] = tableRow.children;
    const label = stub?.children ?? [];
    const row = readRow(
      label,
      chosen.map((index) => others[index]),
      tableRow,
    );
    if (isBold(label) && others.every((cell) => toString(cell).trim() === '' && cell.children.length === 0)) {
      groups.push({ label: unwrapBold(label), name: textOf(label), rows: [], position: tableRow.position });
    } else if (isBold(label) && isVerdict(textOf(label), verdictName)) {
      verdicts.push({ ...row, label: unwrapBold(label) });
    } else {
      if (groups.length === 0)
        groups.push({ label: undefined, name: '', rows: [], position: tableRow.position });
      groups.at(-1)?.rows.push(row);
    }
  }
  const last = verdicts.at(-1);
  const lastIsVerdict = last !== undefined && last.position === rows.at(-1)?.position;
  return {
    groups,
    verdict: last,
    misplaced: lastIsVerdict ? verdicts.slice(0, -1) : verdicts,
  };
}

function readRow(
  label: readonly PhrasingContent[],
  cells: readonly (TableCell | undefined)[],
  row: TableRow,
): Row {
  const { content, better } = readLabel(label);
  return {
    label: content,
    name: textOf(content),
    better,
    unit: /\(([^()]+)\)\s*$/.exec(textOf(content))?.[1],
    cells: cells.map((cell) => readCell(cell, row)),
    position: row.position,
  };
}

/** Read a cell: bold is meaning, not look, and leaves the content; footnotes stay behind whatever the cell says. */
function readCell(cell: TableCell | undefined, row: TableRow): Cell {
  const children = cell?.children ?? [];
  const notes = children.filter((child) => child.type === 'footnoteReference');
  const words = trimEnd(children.filter((child) => child.type !== 'footnoteReference'));
  const bold = isBold(words);
  const inner = bold ? unwrapBold(words) : words;
  const text = textOf(inner);
  const value = readCellValue(text);
  const content = value.kind === 'status' ? cutText(inner, value.length) : inner;
  return { value, content: [...content, ...notes], text, bold, position: cell?.position ?? row.position };
}

/** The blank between words and their footnote is the author's way to write. */
function trimEnd(content: PhrasingContent[]): PhrasingContent[] {
  const last = content.at(-1);
  return last?.type === 'text'
    ? [...content.slice(0, -1), { ...last, value: last.value.trimEnd() }]
    : content;
}

/** Take characters off the start of inline content: the status word is drawn as a mark and a word of ours. */
function cutText(content: readonly PhrasingContent[], length: number): PhrasingContent[] {
  const [first, ...others] = content;
  if (first?.type !== 'text') return [...content];
  const rest = first.value.trimStart().slice(length);
  return [...(rest === '' ? [] : [{ ...first, value: rest }]), ...others];
}

function isBold(content: readonly PhrasingContent[]): boolean {
  const solid = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return solid.length === 1 && solid[0]?.type === 'strong';
}

function unwrapBold(content: readonly PhrasingContent[]): PhrasingContent[] {
  return content.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
}

function isVerdict(name: string, wanted: string | undefined): boolean {
  return wanted === undefined
    ? verdictNames.includes(name.toLowerCase())
    : name.toLowerCase() === wanted.toLowerCase();
}
