/** Takes paired fences and reports the lines that open without an end, close nothing, or close something else than was meant. */
import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { linesBefore } from '../../diagnostics/file-parts.js';
import { type Edit, report, silence } from '../../diagnostics/report.js';
import { findMissingEnd, lengthenFences, linePrefix, outermost } from './fence-fixes.js';
import type { Fence } from './match-fences.js';

/** Report what is wrong with the fences. */
export function checkFences(fences: readonly Fence[], tree: Root, file: VFile): void {
  const open = listOpenBlocks(tree, String(file.value));
  const longer = lengthenFences(fences);
  for (const fence of fences) {
    const { node, opens, mate } = fence;
    if (opens && !mate && node.type === 'containerDirective') reportUnclosed(fence, node, open, file);
    if (opens || node.type !== 'paragraph') continue;
    // A paragraph that opens is no directive, which is said elsewhere: its end needs no message.
    if (!mate || mate.node.type === 'containerDirective')
      reportStray(fence, mate && longer.get(outermost(mate)), file);
  }
}

function reportUnclosed(fence: Fence, node: ContainerDirective, open: readonly Nodes[], file: VFile): void {
  const text = String(file.value);
  const { outer, breaks } = fence;
  const holder =
    outer?.mate && 'name' in outer.node
      ? `\`${outer.node.name}\``
      : fence.holder.type === 'root'
        ? 'the file'
        : 'its block';
  const end = findMissingEnd(fence, text);
  // In code that is open itself a fence would be one more line of code.
  const inside = open.some(({ position }) => isBetween(end, position));
  const prefix = inside ? undefined : linePrefix(text, fence.offset);
  const colons = ':'.repeat(fence.colons);
  const swallowed =
    breaks.length === 1 ? 'the slide that follows' : `the ${breaks.length} slides that follow`;
  report(
    file,
    'directive-unclosed',
    node,
    `Unexpected end of ${holder} inside \`${node.name}\`, expected a closing \`:::\``,
    {
      note: `Write \`${colons}\` below line ${countLines(text, end) - linesBefore(file, node.position)}${breaks.length > 0 ? `; as it stands it holds ${swallowed}` : ''}.`,
      fix:
        prefix === undefined
          ? undefined
          : [{ start: end, end, text: `\n${prefix.trimEnd()}\n${prefix}${colons}` }],
    },
  );
}

function reportStray(fence: Fence, fix: readonly Edit[] | undefined, file: VFile): void {
  const outer = fence.mate?.node;
  const note =
    outer?.type === 'containerDirective'
      ? `A container inside \`${outer.name}\` has as many colons and ended it: open \`${outer.name}\` on line ${(outer.position?.start.line ?? 1) - linesBefore(file, outer.position)} with one colon more.`
      : 'Remove it, or open a container above it.';
  const reason = 'Unexpected `:::`, expected an open container that it closes';
  report(file, 'directive-stray-fence', fence.node, reason, { note, fix });
  if (outer?.type !== 'containerDirective') return;
  // What stands between belongs to the outer one again once its fence is longer.
  const [from, to] = [outer.position?.start.line, fence.node.position?.start.line];
  if (from && to) silence(file, ['columns-cut-missing', 'column-stray'], from, to);
}

/** List code, formulas and HTML that the end of their holder ends, not an end of their own. */
function listOpenBlocks(tree: Root, text: string): Nodes[] {
  const open: Nodes[] = [];
  visit(tree, ['code', 'math', 'html'], (node) => {
    const written = text.slice(node.position?.start.offset, node.position?.end.offset).trimEnd();
    const ending = node.type === 'html' ? /-->$/ : /[\r\n][\s>]*(?:`{3,}|~{3,}|\${2,})$/;
    if (!ending.test(written)) open.push(node);
  });
  return open;
}

function isBetween(offset: number, position: Position | undefined): boolean {
  return (position?.start.offset ?? 0) < offset && offset <= (position?.end.offset ?? 0);
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split(/\r\n|\r|\n/).length;
}
