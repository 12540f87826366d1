/**
 * Takes a compiled deck and leaves a copy whose elements say on which line of the deck they begin, and slides that were cut, of how many
 * they are one and how small they might have been made instead: what a browser finds gets a place, and an estimate is held against it.
 */
import { visit } from 'unist-util-visit';
import type { DeckTree } from '../../compile.js';
import type { SlideFacts } from '../../deck/nodes.js';

/** Content is made no smaller than this share of its size. */
const leastFit = 0.8;

/** Copy a deck with `data-source-line` on every element that has a place, `data-parts` and `data-least-fit` on slides that were cut. */
export function markLines(deck: DeckTree): DeckTree {
  const tree = structuredClone(deck.tree);
  const slides = new Map(deck.file.data.slides?.map((facts) => [facts.id, facts]));
  visit(tree, 'element', ({ tagName, properties, position }) => {
    if (position) properties.dataSourceLine = String(position.start.line);
    const facts = tagName === 'section' ? slides.get(String(properties.id)) : undefined;
    if (!facts?.part) return;
    properties.dataParts = String(facts.part.count);
    properties.dataLeastFit = String(mayShrink(facts, deck) ? leastFit : 1);
  });
  return { ...deck, tree };
}

function mayShrink({ fit }: SlideFacts, { config, file }: DeckTree): boolean {
  return (config.fit ?? fit ?? file.data.deck?.fit ?? 'auto') !== 'split';
}
