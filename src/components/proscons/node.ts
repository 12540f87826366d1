/** The nodes of pros and cons: `proscons > prosconsSide > (heading, list …)`. All text stays in `children`. */
import type { Heading, List } from 'mdast';
import type { Parent } from 'unist';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';
import type { Reveal } from './options.js';

/** Which list it is; `other` where the heading is neither of the pair: then nothing is guessed. */
export type Side = 'pros' | 'cons' | 'other';

/** A heading and the lists under it. */
export interface ProsConsSide extends Parent {
  type: 'prosconsSide';
  side: Side;
  children: (Heading | List)[];
}

/** What speaks for a subject beside what speaks against it. */
export interface ProsConsNode extends FigureNode {
  type: 'proscons';
  reveal: Reveal;
  children: (ProsConsSide | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    proscons: ProsConsNode;
  }
  interface RootContentMap {
    proscons: ProsConsNode;
    prosconsSide: ProsConsSide;
  }
}

/** List the sides, in the author's order. */
export function sidesOf(node: ProsConsNode): ProsConsSide[] {
  return node.children.filter((child) => child.type === 'prosconsSide');
}

/** List the lists of a side: more than one where other blocks stood between. */
export function listsOf(side: ProsConsSide): List[] {
  return side.children.filter((child) => child.type === 'list');
}

/** Count the items of a side. */
export function countItems(side: ProsConsSide): number {
  return listsOf(side).reduce((sum, list) => sum + list.children.length, 0);
}
