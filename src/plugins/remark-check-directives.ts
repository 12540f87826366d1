/**
 * Takes the tree as parsed and reports what the author meant as a directive and the parser read otherwise:
 * unclosed containers, stray fences, breaks inside containers, options given twice. Changes nothing.
 */
import type { Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { linesBefore } from '../diagnostics/file-parts.js';
import { report, silence } from '../diagnostics/report.js';
import { checkFences } from './directives/check-fences.js';
import { checkOpeningLine, reportMalformed } from './directives/check-opening-line.js';
import { type CutColumns, findCutColumns } from './directives/column-containers.js';
import { linePrefix } from './directives/fence-fixes.js';
import { type ForeignBlock, findForeignDivs } from './directives/foreign-divs.js';
import { type Fence, matchFences } from './directives/match-fences.js';

/** Report directives that are not what they look like. */
export function remarkCheckDirectives() {
  return (tree: Root, file: VFile): void => {
    const text = String(file.value);
    const lines = text.split(/\r\n|\r|\n/);
    for (const block of findForeignDivs(tree, text)) reportForeign(block, lines, file);
    const fences = matchFences(tree, text);
    for (const cut of findCutColumns(fences, text)) reportCut(cut, text, file);
    checkFences(fences, tree, file);
    checkBreaks(fences, file);
    for (const fence of fences) {
      if (fence.opens && fence.node.type === 'paragraph') reportMalformed(fence.node, text, file);
      else if (fence.opens && fence.mate) checkFragileEnd(fence, fence.mate, text, file);
    }
    visit(tree, ['containerDirective', 'leafDirective'], (node) => {
      if (node.type === 'containerDirective' || node.type === 'leafDirective')
        checkOpeningLine(node, lines[(node.position?.start.line ?? 1) - 1] ?? '', file);
    });
  };
}

/** What a block of another tool's containers brings with it, which its own message explains. */
const inForeignBlock = [
  'directive-malformed',
  'directive-stray-fence',
  'directive-unclosed',
  'directive-unknown',
  'directive-option-unknown',
  'columns-cut-missing',
  'column-stray',
] as const;

function reportForeign(
  { name, from, to, start, end, text }: ForeignBlock,
  lines: readonly string[],
  file: VFile,
): void {
  const written = (lines[from - 1] ?? '').trim();
  const point = (offset: number, column: number) => ({ line: from, column, offset });
  const place = { start: point(start, 1), end: point(start + written.length, written.length + 1) };
  const isColumns = name === 'columns';
  const reason = isColumns
    ? `Unexpected \`${written.slice(0, 40)}\` with a container for each column, expected \`::column\` between two`
    : `Unexpected \`${written.slice(0, 40)}\`, expected \`:::${name}\``;
  const cut = isColumns ? ', and `::column` alone on the line where the next column begins' : '';
  report(file, 'directive-malformed', place, reason, {
    note: `Write \`:::${name}\` … \`:::\` around all of it${cut}.`,
    fix: [{ start, end, text }],
  });
  silence(file, inForeignBlock, from, to);
}

/** One message for what is one mistake: a colon too many, in a container or in several. */
function reportCut({ columns, first, last, fix }: CutColumns, text: string, file: VFile): void {
  const reason = 'Unexpected container `:::column` in `columns`, expected the line `::column`';
  report(file, 'directive-malformed', openingLine(first, text), reason, {
    note: 'Write `::column`, with two colons and no end, where the next column begins.',
    fix,
  });
  silence(file, inForeignBlock, columns.node.position?.start.line ?? 0, lineOf(last) ?? 0);
}

function openingLine({ node, colons }: Fence, text: string): Position | undefined {
  const { start } = node.position ?? {};
  if (start?.offset === undefined) return node.position;
  const length = text.slice(start.offset).search(/[\r\n]|$/);
  return {
    start,
    end: { line: start.line, column: start.column + Math.max(length, colons), offset: start.offset + length },
  };
}

/** Report the first slide break that a closed container holds; one that holds it further out has no message of its own. */
function checkBreaks(fences: readonly Fence[], file: VFile): void {
  const unclosed = fences.filter((one) => !one.mate && one.node.type === 'containerDirective');
  const said = new Set(unclosed.flatMap((one) => one.breaks));
  for (const { opens, node, breaks } of fences.toReversed()) {
    const [first] = breaks;
    if (!opens || node.type !== 'containerDirective' || !first || said.has(first)) continue;
    for (const one of breaks) said.add(one);
    report(
      file,
      'directive-slide-break',
      first,
      `Unexpected slide break inside \`${node.name}\`, expected its closing \`:::\` first`,
      {
        note: `\`${node.name}\` opened on line ${(node.position?.start.line ?? 1) - linesBefore(file, node.position)} and is probably not closed.`,
      },
    );
  }
}

/** A table right above the closing fence: a plain viewer, without directives, reads `:::` as one more row. */
function checkFragileEnd({ node }: Fence, end: Fence, text: string, file: VFile): void {
  const last = node.type === 'containerDirective' ? node.children.at(-1) : undefined;
  const prefix = linePrefix(text, end.offset);
  const line = last?.position?.end.line ?? 0;
  if (last?.type !== 'table' || prefix === undefined || line + 1 !== lineOf(end)) return;
  const start = end.offset - prefix.length;
  report(
    file,
    'directive-line-fragile',
    node,
    'Unexpected table right above the closing `:::`, expected a blank line between them',
    {
      note: `Put a blank line before line ${line + 1 - linesBefore(file, node.position)}: a plain viewer shows \`:::\` as a row of the table.`,
      fix: [{ start, end: start, text: `${prefix.trimEnd()}\n` }],
    },
  );
}

/** A closing fence is the last line of its container, or a paragraph of its own. */
function lineOf({ node }: Fence): number | undefined {
  return node.type === 'containerDirective' ? node.position?.end.line : node.position?.start.line;
}
