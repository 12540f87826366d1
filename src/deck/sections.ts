/** Finds the slides in hast: the one place that knows how a slide's `<section>` is told from others. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** List the slides of a tree in reading order, out of their stacks. */
export function listSections(tree: Root): Element[] {
  const sections: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'section') return undefined;
    const classes = element.properties.className;
    if (!Array.isArray(classes) || !classes.includes('slide')) return undefined;
    sections.push(element);
    return SKIP;
  });
  return sections;
}
