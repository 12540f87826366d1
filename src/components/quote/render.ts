/** Takes a quote and leaves its figure: the words as a quotation, whose they are as its caption. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { captionOf, restOf } from '../container.js';
import { patched, renderBlocks, renderInline } from '../render-figure.js';
import { attributionOf, type QuoteAttribution, type QuoteNode, textOf } from './node.js';

/** Render a quote. */
export function renderQuote(state: State, node: QuoteNode): Element {
  const caption = captionOf(node);
  const text = textOf(node);
  const attribution = attributionOf(node);
  const rest = restOf(node, 'quoteText', 'quoteAttribution');
  const notes = renderBlocks(state, rest);
  return h('figure', { id: node.id, className: ['quote', ...node.classes] }, [
    ...(caption
      ? [patched(state, caption, h('p', { className: ['quote-caption'] }, state.all(caption)))]
      : []),
    ...(text ? [patched(state, text, h('blockquote', renderBlocks(state, text.children)))] : []),
    ...(attribution ? [renderAttribution(state, attribution)] : []),
    ...(notes.length > 0 ? [h('div', { className: ['figure-notes'] }, notes)] : []),
  ]);
}

function renderAttribution(state: State, attribution: QuoteAttribution): Element {
  const parts = attribution.children.flatMap((part) => {
    if (part.type === 'quoteName')
      return [
        patched(state, part, h('span', { className: ['quote-name'] }, renderInline(state, part.children))),
      ];
    if (part.type === 'quoteDate')
      return [
        patched(state, part, h('time', { dateTime: part.datetime }, renderInline(state, part.children))),
      ];
    return renderInline(state, [part]);
  });
  return patched(state, attribution, h('figcaption', { className: ['attribution'] }, parts));
}
