/** `:::claims`: what was said, struck out, beside what holds. */
import type { Component } from '../component.js';
import { measureClaims, splitClaims } from './layout.js';
import type { ClaimsNode } from './node.js';
import { optionTable } from './options.js';
import { parseClaims } from './parse.js';
import { renderClaims } from './render.js';

/** Claims and what became of them. */
export const claims: Component<ClaimsNode> = {
  name: 'claims',
  summary: 'What was said, struck out, beside what holds',
  options: optionTable,
  form: 'container',
  parse: parseClaims,
  measure: measureClaims,
  split: splitClaims,
  render: renderClaims,
};
