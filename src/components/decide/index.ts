/** `:::decide`: conditions, each with what to take then. */
import type { Component } from '../component.js';
import { measureDecide, splitDecide } from './layout.js';
import type { DecideNode } from './node.js';
import { optionTable } from './options.js';
import { parseDecide } from './parse.js';
import { renderDecide } from './render.js';

/** The decision guide. */
export const decide: Component<DecideNode> = {
  name: 'decide',
  summary: 'Conditions, each with what to take then',
  options: optionTable,
  form: 'container',
  parse: parseDecide,
  measure: measureDecide,
  split: splitDecide,
  render: renderDecide,
};
