/** The nodes of a list of sources: `sources > sourceEntry`. Entries come from the whole deck, so a plugin fills them in. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** A slide that names a source. */
export interface SourcePlace {
  readonly id: string;
  /** As printed on the slide. */
  readonly number: number;
}

/** One source. */
export interface SourceEntry extends Parent {
  type: 'sourceEntry';
  /** What it is known by: its addresses, else its words. */
  key: string;
  /** 1-based in order of first use. */
  number: number;
  /** The slides that name it; filled in when slides have their final numbers. */
  places: readonly SourcePlace[];
  children: PhrasingContent[];
}

/** A list of the deck's sources. */
export interface SourcesNode extends FigureNode {
  type: 'sources';
  /** How many stand on one slide. */
  most: number;
  /** Whether slide numbers lead to their slides. */
  backlinks: boolean;
  children: (SourceEntry | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    sources: SourcesNode;
  }
  interface RootContentMap {
    sources: SourcesNode;
    sourceEntry: SourceEntry;
  }
}

/** List the entries of a list. */
export function entriesOf(node: SourcesNode): SourceEntry[] {
  return node.children.filter((child) => child.type === 'sourceEntry');
}
