/** Takes a compiled deck and leaves where its comparisons begin that could be smaller, and its text with them so. */
import { visit } from 'unist-util-visit';
import type { DeckTree } from '../../compile.js';
import { listSections } from '../../deck/sections.js';
import { baseOf } from './cut-deck.js';

/** The opening line of a comparison, up to its end or to its braces. */
const opening = /:::+comparison(?:\[[^\]\n]*\])?(\{)?/y;

/** List where comparisons begin in the deck's text, by the slide as its author wrote it; those that are compact are not among them. */
export function listComparisons({ tree }: DeckTree, text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const section of listSections(tree)) {
    const slide = baseOf(String(section.properties.id));
    visit(section, 'element', ({ properties: { className }, position }) => {
      const names = Array.isArray(className) ? className : [];
      const offset = position?.start.offset;
      if (!names.includes('comparison') || names.includes('compact') || offset === undefined) return;
      opening.lastIndex = offset;
      const known = places.get(slide) ?? [];
      if (opening.test(text) && !known.includes(offset)) places.set(slide, [...known, offset]);
    });
  }
  return places;
}

/** Make the comparisons that begin at these offsets compact. */
export function compactText(text: string, offsets: readonly number[]): string {
  return offsets
    .toSorted((one, other) => other - one)
    .reduce((whole, offset) => {
      opening.lastIndex = offset;
      const [found = '', brace] = opening.exec(whole) ?? [];
      const at = offset + found.length;
      return `${whole.slice(0, at)}${brace ? '.compact ' : '{.compact}'}${whole.slice(at)}`;
    }, text);
}
