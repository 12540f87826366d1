/**
 * Takes the tree and leaves the blocks that are written as Pandoc's divs, each with the text that says the same here: Pandoc puts a
 * container around every column, and pairs fences like brackets, whatever their number of colons.
 */

import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { lookUp } from '../../look-up.js';

/** A line of the deck. */
interface Line {
  /** As written, without its end. */
  readonly whole: string;
  /** Without white space at its end. */
  readonly text: string;
  readonly start: number;
  /** Inside code, formulas or HTML, where a fence is none. */
  readonly isVerbatim: boolean;
}

/** A container as Pandoc reads it; lines are counted from 0. */
interface Div {
  readonly name: string;
  /** What stands in the braces. */
  readonly attributes: string;
  readonly colons: number;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Div[];
}

/** A block of divs, and what it is here. */
export interface ForeignBlock {
  readonly name: string;
  /** First and last line, from 1. */
  readonly from: number;
  readonly to: number;
  /** Offsets of the block. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What Pandoc's and Quarto's names are called here; `column` is what stands between two `::column`. */
const names: Readonly<Record<string, string>> = {
  columns: 'columns',
  incremental: 'steps',
  fragment: 'steps',
  notes: 'notes',
};

/** Find the outermost blocks that can be written here in one way. */
export function findForeignDivs(tree: Root, text: string): ForeignBlock[] {
  const lines = readLines(tree, text);
  const blocks: ForeignBlock[] = [];
  visit(tree, (node, _, parent) => {
    if (node.type !== 'paragraph' && node.type !== 'containerDirective') return;
    if (parent?.type !== 'root' && parent?.type !== 'containerDirective') return;
    const from = (node.position?.start.line ?? 1) - 1;
    if (node.position?.start.column !== 1 || from < (blocks.at(-1)?.to ?? 0)) return;
    const div = readDiv(lines, from);
    if (div && isForeign(div, lines)) blocks.push(toBlock(div, lines));
  });
  return blocks;
}

function readLines(tree: Root, text: string): Line[] {
  const verbatim = new Set<number>();
  visit(tree, ['code', 'math', 'html', 'yaml'], ({ position }: Nodes) => {
    for (let line = position?.start.line ?? 1; line <= (position?.end.line ?? 0); line += 1)
      verbatim.add(line);
  });
  let start = 0;
  return (text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []).map((whole, index) => {
    const written = whole.replace(/[\r\n]+$/, '');
    const line = { whole: written, text: written.trimEnd(), start, isVerbatim: verbatim.has(index + 1) };
    start += whole.length;
    return line;
  });
}

const opening = /^(:{3,})\s*(?:([a-z][\w-]*)\s*(?:\[[^\]]*\])?(?:\{([^}]*)\})?|\{([^}]*)\})\s*:*$/i;

/** Read the container that a line opens up to its end; nothing when it has none on its slide. */
function readDiv(lines: readonly Line[], from: number): Div | undefined {
  const [, colons = '', word, behind = '', inside = ''] = opening.exec(lines[from]?.text ?? '') ?? [];
  const classes = [...inside.matchAll(/\.([\w-]+)/g)].flatMap(([, one]) => one ?? []);
  const name = word ?? classes.find((one) => one === 'column' || Object.hasOwn(names, one)) ?? classes[0];
  if (name === undefined) return undefined;
  const children: Div[] = [];
  for (let at = from + 1; at < lines.length; at += 1) {
    const { text, isVerbatim } = lines[at] ?? { text: '', isVerbatim: true };
    if (isVerbatim) continue;
    if (/^-{3,}$/.test(text)) return undefined;
    if (/^:{3,}$/.test(text))
      return { name, attributes: behind || inside, colons: colons.length, from, to: at, children };
    if (!opening.test(text)) continue;
    const child = readDiv(lines, at);
    if (!child) return undefined;
    children.push(child);
    at = child.to;
  }
  return undefined;
}

/** Columns that hold columns, names that are other tools' alone, and names of ours in braces; a blank before one of ours is said elsewhere. */
function isForeign({ name, from, children }: Div, lines: readonly Line[]): boolean {
  if (name === 'columns') return children.filter(isColumn).length > 1;
  return Object.hasOwn(names, name) && (names[name] !== name || isInBraces(lines[from]));
}

function isInBraces(line: Line | undefined): boolean {
  return /^:{3,}\s*\{/.test(line?.text ?? '');
}

function isColumn({ name }: Div): boolean {
  return name === 'column';
}

function toBlock(div: Div, lines: readonly Line[]): ForeignBlock {
  const [first, last] = [lines[div.from], lines[div.to]];
  const start = first?.start ?? 0;
  const end = (last?.start ?? 0) + (last?.text.length ?? 0);
  const text = write(div, lines).blocks.join('\n\n');
  return { name: names[div.name] ?? div.name, from: div.from + 1, to: div.to + 1, start, end, text };
}

/** Blocks of lines with a blank line between two, and the colons of the longest fence among them. */
interface Written {
  readonly blocks: readonly string[];
  readonly colons: number;
}

function write(div: Div, lines: readonly Line[]): Written {
  const body = writeBody(div, lines);
  const known = lookUp(names, div.name);
  if (isColumn(div)) return body;
  const open = lines[div.from]?.text ?? '';
  const isOwn = known === div.name && known !== 'columns' && /^:{3,}[^\s{]/.test(open);
  if (known === undefined || isOwn) {
    const close = lines[div.to]?.text ?? '';
    return { blocks: [open, ...body.blocks, close], colons: Math.max(div.colons, close.length) };
  }
  const colons = Math.max(3, body.colons + 1);
  const marks = ':'.repeat(colons);
  const options = known === 'columns' ? writeRatio(div.children.filter(isColumn)) : '';
  return { blocks: [`${marks}${known}${options}`, ...body.blocks, marks], colons };
}

/** What stands in a container: its own lines, and its containers as they are written here. */
function writeBody({ name, from, to, children }: Div, lines: readonly Line[]): Written {
  const join = (start: number, end: number) =>
    lines
      .slice(start, end)
      .map(({ whole }) => whole)
      .join('\n')
      .replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');
  const blocks: string[] = [];
  let colons = 0;
  let isCut = false;
  let at = from + 1;
  for (const child of children) {
    const written = write(child, lines);
    blocks.push(join(at, child.from));
    if (name === 'columns' && isColumn(child)) {
      if (isCut) blocks.push('::column');
      isCut = true;
    }
    blocks.push(...written.blocks);
    colons = Math.max(colons, written.colons);
    at = child.to + 1;
  }
  return { blocks: [...blocks, join(at, to)].filter((block) => block.trim() !== ''), colons };
}

/** `width="40%"` and `width="60%"` are `ratio="2:3"`; one column without a width has the rest. */
function writeRatio(columns: readonly Div[]): string {
  const widths = columns.map(({ attributes }) => Number(/width="?(\d+)%/.exec(attributes)?.[1] ?? 0));
  const rest = 100 - widths.reduce((sum, width) => sum + width, 0);
  if (widths.filter((width) => width === 0).length === 1 && rest > 0) widths[widths.indexOf(0)] = rest;
  const divisor = widths.reduce(greatestDivisor, 0);
  if (widths.includes(0) || new Set(widths).size < 2) return '';
  return `{ratio="${widths.map((width) => width / divisor).join(':')}"}`;
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
