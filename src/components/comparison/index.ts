/** `:::comparison`: subjects side by side, criteria as rows, from a GFM table. */
import { toTable } from '../../data/data-block.js';
import { listDataSource } from '../../data/data-source.js';
import type { Component } from '../component.js';
import type { ComparisonNode } from './node.js';
import { optionTable } from './options.js';
import { parseComparison } from './parse.js';
import { renderComparison } from './render.js';

/** The comparison table. */
export const comparison: Component<ComparisonNode> = {
  name: 'comparison',
  summary: 'Subjects side by side, criteria as rows, from a table',
  options: optionTable,
  form: 'container',
  sources: listDataSource,
  fromData: toTable,
  parse: parseComparison,
  render: renderComparison,
};
