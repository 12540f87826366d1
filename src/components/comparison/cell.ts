/** Takes one table cell and leaves what it says and what is shown of it; nothing of the author's content is lost on the way. */
import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import type { ReadOptions } from '../../values/cell-value.js';
import { dateOfYear } from '../../values/date-value.js';
import { cutStart, isBold, splitNotes, textOf, unwrap } from '../../values/inline.js';
import { writeNumber } from '../../values/number-format.js';
import { readContent } from '../../values/read-content.js';
import type { Cell, Column } from './node.js';

/** How the cells of a row are read. */
export interface CellOptions extends ReadOptions {
  /** How many digits behind the point are shown. */
  readonly decimals?: number | undefined;
}

/** Read a cell: bold is meaning, not look, and leaves the content; notes stay behind whatever the cell says. */
export function readCell(cell: TableCell | undefined, row: TableRow, options: CellOptions): Cell {
  const [words, notes] = splitNotes(cell?.children ?? []);
  const bold = isBold(words);
  const inner = bold ? unwrap(words, 'strong') : words;
  const { value, rest } = readContent(inner, options);
  const content = rest ?? inner;
  return {
    value,
    rewritten: rest !== undefined,
    content:
      value.kind === 'quantity' && value.scale === undefined ? roundNumbers(content, options) : content,
    notes,
    text: textOf(inner),
    bold,
    position: cell?.position ?? row.position,
  };
}

/** Write a plain number with as many digits as the author wants to show; what is measured stays as it is. */
function roundNumbers(
  content: readonly PhrasingContent[],
  { decimals, locale = 'en' }: CellOptions,
): readonly PhrasingContent[] {
  const [only, ...others] = content;
  if (decimals === undefined || only?.type !== 'text' || others.length > 0) return content;
  const value = only.value.replace(/^\d+\.\d+(?=\s|%|$)/, (number) =>
    writeNumber(Number(number), decimals, locale),
  );
  return [{ ...only, value }];
}

/** A row in which every subject is a year from 1900 to 2100 is a row of dates. */
export function readYears(cells: readonly Cell[], columns: readonly Column[]): readonly Cell[] {
  const subjects = cells.filter((_, index) => columns[index]?.role === 'subject');
  if (subjects.length === 0 || !subjects.every((cell) => /^(19\d\d|20\d\d|2100)$/.test(cell.text)))
    return cells;
  return cells.map((cell) => {
    const rest = subjects.includes(cell) ? cutStart(cell.content, cell.text.length) : undefined;
    const value = dateOfYear(cell.text);
    return rest && value ? { ...cell, value, rewritten: true, content: rest } : cell;
  });
}
