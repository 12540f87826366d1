/** Takes the tree and reports Markdown that stands right below an HTML tag: CommonMark reads it as HTML, and it is shown as written. Changes nothing. */
import type { Html, Node, Root } from 'mdast';
import type { Position } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { linesBefore } from '../diagnostics/file-parts.js';
import { type Edit, report, silence } from '../diagnostics/report.js';
import { findMarkdown, maskTags, type RawMarkdown } from './html/find-markdown.js';

/** In these a list or a paragraph cannot stand: a blank line alone would be no cure. */
const phrasingOnly = /^(?:p|h[1-6])$/;

/** Report Markdown that is read as HTML, once a block. */
export function remarkCheckHtml() {
  return (tree: Root, file: VFile): void => {
    const lines = splitLines(String(file.value));
    visitParents(tree, 'html', (node: Html, ancestors) => {
      const html = node.value.replace(/\r\n?/g, '\n');
      const found = findMarkdown(html);
      const [first] = found;
      if (!first || !node.position) return;
      const rows = placeRows(html, node.position, lines);
      const above = (rows[first.line]?.number ?? 1) - 1 - linesBefore(file, node.position);
      reportMarkdown(first, { node, rows, above, fix: insertLines(html, found, rows) }, file);
      // `::column` is not found because of that, which needs no second message.
      if (found.some(({ text }) => text.startsWith('::'))) silenceColumns(ancestors, file);
      // Nor do two titles on the slide that should have been two.
      if (found.some(isBreak)) silenceTitles(tree, node.position.end.line, file);
    });
  };
}

interface Block {
  readonly node: Html;
  readonly rows: readonly Row[];
  /** Number of the line above, as the author counts. */
  readonly above: number;
  readonly fix: readonly Edit[] | undefined;
}

function reportMarkdown(first: RawMarkdown, { node, rows, above, fix }: Block, file: VFile): void {
  const isBelow = first.startsLine && first.line > 0;
  const reason = isBelow
    ? `Unexpected ${nameOf(first)} below \`<${first.tag}>\`, expected a blank line between them`
    : `Unexpected ${nameOf(first)} in a line of HTML, expected it on lines of its own`;
  const cure = isBelow
    ? `Put a blank line after line ${above}`
    : 'Put it on lines of its own, blank lines around them';
  const holder = phrasingOnly.test(first.tag) ? `, and write \`<div>\` for \`<${first.tag}>\`` : '';
  report(file, 'html-markdown-raw', placeOf(first, rows, node), reason, {
    note: `${cure}${holder}. ${isBreak(first) ? 'As it stands no slide begins' : 'Up to a blank line all is HTML, and shown as it is written'}.`,
    fix,
  });
}

function nameOf(markdown: RawMarkdown): string {
  const { text } = markdown;
  if (isBreak(markdown)) return `slide break \`${text}\``;
  if (/^(?:`{3}|~{3})/.test(text)) return 'fence of code';
  return `Markdown \`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``.replace(/``(.*)``/, '`$1`');
}

/** Right under text dashes would make a heading of it. */
function isBreak({ text }: RawMarkdown): boolean {
  return /^-{3,}$/.test(text);
}

/** A line of an HTML block in the deck's text; `prefix` is what a quotation or a list has before it. */
interface Row {
  readonly number: number;
  /** Offset of its first character, and of its end. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly text: string;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function splitLines(text: string): Line[] {
  let start = 0;
  return (text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []).map((whole) => {
    const line = { start, text: whole.replace(/[\r\n]+$/, '') };
    start += whole.length;
    return line;
  });
}

function placeRows(html: string, position: Position, lines: readonly Line[]): Row[] {
  return html.split('\n').map((text, index) => {
    const number = position.start.line + index;
    const { start, text: whole } = lines[number - 1] ?? { start: 0, text };
    const prefix = whole.endsWith(text) ? whole.slice(0, whole.length - text.length) : '';
    return { number, start, end: start + whole.length, prefix, text };
  });
}

function placeOf({ line, column, text }: RawMarkdown, rows: readonly Row[], node: Node): Position | Node {
  const row = rows[line];
  if (!row) return node;
  const from = row.prefix.length + column;
  const point = (at: number) => ({ line: row.number, column: at + 1, offset: row.start + at });
  return { start: point(from), end: point(from + text.length) };
}

/** A blank line wherever text with Markdown and tags meet; nothing where that would not do. */
function insertLines(html: string, found: readonly RawMarkdown[], rows: readonly Row[]): Edit[] | undefined {
  const texts = maskTags(html).split('\n');
  const isText = (line: number) => (texts[line] ?? '').trim() !== '';
  const isMixed = (line: number) => isText(line) && texts[line] !== rows[line]?.text;
  const mends = found.every(
    ({ line, startsLine, tag }) =>
      startsLine && !isMixed(line) && !phrasingOnly.test(tag) && !/^ {4}|^ *\t/.test(rows[line]?.text ?? ''),
  );
  if (!mends) return undefined;
  const blanks = new Set<number>();
  for (const one of found) {
    const { line } = one;
    let [from, to] = [line, line];
    while (from > 0 && isText(from - 1)) from -= 1;
    while (isText(to + 1)) to += 1;
    for (const above of [from, to + 1, ...(isBreak(one) ? [line] : [])])
      if (above > 0 && above < rows.length) blanks.add(above);
  }
  return [...blanks].map((line) => {
    const { start = 0, prefix = '' } = rows[line] ?? {};
    return { start, end: start, text: `${prefix.trimEnd()}\n` };
  });
}

function silenceColumns(ancestors: readonly Node[], file: VFile): void {
  const holder = ancestors.findLast(({ type }) => type === 'containerDirective') ?? ancestors[0];
  const { start, end } = holder?.position ?? {};
  if (start && end) silence(file, ['columns-cut-missing', 'column-stray'], start.line, end.line);
}

function silenceTitles(tree: Root, from: number, file: VFile): void {
  const next = tree.children.find(
    ({ type, position }) => type === 'thematicBreak' && (position?.start.line ?? 0) > from,
  );
  silence(file, ['slide-title-second'], from, next?.position?.start.line ?? Number.POSITIVE_INFINITY);
}
