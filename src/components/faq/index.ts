/** `:::faq`: questions with their answers. */
import type { Component } from '../component.js';
import { measureFaq, splitFaq } from './layout.js';
import type { FaqNode } from './node.js';
import { optionTable } from './options.js';
import { parseFaq } from './parse.js';
import { renderFaq } from './render.js';

/** Questions and answers. */
export const faq: Component<FaqNode> = {
  name: 'faq',
  summary: 'Questions with their answers',
  options: optionTable,
  form: 'container',
  parse: parseFaq,
  measure: measureFaq,
  split: splitFaq,
  render: renderFaq,
};
