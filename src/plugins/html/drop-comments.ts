/** Takes a tree and leaves it without comments, raw ones too: they are the author's, and a deck is handed out. */
import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { scanTags } from './scan-tags.js';

/** Remove comment nodes, and raw nodes that are nothing but comments (one may hold whole slides). */
export function dropComments(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type !== 'comment' && !(node.type === 'raw' && isComment(node.value))) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isComment(html: string): boolean {
  const text = html.trim();
  // One comment from end to end is by far the most common raw HTML in decks; the parser does the rest.
  return text.startsWith('<!--') && text.indexOf('-->', 4) === text.length - 3 && scanTags(text).length === 0;
}
