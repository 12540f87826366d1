/**
 * What a component makes of a data file: the table or list that an author would have written by hand, its cells still inline Markdown.
 * Here it becomes well-formatted Markdown, which is both what the mirror in the deck should be and what is parsed when there is none.
 */
import { type DataFile, type DataText, type DataValue, dataLimits } from './data-value.js';

/** A table: the header, then rows of as many cells. */
export interface TableBlock {
  readonly kind: 'table';
  /** Used when the directive has no label. */
  readonly caption?: DataText | undefined;
  readonly head: readonly DataText[];
  readonly rows: readonly (readonly DataText[])[];
}

/** Lists, each under a heading or under none. Every item is one line: `**2015-03** text`. */
export interface ListBlock {
  readonly kind: 'list';
  readonly caption?: DataText | undefined;
  readonly parts: readonly { readonly heading?: DataText | undefined; readonly items: readonly DataText[] }[];
}

/** What stands in the place of a data file. */
export type DataBlock = TableBlock | ListBlock;

/** Alignment of a column as GFM writes it. */
export type Align = 'left' | 'right' | 'center' | null;

/** Lines longer than this are not padded: a formatter would not either, and nobody could read the columns. */
const widestTable = 110;

/** Turn a list of maps, or a list of lists whose first is the header, into a table of texts. */
export function toTable({ value, report }: DataFile): TableBlock | undefined {
  if (value.kind !== 'list' || (value.items.length === 0 && !value.columns)) {
    const expected = 'a list of rows: each a map of names to values';
    report({ rule: 'data-invalid', what: nameKind(value), expected, line: value.line });
    return undefined;
  }
  const text = (cell: DataValue): DataText => {
    if (cell.kind === 'text') return cell;
    report({ rule: 'data-invalid', what: nameKind(cell), expected: 'a text or a number', line: cell.line });
    return { kind: 'text', text: '', line: cell.line };
  };
  const maps = value.items.filter((item) => item.kind === 'map');
  const head = value.columns ?? namesOf(maps);
  const rows = maps.map(({ entries, line }) =>
    head.map((name): DataText => text(entries.get(name.text) ?? { kind: 'text', text: '', line })),
  );
  for (const item of value.items.slice(0, dataLimits.rows)) {
    if (item.kind !== 'map')
      report({
        rule: 'data-invalid',
        what: nameKind(item),
        expected: 'a row: names and values',
        line: item.line,
      });
  }
  return { kind: 'table', head, rows };
}

/** All names, in the order in which they first occur. */
function namesOf(maps: readonly Extract<DataValue, { kind: 'map' }>[]): DataText[] {
  const names = new Map<string, DataText>();
  for (const { entries, line } of maps) {
    for (const name of entries.keys())
      if (!names.has(name)) names.set(name, { kind: 'text', text: name, line });
  }
  return [...names.values()];
}

function nameKind({ kind }: DataValue): string {
  return { text: 'single value', list: 'list', map: 'map' }[kind];
}

/** Write a text as the content of a table's cell: one line, its pipes escaped. */
export function writeCell(text: string): string {
  const line = writeLine(text.trim().replace(/[ \t]*\n[ \t\n]*/g, '<br>'));
  // A backslash before a pipe is one of the text, and must not be taken for the escape.
  return line.replace(/(\\*)\|/g, String.raw`$1$1\|`);
}

/** Write a text as the content of a list item or a heading: one line. A space that does not break stays. */
export function writeLine(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Write a text as a heading: number signs at its end would be read as its closing. */
export function writeHeading(text: string): string {
  return writeLine(text).replace(/(^|\s)(#+)$/, String.raw`$1\$2`);
}

/** Write a block as Markdown. */
export function writeBlock(block: DataBlock, align: readonly Align[] = [], rank = 3): string {
  return block.kind === 'table' ? writeTable(block, align) : writeList(block, rank);
}

function writeTable({ head, rows }: TableBlock, align: readonly Align[]): string {
  const cells = [head, ...rows].map((row) => row.map(({ text }) => writeCell(text)));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => lengthOf(row[column] ?? ''))));
  const padded = widths.reduce((sum, width) => sum + width + 3, 1) <= widestTable;
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (padded ? pad(cell, widths[column] ?? 0, align[column]) : cell)).join(' | ')} |`;
  const dashes = widths.map((width, column) => {
    const count = padded ? width : 3;
    const side = align[column];
    const start = side === 'left' || side === 'center' ? ':' : '-';
    const end = side === 'right' || side === 'center' ? ':' : '-';
    return `${start}${'-'.repeat(count - 2)}${end}`;
  });
  const [first = [], ...rest] = cells;
  return [line(first), `| ${dashes.join(' | ')} |`, ...rest.map(line)].join('\n');
}

function pad(cell: string, width: number, align: Align | undefined): string {
  const space = width - lengthOf(cell);
  if (align === 'right') return ' '.repeat(space) + cell;
  const before = align === 'center' ? Math.floor(space / 2) : 0;
  return ' '.repeat(before) + cell + ' '.repeat(space - before);
}

function lengthOf(text: string): number {
  return [...text].length;
}

function writeList({ parts }: ListBlock, rank: number): string {
  return parts
    .map(({ heading, items }) => {
      const lines = items.map(({ text }) => `- ${writeLine(text)}`);
      return heading ? [`${'#'.repeat(rank)} ${writeHeading(heading.text)}`, '', ...lines] : lines;
    })
    .map((lines) => lines.join('\n').replace(/\n+$/, ''))
    .join('\n\n');
}
