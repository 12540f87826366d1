/** Takes slides of a deck that was written on any system and leaves line ends of one kind, so that the same words give the same bytes. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Write line ends in texts and attributes as `\n`. Not before: places in the deck's text are counted as it was written.
 *
 * before: code "a\r\nb"
 * after:  code "a\nb"
 */
export function rehypeLineEnds() {
  return (tree: Root, file: VFile): void => {
    // What is taken from other files is read with `\n` alone.
    if (!String(file.value).includes('\r')) return;
    visit(tree, (node) => {
      if (node.type === 'text' || node.type === 'raw') node.value = unify(node.value);
      if (node.type !== 'element') return;
      for (const [name, value] of Object.entries(node.properties))
        if (typeof value === 'string') node.properties[name] = unify(value);
    });
  };
}

function unify(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
