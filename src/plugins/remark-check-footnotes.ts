/** Takes the tree and reports `[^key]` left in text: the parser reads a footnote without a definition as plain text. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';

/** Report footnotes that are used and never defined. */
export function remarkCheckFootnotes() {
  return (tree: Root, file: VFile): void => {
    const defined: string[] = [];
    visit(tree, 'footnoteDefinition', (node) => void defined.push(node.identifier));
    visit(tree, 'text', (node) => {
      for (const [written, key] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
        report(
          file,
          'footnote-undefined',
          node,
          `Unexpected footnote \`${written}\`, expected a definition of it`,
          {
            note: `Write \`${written}: …\` on a line of its own. ${defined.length > 0 ? suggestNote(key ?? '', defined) : ''}`.trim(),
            actual: key,
          },
        );
      }
    });
  };
}
