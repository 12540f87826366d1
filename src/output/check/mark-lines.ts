/** Takes a compiled deck and leaves a copy whose elements say on which line of the deck they begin: what a browser finds gets a place. */
import { visit } from 'unist-util-visit';
import type { DeckTree } from '../../compile.js';

/** Copy a deck with `data-source-line` on every element that has a place. */
export function markLines(deck: DeckTree): DeckTree {
  const tree = structuredClone(deck.tree);
  visit(tree, 'element', (element) => {
    if (element.position) element.properties.dataSourceLine = String(element.position.start.line);
  });
  return { ...deck, tree };
}
