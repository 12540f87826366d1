/** `:::quote`: words of somebody, and whose they are. */
import type { Component } from '../component.js';
import { measureQuote } from './layout.js';
import type { QuoteNode } from './node.js';
import { parseQuote } from './parse.js';
import { renderQuote } from './render.js';

/** The quote. */
export const quote: Component<QuoteNode> = {
  name: 'quote',
  summary: 'Words of somebody, and whose they are',
  options: {},
  form: 'container',
  parse: parseQuote,
  measure: measureQuote,
  render: renderQuote,
};
