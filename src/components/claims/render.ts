/** Takes claims and leaves their figure: a table whose rows are named by what was said. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import type { Strings } from '../../strings.js';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { drawLine, drawMark, drawSubjectMark } from '../mark.js';
import { patched, renderBlocks, renderFigure, renderInline } from '../render-figure.js';
import {
  type Claim,
  type ClaimPart,
  type ClaimsNode,
  claimsOf,
  detailOf,
  partOf,
  type Verdict,
} from './node.js';

/** Render claims. */
export function renderClaims(state: State, node: ClaimsNode, context: ComponentContext): Element {
  const { strings } = context;
  const heads = [strings.claimStatus, node.heads.was, node.heads.now];
  const head = h(
    'tr',
    heads.map((words) => h('th', { scope: 'col' }, words)),
  );
  const rows = claimsOf(node).map((claim, index) => {
    const row = patched(state, claim, h('tr', renderCells(state, claim, strings)));
    addSteps(row, node.reveal, index);
    return row;
  });
  const table = patched(state, node, h('table', [h('thead', [head]), h('tbody', rows)]));
  const figure = renderFigure(state, node, 'claim', [table]);
  figure.children.push(...renderAsOf(state, node, node.asOf, context));
  return figure;
}

function renderCells(state: State, claim: Claim, strings: Strings): Element[] {
  const now = [...renderWords(state, partOf(claim, 'claimNow')), ...renderBlocks(state, detailOf(claim))];
  const cells = [
    h('td', { className: ['claim-status'], dataVerdict: claim.verdict }, renderStatus(state, claim, strings)),
    h('th', { scope: 'row' }, renderWords(state, partOf(claim, 'claimThen'))),
    h('td', now),
  ];
  return cells.map((cell) => patched(state, claim, cell));
}

function renderStatus(state: State, claim: Claim, strings: Strings): ElementContent[] {
  const { verdict } = claim;
  const own = renderWords(state, partOf(claim, 'claimStatus'));
  if (!verdict) return own;
  const word = verdict === 'wrong' ? strings.claimWrong : strings.claimOutdated;
  return [drawVerdict(verdict), ...(own.length > 0 ? own : [{ type: 'text', value: word } as const])];
}

/** A cross, and a ring: what was never true, and what time has passed by. */
function drawVerdict(verdict: Verdict): Element {
  if (verdict === 'outdated') return drawSubjectMark('claim-mark', 2);
  return drawMark('claim-mark', [drawLine('M2.5 2.5 13.5 13.5M13.5 2.5 2.5 13.5')]);
}

function renderWords(state: State, part: ClaimPart | undefined): ElementContent[] {
  return part ? renderInline(state, part.children) : [];
}

/** With answers, what was said stands from the start; what became of it and what holds come together. */
function addSteps(row: Element, reveal: ClaimsNode['reveal'], index: number): void {
  if (reveal === 'none') return;
  const cells = row.children.filter((cell) => cell.type === 'element');
  const parts = reveal === 'rows' ? [row] : cells.filter((cell) => cell.tagName === 'td');
  for (const { properties } of parts) {
    const { className } = properties;
    properties.className = [...(Array.isArray(className) ? className : []), 'fragment'];
    properties.dataFragmentIndex = String(index);
  }
}
