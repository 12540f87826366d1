/** Takes slides and lifts `<aside class="notes">` written as raw HTML to where `:::notes` are: else the audience's file would keep them. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { listSections } from '../deck/sections.js';

/** Lift raw notes out of the slide's canvas. */
export function rehypeHoistAsides() {
  return (tree: Root): void => {
    for (const section of listSections(tree)) {
      const canvas = section.children.find(
        (child): child is Element => child.type === 'element' && child.tagName === 'div',
      );
      if (canvas) hoist(canvas, section);
    }
  };
}

function hoist(canvas: Element, section: Element): void {
  visit(canvas, 'element', (element, index, parent) => {
    const classes = element.properties.className;
    const notes = element.tagName === 'aside' && Array.isArray(classes) && classes.includes('notes');
    if (!notes || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    section.children.push(element);
    return [SKIP, index];
  });
}
