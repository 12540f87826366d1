/** The nodes of questions and answers: `faq > faqEntry > (faqQuestion, blocks …)`. All text stays in `children`. */
import type { Heading, Parent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';
import type { Split } from './options.js';

/** A question with the blocks that answer it; blocks before the first question are an entry without one. */
export interface FaqEntry extends Parent {
  type: 'faqEntry';
  /** Whether the first child is the heading that asks. */
  asks: boolean;
  children: Block[];
}

/** Questions and answers. */
export interface FaqNode extends FigureNode {
  type: 'faq';
  split: Split;
  /** Whether answers appear one by one. */
  stepwise: boolean;
  children: (FaqEntry | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    faq: FaqNode;
  }
  interface RootContentMap {
    faq: FaqNode;
    faqEntry: FaqEntry;
  }
}

/** List the entries. */
export function entriesOf(node: FaqNode): FaqEntry[] {
  return node.children.filter((child) => child.type === 'faqEntry');
}

/** Find the heading that asks. */
export function questionOf({ asks, children: [first] }: FaqEntry): Heading | undefined {
  return asks && first?.type === 'heading' ? first : undefined;
}

/** List the blocks that answer, or introduce. */
export function answerOf(entry: FaqEntry): Block[] {
  return questionOf(entry) ? entry.children.slice(1) : entry.children;
}
