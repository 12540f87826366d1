/** What the steps of a slide are told by: classes of elements, their children, and which of them count their steps for themselves. */
import type { Element } from 'hast';

/** Components that number their own steps from 0. */
const groups = ['steps', 'comparison', 'timeline'];

/** Tell whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Add classes behind those that are there. */
export function addClasses(element: Element, names: readonly string[]): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), ...names];
}

/** Tell whether an element counts the steps in it for itself. */
export function isGroup(element: Element): boolean {
  return groups.some((name) => hasClass(element, name));
}

/** List the children that are elements. */
export function childElements(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}
