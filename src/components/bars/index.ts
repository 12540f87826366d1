/** `:::bars`: numbers of a table as bars from a common zero. */
import type { Component } from '../component.js';
import { measureBars, splitBars } from './layout.js';
import type { BarsNode } from './node.js';
import { optionTable } from './options.js';
import { parseBars } from './parse.js';
import { renderBars } from './render.js';

/** A bar chart that is a table. */
export const bars: Component<BarsNode> = {
  name: 'bars',
  summary: 'Numbers of a table as bars from a common zero',
  options: optionTable,
  form: 'container',
  parse: parseBars,
  measure: measureBars,
  split: splitBars,
  render: renderBars,
};
