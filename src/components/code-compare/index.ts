/** `:::code-compare`: programs side by side, their segments aligned by name. */
import type { Component } from '../component.js';
import { measureCodeCompare, splitCodeCompare } from './layout.js';
import type { CodeCompareNode } from './node.js';
import { optionTable } from './options.js';
import { parseCodeCompare } from './parse.js';
import { renderCodeCompare } from './render.js';

/** Programs side by side. */
export const codeCompare: Component<CodeCompareNode> = {
  name: 'code-compare',
  summary: 'Programs side by side, their segments aligned by name',
  options: optionTable,
  form: 'container',
  parse: parseCodeCompare,
  measure: measureCodeCompare,
  split: splitCodeCompare,
  render: renderCodeCompare,
};
