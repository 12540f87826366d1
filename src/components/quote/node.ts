/** The nodes of a quote: `quote > (quoteText > blocks, quoteAttribution > (quoteName, quoteDate, …))`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** The words that are quoted. */
export interface QuoteText extends Parent {
  type: 'quoteText';
  children: Block[];
}

/** The first part of an attribution: whose words they are. */
export interface QuoteName extends Parent {
  type: 'quoteName';
  children: PhrasingContent[];
}

/** The last part of an attribution, when it is a date. */
export interface QuoteDate extends Parent {
  type: 'quoteDate';
  datetime: string;
  children: PhrasingContent[];
}

/** Name, role, link, date, as they were written, dash and commas too. */
export interface QuoteAttribution extends Parent {
  type: 'quoteAttribution';
  children: (QuoteName | QuoteDate | PhrasingContent)[];
}

/** Words of somebody, and whose they are. */
export interface QuoteNode extends FigureNode {
  type: 'quote';
  children: (QuoteText | QuoteAttribution | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    quote: QuoteNode;
  }
  interface PhrasingContentMap {
    quoteName: QuoteName;
    quoteDate: QuoteDate;
  }
  interface RootContentMap {
    quote: QuoteNode;
    quoteText: QuoteText;
    quoteAttribution: QuoteAttribution;
    quoteName: QuoteName;
    quoteDate: QuoteDate;
  }
}

/** Find the quoted words. */
export function textOf(node: QuoteNode): QuoteText | undefined {
  return node.children.find((child) => child.type === 'quoteText');
}

/** Find whose words they are. */
export function attributionOf(node: QuoteNode): QuoteAttribution | undefined {
  return node.children.find((child) => child.type === 'quoteAttribution');
}
