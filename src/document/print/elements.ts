/** What all printed documents do with elements: find them, and copy them without their ids, which stand once in a document. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** Copy an element; its ids stay with the original, and what named things by them there names nothing. */
export function withoutIds(element: Element): Element {
  const copy = structuredClone(element);
  visit(copy, 'element', ({ properties }) => {
    delete properties.id;
    delete properties.ariaLabelledBy;
    delete properties.ariaDescribedBy;
  });
  return copy;
}

/** Find elements inside of one, itself included. */
export function findAll(root: Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** Tell whether something is an element of a class. */
export function hasClass(child: Element['children'][number], name: string): boolean {
  const classes = child.type === 'element' ? child.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}

/** Tell whether an element is a footnote of a slide. */
export function isNote(element: Element): boolean {
  const { id } = element.properties;
  return element.tagName === 'li' && typeof id === 'string' && id.includes('-note-');
}

/** Name the kind of aside that an element is. */
export function asideName(child: Element['children'][number]): 'notes' | 'handout' | undefined {
  if (child.type !== 'element' || child.tagName !== 'aside') return undefined;
  return (['notes', 'handout'] as const).find((name) => hasClass(child, name));
}

/** Leave only those asides of a slide that a document shows. The tree itself stays as it is. */
export function withAsides(section: Element, kept: readonly string[]): Element {
  const children = section.children.filter((child) => {
    const name = asideName(child);
    return name === undefined || kept.includes(name);
  });
  return { ...section, children };
}
