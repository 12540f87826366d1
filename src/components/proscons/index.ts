/** `:::proscons`: what speaks for a subject beside what speaks against it. */
import type { Component } from '../component.js';
import { measureProsCons, splitProsCons } from './layout.js';
import type { ProsConsNode } from './node.js';
import { optionTable } from './options.js';
import { parseProsCons } from './parse.js';
import { renderProsCons } from './render.js';

/** Pros and cons. */
export const proscons: Component<ProsConsNode> = {
  name: 'proscons',
  summary: 'What speaks for a subject beside what speaks against it',
  options: optionTable,
  form: 'container',
  parse: parseProsCons,
  measure: measureProsCons,
  split: splitProsCons,
  render: renderProsCons,
};
