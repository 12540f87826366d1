/**
 * Takes the table or list that an author wrote beside `src=` and what the file says, and leaves the first difference between them
 * with the edit that writes the mirror anew. Compared is Markdown with Markdown, so that rewriting a mirror ends the difference.
 */
import type { Heading, List, RootContent, Table } from 'mdast';
import type { Node, Position } from 'unist';
import type { Edit } from '../diagnostics/report.js';
import {
  type DataBlock,
  type ListBlock,
  type TableBlock,
  writeBlock,
  writeCell,
  writeHeading,
  writeLine,
} from './data-block.js';

/** Where a mirror and its file part. */
export interface MirrorDifference {
  /** What the mirror has, and where. */
  readonly what: string;
  readonly place: Position | undefined;
  /** What the file has, and on which line. */
  readonly expected: string;
  readonly line: number;
  readonly note: string;
  /** Nothing where writing the mirror anew would lose words that the file does not have. */
  readonly fix: readonly Edit[] | undefined;
}

type Difference = Omit<MirrorDifference, 'fix'>;

/** List the nodes of a directive that mirror a file: its first table, or its headings and lists. */
export function findMirror(children: readonly RootContent[], kind: DataBlock['kind']): RootContent[] {
  const mirrors = children.filter(({ type }) =>
    kind === 'table' ? type === 'table' : type === 'list' || type === 'heading',
  );
  return kind === 'table' ? mirrors.slice(0, 1) : mirrors;
}

/**
 * Compare a mirror with what its file says.
 *
 * @param children all blocks of the directive
 * @param text the deck's text, which positions point into
 */
export function compareMirror(
  block: DataBlock,
  children: readonly RootContent[],
  text: string,
): MirrorDifference | undefined {
  const mirror = findMirror(children, block.kind);
  const [first] = mirror;
  if (!first) return undefined;
  const difference =
    block.kind === 'table' && first.type === 'table'
      ? compareTable(block, first, text)
      : block.kind === 'list' && compareList(block, mirror, text);
  return difference ? { ...difference, fix: rewrite(block, mirror, children, text) } : undefined;
}

function compareTable(block: TableBlock, table: Table, text: string): Difference | undefined {
  const written = table.children.map((row) => row.children.map((cell) => sliceContent(cell, text)));
  const [names = [], ...body] = written;
  return compareHead(block, names, table) ?? compareRows(block, names, body, table);
}

function compareHead({ head }: TableBlock, names: readonly string[], table: Table): Difference | undefined {
  const wanted = head.map(({ text }) => writeCell(text));
  const length = Math.max(wanted.length, names.length);
  const column = Array.from({ length }, (_, index) => index).find((at) => wanted[at] !== names[at]);
  if (column === undefined) return undefined;
  const [file, here] = [wanted[column], names[column]];
  const row = table.children[0];
  return {
    what: here === undefined ? 'end of the header' : `column ${quote(here)}`,
    place: row?.children[column]?.position ?? row?.position,
    expected: file === undefined ? 'no further column' : `column ${quote(file)}`,
    line: (head[column] ?? head[0])?.line ?? 1,
    note: `Columns: file ${list(wanted)}; table ${list(names)}.`,
  };
}

function compareRows(
  { head, rows }: TableBlock,
  names: readonly string[],
  body: readonly (readonly string[])[],
  table: Table,
): Difference | undefined {
  for (let index = 0; index < Math.max(rows.length, body.length); index++) {
    const data = rows[index] ?? rows.at(-1) ?? head;
    const node = table.children[index + 1] ?? table.children.at(-1);
    const wanted = rows[index]?.map((cell) => writeCell(cell.text));
    const here = body[index];
    if (!wanted || !here || wanted[0] !== (here[0] ?? '')) {
      return {
        what: here ? `row ${quote(here[0] ?? '')}` : 'end of the table',
        place: node?.position,
        expected: wanted ? `row ${quote(wanted[0] ?? '')}` : 'no further row',
        line: data[0]?.line ?? 1,
        note: 'File and table have different rows, or another order.',
      };
    }
    const length = Math.max(wanted.length, here.length);
    const column = Array.from({ length }, (_, at) => at).find(
      (at) => (wanted[at] ?? '') !== (here[at] ?? ''),
    );
    if (column === undefined) continue;
    const [file, written] = [quote(wanted[column] ?? ''), quote(here[column] ?? '')];
    return {
      what: `${written} in column ${quote(names[column] ?? '')}`,
      place: (node?.children[column] ?? node)?.position,
      expected: file,
      line: (data[column] ?? data[0])?.line ?? 1,
      note: `Row ${quote(here[0] ?? '')}: file ${file}, table ${written}.`,
    };
  }
  return undefined;
}

function compareList(
  { parts }: ListBlock,
  mirror: readonly RootContent[],
  text: string,
): Difference | undefined {
  const wanted = parts.flatMap(({ heading, items }) => [
    ...(heading ? [{ text: `# ${writeHeading(heading.text)}`, line: heading.line }] : []),
    ...items.map((item) => ({ text: `- ${writeLine(item.text)}`, line: item.line })),
  ]);
  const written = mirror.flatMap((node): { text: string; node: Node }[] => {
    if (node.type === 'heading') return [{ text: `# ${sliceContent(node, text)}`, node }];
    if (node.type !== 'list') return [];
    return node.children.map((item) => ({ text: `- ${sliceItem(item, text)}`, node: item }));
  });
  for (let index = 0; index < Math.max(wanted.length, written.length); index++) {
    const [file, here] = [wanted[index], written[index]];
    if (file?.text === here?.text) continue;
    const name = (line: string | undefined, none: string) =>
      line === undefined ? none : `${line.startsWith('#') ? 'lane' : 'item'} ${quote(line.slice(2))}`;
    return {
      what: name(here?.text, 'end of the list'),
      place: (here?.node ?? written.at(-1)?.node)?.position,
      expected: name(file?.text, 'no further item'),
      line: file?.line ?? wanted.at(-1)?.line ?? 1,
      note: 'File and list have different items, or another order.',
    };
  }
  return undefined;
}

/** The source of what a cell or heading holds, without its pipes or number signs. */
function sliceContent(node: Table['children'][number]['children'][number] | Heading, text: string): string {
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? '' : writeLine(text.slice(start, end));
}

function sliceItem(item: List['children'][number], text: string): string {
  const written = text.slice(item.position?.start.offset, item.position?.end.offset);
  return writeLine(written.replace(/\r\n?/g, '\n').replace(/^(?:[-*+]|\d+[.)])[ \t]+/, ''));
}

/** Write the mirror anew, in the place where it stands: aligned as it was, its lines begun as they were. */
function rewrite(
  block: DataBlock,
  mirror: readonly RootContent[],
  children: readonly RootContent[],
  text: string,
): readonly Edit[] | undefined {
  const [first, last] = [mirror[0], mirror.at(-1)];
  const start = first?.position?.start.offset;
  const end = last?.position?.end.offset;
  if (!first || !last || start === undefined || end === undefined) return undefined;
  const between = children.slice(children.indexOf(first), children.indexOf(last) + 1);
  if (between.length !== mirror.length || mirror.some(holdsMore)) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const prefix = text.slice(lineStart, start);
  // Behind a list's marker lines would have to begin otherwise than the first: that is for a person to do.
  if (!/^[ \t>]*$/.test(prefix)) return undefined;
  const rank = mirror.find((node) => node.type === 'heading')?.depth;
  const lines = writeBlock(block, first.type === 'table' ? alignAs(first, block, text) : [], rank).split(
    '\n',
  );
  return [{ start, end, text: lines.map((line, index) => (index > 0 ? prefix + line : line)).join('\n') }];
}

/** An item with more than a line holds words that no column of a file has. */
function holdsMore(node: RootContent): boolean {
  return node.type === 'list' && node.children.some(({ children }) => children.length > 1);
}

/** A column keeps its alignment by its name, wherever it stands now. */
function alignAs(table: Table, block: DataBlock, text: string) {
  const names = table.children[0]?.children.map((cell) => sliceContent(cell, text)) ?? [];
  const head = block.kind === 'table' ? block.head : [];
  return head.map((name) => table.align?.[names.indexOf(writeCell(name.text))] ?? null);
}

function quote(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return short === '' ? 'no text' : `\`${short.replaceAll('`', '’')}\``;
}

function list(texts: readonly string[]): string {
  return texts.map(quote).join(', ');
}
