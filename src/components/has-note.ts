/** Takes blocks and leaves whether a footnote is referred to in them: for components that ask for a source. */
import type { Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import type { Block } from './container.js';

/** Tell whether blocks refer to a footnote. */
export function hasNote(blocks: readonly Block[]): boolean {
  let found = false;
  const tree: Root = { type: 'root', children: [...blocks] };
  visit(tree, 'footnoteReference', () => {
    found = true;
    return EXIT;
  });
  return found;
}
