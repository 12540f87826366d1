/** Takes a component and what it drew and leaves its figure: caption, drawing, then the author's other blocks, which nothing may swallow. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Node, Paragraph, Parent, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { type Block, captionOf, isSource, restOf } from './container.js';
import { spanOf } from './cut-inline.js';

/** A component that is drawn as a figure; all its text is in `children`. */
export interface FigureNode extends Parent {
  id: string;
  classes: readonly string[];
}

/** Render a figure; children of the types `drawn` are in the drawing, all others stand below it. */
export function renderFigure(
  state: State,
  node: FigureNode,
  drawn: string,
  drawing: readonly ElementContent[],
): Element {
  const caption = captionOf(node);
  const source = (node.children as Block[]).find(isSource);
  const notes = renderBlocks(
    state,
    restOf(node, drawn).filter((block) => block !== source),
  );
  return h(
    'figure',
    {
      id: node.id,
      className: [node.type, ...node.classes],
      ariaDescribedBy: source ? `${node.id}-source` : undefined,
    },
    [
      ...(caption ? [patched(state, caption, h('figcaption', state.all(caption)))] : []),
      ...drawing,
      ...(notes.length > 0 ? [h('div', { className: ['figure-notes'] }, notes)] : []),
      ...(source ? [renderSource(state, source, `${node.id}-source`)] : []),
    ],
  );
}

/** An element of this class is put at the foot of the slide; the figure refers to it by its id. */
function renderSource(state: State, source: Paragraph, id: string): Element {
  return patched(state, source, h('p', { className: ['source'], id }, state.all(source)));
}

/** Turn blocks into hast. */
export function renderBlocks(state: State, blocks: readonly Block[]): ElementContent[] {
  return state.all({ type: 'blockquote', children: [...blocks] as [] });
}

/** Turn inline content into hast. */
export function renderInline(state: State, content: readonly PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children: [...content] });
}

/** Render a part of an item that may be absent. */
export function renderPart(
  state: State,
  part: Parent | undefined,
  tagName: string,
  className: string,
): Element[] {
  if (!part) return [];
  const content = renderInline(state, part.children as PhrasingContent[]);
  return [patched(state, part, h(tagName, { className: [className] }, content))];
}

/** Give a list the place that its items have together. */
export function spanning(state: State, items: readonly Node[], list: Element): Element {
  return patched(state, { type: 'list', ...spanOf(items) }, list);
}

/** Give an element the place of its node. */
export function patched(state: State, node: Node, element: Element): Element {
  state.patch(node as Parameters<State['patch']>[0], element);
  return element;
}
