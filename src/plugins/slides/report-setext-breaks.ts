/** Takes the tree as parsed and reports the `---` that CommonMark reads as the underline of a heading. Changes nothing. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { linesBefore } from '../../diagnostics/file-parts.js';
import { report, silence } from '../../diagnostics/report.js';

/** Report text right above `---`: its author meant a break. */
export function reportSetextBreaks(tree: Root, file: VFile): void {
  const lines = String(file.value).split(/\r\n|\r|\n/);
  for (const node of tree.children) {
    if (node.type !== 'heading' || !node.position) continue;
    const { start, end } = node.position;
    const underline = lines[end.line - 1] ?? '';
    if (end.line === start.line || !/^\s{0,3}-+\s*$/.test(underline)) continue;
    const at = (end.offset ?? 0) - end.column + 1;
    const options = /^\s{0,3}[\w-]+:(\s|$)/.test(lines[start.line - 1] ?? '');
    // The keys of a front matter below line 1 have a message of their own.
    if (options && node === tree.children[1] && file.messages.some(({ ruleId }) => ruleId === 'option-place'))
      continue;
    const cure = options
      ? `Options of a slide, as Slidev has them, are written \`::slide{layout=center .name}\` first on the slide`
      : `Put a blank line before line ${end.line - linesBefore(file, node.position)}`;
    // That it is a heading among others is what it brings with it.
    silence(file, ['heading-rank-skipped', 'slide-title-second'], start.line, end.line);
    report(
      file,
      'slide-setext',
      node,
      'Unexpected `---` right under text, expected a blank line between them',
      {
        note: `${cure}; as it stands the text is a heading and no slide begins.`,
        // Fewer dashes make an underline, but no break.
        fix: options || underline.trim().length < 3 ? undefined : [{ start: at, end: at, text: '\n' }],
      },
    );
  }
}
