/** Takes a decision guide and leaves its figure: a list of terms, each condition with its outcome behind an arrow. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { drawLine, drawMark, drawSubjectMark } from '../mark.js';
import { patched, renderBlocks, renderFigure, renderInline, renderPart, spanning } from '../render-figure.js';
import {
  conditionOf,
  type DecideNode,
  type DecideOutcome,
  type DecideRow,
  detailOf,
  outcomeOf,
  rowsOf,
} from './node.js';

/** Render a decision guide. */
export function renderDecide(state: State, node: DecideNode): Element {
  const rows = rowsOf(node);
  const elements = rows.map((row) => renderRow(state, row, node.stepwise));
  return renderFigure(state, node, 'decideRow', [spanning(state, rows, h('dl', elements))]);
}

/** Without an outcome a row is the author's words as they are. */
function renderRow(state: State, row: DecideRow, stepwise: boolean): Element {
  const outcome = outcomeOf(row);
  const detail = renderBlocks(state, detailOf(row));
  const cells = [
    ...renderPart(state, conditionOf(row), 'dt', 'decide-condition'),
    outcome ? renderOutcome(state, outcome, detail) : h('dd', detail),
  ];
  const result = h('div', { className: ['decide-row', ...(stepwise ? ['fragment'] : [])] }, cells);
  return patched(state, row, result);
}

function renderOutcome(state: State, outcome: DecideOutcome, detail: ElementContent[]): Element {
  const { subject } = outcome;
  const result = h('dd', { dataSubject: subject > 0 ? String(subject) : undefined }, [
    drawMark('decide-arrow', [drawLine('M1 8H14.5M9.5 3 14.5 8 9.5 13')]),
    ...(subject > 0 ? [drawSubjectMark('subject-mark', subject)] : []),
    ...renderInline(state, outcome.children),
    ...detail,
  ]);
  return patched(state, outcome, result);
}
