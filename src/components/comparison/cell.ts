/** Takes one table cell and leaves what it says and what is shown of it; nothing of the author's content is lost on the way. */
import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import { type CellValue, readCellValue } from './cell-value.js';
import { dateOfYear } from './date-value.js';
import { cutStart, isBlank, isBold, onlyOf, splitNotes, textOf, unwrap } from './inline.js';
import type { Cell, Column } from './node.js';

/** Read a cell: bold is meaning, not look, and leaves the content; notes stay behind whatever the cell says. */
export function readCell(cell: TableCell | undefined, row: TableRow): Cell {
  const [words, notes] = splitNotes(cell?.children ?? []);
  const bold = isBold(words);
  const inner = bold ? unwrap(words, 'strong') : words;
  const { value, rest } = readValue(inner);
  return {
    value,
    rewritten: rest !== undefined,
    content: rest ?? inner,
    notes,
    text: textOf(inner),
    bold,
    position: cell?.position ?? row.position,
  };
}

/** Read the value, and what is left of the content where a mark or words of ours stand for the value. */
function readValue(content: readonly PhrasingContent[]): {
  readonly value: CellValue;
  readonly rest?: readonly PhrasingContent[];
} {
  if (content.every(isBlank)) return { value: { kind: 'empty' } };
  const value = readCellValue(textOf(content));
  const other = onlyOf(content)?.type === 'link' ? ({ kind: 'link' } as const) : ({ kind: 'text' } as const);
  // A picture without a text, or a number that is struck out, is not the value of its words.
  if (value.kind === 'empty' || content.some(isNoWord)) return { value: other };
  if (!('length' in value)) return { value: value.kind === 'text' ? other : value };
  const rest = cutStart(content, value.length);
  if (rest) return { value, rest };
  return { value: value.kind === 'date' ? value : other };
}

function isNoWord(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'imageReference' || node.type === 'delete';
}

/** A row in which every subject is a year from 1900 to 2100 is a row of dates. */
export function readYears(cells: readonly Cell[], columns: readonly Column[]): readonly Cell[] {
  const subjects = cells.filter((_, index) => columns[index]?.role === 'subject');
  if (subjects.length === 0 || !subjects.every((cell) => /^(19\d\d|20\d\d|2100)$/.test(cell.text)))
    return cells;
  return cells.map((cell) => {
    const rest = subjects.includes(cell) ? cutStart(cell.content, cell.text.length) : undefined;
    return rest ? { ...cell, value: dateOfYear(cell.text), rewritten: true, content: rest } : cell;
  });
}
