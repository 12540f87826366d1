/** Takes pros and cons and leaves their figure: two lists beside each other, every item with the mark of its side. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { drawLine, drawMark } from '../mark.js';
import { patched, renderFigure } from '../render-figure.js';
import { type ProsConsNode, type ProsConsSide, sidesOf } from './node.js';
import type { Reveal } from './options.js';

/** Render pros and cons. */
export function renderProsCons(state: State, node: ProsConsNode): Element {
  const sides = sidesOf(node).map((side) => renderSide(state, side, node.reveal));
  return renderFigure(state, node, 'prosconsSide', [h('div', { className: ['proscons-sides'] }, sides)]);
}

function renderSide(state: State, side: ProsConsSide, reveal: Reveal): Element {
  const result = h(
    'div',
    {
      className: ['proscons-side', ...(reveal === 'sides' ? ['fragment'] : [])],
      dataSide: side.side,
    },
    state.all(side),
  );
  // A list of the tree is a list of the page, in the same order.
  const lists = result.children.filter(
    (child): child is Element => child.type === 'element' && /^[uo]l$/.test(child.tagName),
  );
  for (const item of lists.flatMap(itemsOf)) {
    item.children.unshift(...drawSideMark(side));
    if (reveal === 'items') item.properties.className = ['fragment'];
  }
  return patched(state, side, result);
}

/** A plus or a minus; nothing where it is not known which of the two. */
function drawSideMark({ side }: ProsConsSide): Element[] {
  if (side === 'other') return [];
  const across = drawLine('M2.5 8H13.5');
  return [drawMark('proscons-mark', side === 'pros' ? [across, drawLine('M8 2.5V13.5')] : [across])];
}

function itemsOf(list: Element): Element[] {
  return list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
}
