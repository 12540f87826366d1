/**
 * Takes slides with `:::steps` and with components that reveal their parts, leaves every step a fragment with its number.
 * After raw HTML, code and formulas, so that everything a step may hold is there.
 */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listSections } from '../deck/sections.js';
import { childElements, hasClass } from './steps/elements.js';
import { markParts } from './steps/mark-parts.js';
import { numberSteps } from './steps/number-steps.js';

/**
 * Number the steps of every slide.
 *
 * before: div.steps[data-order=reverse] > ul > li*2
 * after:  div.steps > ul > li.fragment[data-fragment-index=1], li.fragment[data-fragment-index=0]
 */
export function rehypeSteps() {
  return (tree: Root, file: VFile): void => {
    for (const section of listSections(tree)) {
      const canvas = childElements(section).filter((child) => child.tagName === 'div');
      for (const block of canvas.flatMap(listSteps)) markParts(block, file);
      for (const part of canvas) numberSteps(part);
    }
  };
}

/** List blocks of steps, the inner ones too. What the speaker says and what readers get has none: each would cost a key. */
function listSteps(canvas: Element): Element[] {
  const found: Element[] = [];
  visit(canvas, 'element', (element) => {
    if (element.tagName === 'aside') return SKIP;
    if (hasClass(element, 'steps')) found.push(element);
    return undefined;
  });
  return found;
}
