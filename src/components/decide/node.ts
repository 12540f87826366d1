/** The nodes of a decision guide: `decide > decideRow > (decideCondition, decideOutcome, blocks …)`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** What must be the case. */
export interface DecideCondition extends Parent {
  type: 'decideCondition';
  children: PhrasingContent[];
}

/** What to take then. */
export interface DecideOutcome extends Parent {
  type: 'decideOutcome';
  /** 1-based among `subjects=`; picks colour and shape of the mark. 0 where it is none of them. */
  subject: number;
  children: PhrasingContent[];
}

/** One row; without an arrow it has no outcome and is the author's words as they are. */
export interface DecideRow extends Parent {
  type: 'decideRow';
  children: (DecideCondition | DecideOutcome | Block)[];
}

/** A decision guide. */
export interface DecideNode extends FigureNode {
  type: 'decide';
  /** Whether its rows appear one by one. */
  stepwise: boolean;
  children: (DecideRow | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    decide: DecideNode;
  }
  interface RootContentMap {
    decide: DecideNode;
    decideRow: DecideRow;
    decideCondition: DecideCondition;
    decideOutcome: DecideOutcome;
  }
}

/** List the rows of a guide. */
export function rowsOf(node: DecideNode): DecideRow[] {
  return node.children.filter((child) => child.type === 'decideRow');
}

/** Find the condition of a row. */
export function conditionOf(row: DecideRow): DecideCondition | undefined {
  return row.children.find((child) => child.type === 'decideCondition');
}

/** Find the outcome of a row. */
export function outcomeOf(row: DecideRow): DecideOutcome | undefined {
  return row.children.find((child) => child.type === 'decideOutcome');
}

/** List the blocks below the first line of a row. */
export function detailOf(row: DecideRow): Block[] {
  return row.children.filter(
    (child): child is Block => child.type !== 'decideCondition' && child.type !== 'decideOutcome',
  );
}
