/** `:::steps`: list items, table rows, or blocks appear one by one. Only marks elements as fragments: print shows the final state. */
import type { Element, ElementContent } from 'hast';
import type { Parent } from 'mdast';
import type { Component } from '../component.js';
import { checkOptions } from '../options.js';

/** Blocks that appear one by one. */
export interface StepsNode extends Parent {
  type: 'steps';
}

declare module 'mdast' {
  interface BlockContentMap {
    steps: StepsNode;
  }
  interface RootContentMap {
    steps: StepsNode;
  }
}

/** Blocks that appear one by one. */
export const steps: Component<StepsNode> = {
  name: 'steps',
  summary: 'List items, table rows or blocks that appear one by one',
  options: {},
  form: 'container',
  parse(directive, { file }) {
    checkOptions(directive, {}, file);
    return {
      type: 'steps',
      children: directive.children,
      ...(directive.position && { position: directive.position }),
    };
  },
  render(state, node) {
    const children = state.all(node);
    for (const child of children) if (child.type === 'element') markSteps(child);
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['steps'] },
      children: state.wrap<ElementContent>(children, true),
    };
  },
};

/** A list appears item by item and a table row by row; any other block appears whole. */
function markSteps(block: Element): void {
  const parts = partsOf(block);
  for (const part of parts.length > 0 ? parts : [block]) {
    const { className } = part.properties;
    part.properties.className = [...(Array.isArray(className) ? className : []), 'fragment'];
  }
}

function partsOf(block: Element): Element[] {
  if (block.tagName === 'ul' || block.tagName === 'ol')
    return elements(block).filter((one) => one.tagName === 'li');
  if (block.tagName !== 'table') return [];
  return elements(block)
    .filter((one) => one.tagName === 'tbody')
    .flatMap(elements);
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}
