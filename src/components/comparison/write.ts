/** Takes a comparison and leaves the table as its author wrote it: all rows and columns, also those that the slide leaves out. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { type ComparisonNode, notesOf } from './node.js';
import { renderInline } from './render-cell.js';

/** Write a comparison as text. */
export function writeComparison(state: State, node: ComparisonNode, context: ComponentContext): Element {
  const written = node.children.find((child) => child.type === 'table');
  const table = written ? state.one(written, node) : undefined;
  const [first] = Array.isArray(table) ? table : [table];
  if (first?.type === 'element' && node.caption.length > 0) {
    first.children.unshift(h('caption', renderInline(state, node.caption)));
  }
  return h('figure', { id: node.id, className: ['comparison-text', ...node.classes] }, [
    ...(first?.type === 'element' ? [first] : []),
    ...state.all({ type: 'blockquote', children: notesOf(node) }),
    ...(node.source ? [h('p', { className: ['source'] }, state.all(node.source))] : []),
    ...renderAsOf(state, node, node.options.asof, context),
  ]);
}
