/**
 * Takes the tree as parsed and reports fences of code that are never closed: CommonMark reads on to the end of the file, and
 * every later slide is shown as code. Changes nothing.
 */
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { linesBefore } from '../diagnostics/file-parts.js';
import { type Edit, report } from '../diagnostics/report.js';

/** Report code that no fence ends. */
export function remarkCheckCodeFences() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => checkFence(node, file));
  };
}

function checkFence(node: Code, file: VFile): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const written = String(file.value).slice(start.offset, end.offset);
  const fence = /^(`{3,}|~{3,})/.exec(written)?.[1];
  if (fence === undefined) return;
  const lines = written.split(/\r\n|\r|\n/);
  const last = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(lines.length > 1 ? (lines.at(-1) ?? '') : '')?.[1];
  if (last?.startsWith(fence)) return;
  const swallowed = /(?:\r\n|\r|\n)(?=[ \t]*(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$))/.exec(written);
  const slides = written.match(/^---[ \t]*$/gm)?.length ?? 0;
  const note =
    slides > 0 ? `; ${slides} slide ${slides === 1 ? 'break is' : 'breaks are'} shown as code` : '';
  report(
    file,
    'code-unclosed',
    node,
    `Unexpected end of the code from line ${start.line - linesBefore(file, node.position)}, expected a closing fence`,
    {
      note: `Write the fence once more, on a line of its own, where the code ends${note}.`,
      // Where a slide break follows, the code surely ends before it; else it may end anywhere.
      fix: swallowed ? [closeAt(start.offset + swallowed.index, fence)] : undefined,
    },
  );
}

function closeAt(offset: number, fence: string): Edit {
  return { start: offset, end: offset, text: `\n${fence}` };
}
