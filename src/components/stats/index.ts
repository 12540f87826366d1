/** `:::stats`: one to four numbers in large type. */
import type { Component } from '../component.js';
import { measureStats, splitStats } from './layout.js';
import type { StatsNode } from './node.js';
import { optionTable } from './options.js';
import { parseStats } from './parse.js';
import { renderStats } from './render.js';

/** Numbers in large type. */
export const stats: Component<StatsNode> = {
  name: 'stats',
  summary: 'One to four numbers in large type',
  options: optionTable,
  form: 'container',
  parse: parseStats,
  measure: measureStats,
  split: splitStats,
  render: renderStats,
};
