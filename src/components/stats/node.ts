/** The nodes of figures in large type: `stats > stat > (statPart, blocks …)`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** A part of a figure's line: the number, what it counts. */
export interface StatPart extends Parent {
  type: 'statNumber' | 'statLabel';
  children: PhrasingContent[];
}

/** One number with what it counts, then the blocks below its line. */
export interface Stat extends Parent {
  type: 'stat';
  children: (StatPart | Block)[];
}

/** Numbers in large type. */
export interface StatsNode extends FigureNode {
  type: 'stats';
  /** As written: `2025-10`. */
  asOf: string | undefined;
  stepwise: boolean;
  children: (Stat | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    stats: StatsNode;
  }
  interface RootContentMap {
    stats: StatsNode;
    stat: Stat;
    statPart: StatPart;
  }
}

/** Numbers that stand side by side. */
export const mostBeside = 4;

/** List the numbers. */
export function statsOf(node: StatsNode): Stat[] {
  return node.children.filter((child) => child.type === 'stat');
}

/** Find a part of a figure's line. */
export function partOf(stat: Stat, type: StatPart['type']): StatPart | undefined {
  return stat.children.find((child): child is StatPart => child.type === type);
}

/** List the blocks below the line of a figure. */
export function detailOf(stat: Stat): Block[] {
  return stat.children.filter((child): child is Block => !child.type.startsWith('stat'));
}
