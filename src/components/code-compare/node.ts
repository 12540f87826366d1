/** The nodes of code side by side: `code-compare > codeRow > codeCell`. A row holds the segments of one name, a cell a column's. */
import type { Literal, Node, Parent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** One of the programs. */
export interface CodeColumn {
  /** Empty where the author gave none. */
  readonly title: string;
  readonly language: string;
  /** What its segments are coloured as one text by, also where they stand on several slides. */
  readonly thread: string;
}

/** A segment of one column. */
export interface CodeCell extends Literal {
  type: 'codeCell';
  /** 0-based among the columns. */
  column: number;
}

/** The segments of one name; a column without one leaves a gap. */
export interface CodeRow extends Parent {
  type: 'codeRow';
  /** Empty for what stands before the first marker. */
  name: string;
  children: CodeCell[];
}

/** Sizes of code in px, from the usual one down. */
export const sizes = [18, 16] as const;

/** Programs side by side. */
export interface CodeCompareNode extends FigureNode {
  type: 'code-compare';
  columns: readonly CodeColumn[];
  size: (typeof sizes)[number];
  /** Whether segments appear one by one. */
  stepwise: boolean;
  children: (CodeRow | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    'code-compare': CodeCompareNode;
  }
  interface RootContentMap {
    'code-compare': CodeCompareNode;
    codeRow: CodeRow;
    codeCell: CodeCell;
  }
}

/** List the rows of a comparison. */
export function rowsOf(node: { readonly children: readonly Node[] }): CodeRow[] {
  return node.children.filter((child): child is CodeRow => child.type === 'codeRow');
}
