/** Takes questions and answers and leaves them as headings with their blocks, the question beside or above its answer. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { captionOf } from '../container.js';
import { patched, renderBlocks } from '../render-figure.js';
import { answerOf, entriesOf, type FaqEntry, type FaqNode, questionOf } from './node.js';

/** Render questions and answers; no figure, since lists in an answer are lists like any other. */
export function renderFaq(state: State, node: FaqNode): Element {
  const entries = entriesOf(node);
  const caption = captionOf(node);
  const isSingle = entries.length === 1;
  return h(
    'div',
    { id: node.id, className: ['faq', ...node.classes], dataSingle: isSingle ? '' : undefined },
    [
      ...(caption
        ? [patched(state, caption, h('p', { className: ['faq-caption'] }, state.all(caption)))]
        : []),
      ...entries.map((entry) => renderEntry(state, entry, node.stepwise)),
    ],
  );
}

function renderEntry(state: State, entry: FaqEntry, stepwise: boolean): Element {
  const answer = renderBlocks(state, answerOf(entry));
  const question = questionOf(entry);
  const isStep = stepwise && question !== undefined && answer.length > 0;
  const result = h('div', { className: ['faq-entry'] }, [
    ...(question ? renderBlocks(state, [question]) : []),
    h('div', { className: ['faq-answer', ...(isStep ? ['fragment'] : [])] }, answer),
  ]);
  return patched(state, entry, result);
}
