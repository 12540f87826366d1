/**
 * `:::steps{order=… effect=…}`: list items, table rows, columns, or blocks appear one by one. It says only what the
 * author wants: raw HTML has no elements yet, so `rehypeSteps` finds the parts and numbers them with the slide's other steps.
 */
import type { ElementContent } from 'hast';
import type { Parent } from 'mdast';
import type { Component } from '../component.js';
import { checkOptions, type OptionTable } from '../options.js';
import { effectNames } from './effects.js';
import { isOrder } from './order.js';

/** Blocks that appear one by one. */
export interface StepsNode extends Parent {
  type: 'steps';
  /** As written: `reverse`, `together` or numbers such as `2,1+3`. */
  order?: string | undefined;
  effect?: string | undefined;
  /** How many levels of a list are steps. */
  depth?: string | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    steps: StepsNode;
  }
  interface RootContentMap {
    steps: StepsNode;
  }
}

const optionTable = {
  effect: {
    summary: 'What a step does: appear, or stand from the start and change',
    kind: 'choice',
    values: effectNames,
  },
  order: {
    summary: 'Which part comes first',
    kind: 'text',
    test: isOrder,
    expected: '`forward`, `reverse`, `together`, or numbers of the parts such as `2,1+3`',
  },
  depth: {
    summary: 'How many levels of a list appear item by item',
    kind: 'choice',
    values: ['1', '2', '3', '4'],
  },
} as const satisfies OptionTable;

/** Blocks that appear one by one. */
export const steps: Component<StepsNode> = {
  name: 'steps',
  summary: 'List items, table rows, columns or blocks that appear one by one',
  options: optionTable,
  form: 'container',
  parse(directive, { file }) {
    const { order, effect, depth } = checkOptions(directive, optionTable, file);
    return {
      type: 'steps',
      ...(typeof order === 'string' && { order }),
      ...(typeof effect === 'string' && { effect }),
      ...(typeof depth === 'string' && { depth }),
      children: directive.children,
      ...(directive.position && { position: directive.position }),
    };
  },
  render(state, node) {
    const { order, effect, depth } = node;
    return {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['steps'],
        ...(order && { dataOrder: order }),
        ...(effect && { dataEffect: effect }),
        ...(depth && { dataDepth: depth }),
      },
      children: state.wrap<ElementContent>(state.all(node), true),
    };
  },
};
