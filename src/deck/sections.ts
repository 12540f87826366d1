/** Finds slides and their headings in hast: the one place that knows how a slide's `<section>` is told from others. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
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

/** List the headings of a slide that have words, its title among them. */
export function listHeadings(slide: Element): Element[] {
  const headings: Element[] = [];
  visit(slide, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName) && toString(element).trim() !== '') headings.push(element);
  });
  return headings;
}
