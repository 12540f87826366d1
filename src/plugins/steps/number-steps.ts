/**
 * Takes a slide whose components counted their steps each for itself and leaves one count for the slide, in reading
 * order: what holds a step comes before what is in it, and two components never share a step by accident.
 */
import type { Element } from 'hast';
import { childElements, hasClass, isGroup } from './elements.js';

/** What has a place in the order of its surroundings: a step, or a component with steps of its own. */
interface Part {
  readonly element: Element;
  /** Its number there; nothing where reading order decides. */
  readonly place: number | undefined;
}

/** Number the steps in an element from a number on; returns the next free one. */
export function numberSteps(element: Element, from = 0): number {
  let next = from;
  for (const parts of inOrder(listParts(element))) {
    const steps = parts.filter((part) => hasClass(part.element, 'fragment'));
    for (const step of steps) step.element.properties.dataFragmentIndex = String(next);
    if (steps.length > 0) next += 1;
    for (const part of parts) {
      if (!hasClass(part.element, 'fragment')) delete part.element.properties.dataFragmentIndex;
      next = numberSteps(part.element, next);
    }
  }
  return next;
}

/** List the outermost steps and components in an element. */
function listParts(element: Element): Part[] {
  return childElements(element).flatMap((child) => {
    if (!hasClass(child, 'fragment') && !isGroup(child)) return listParts(child);
    const written = child.properties.dataFragmentIndex;
    const place = written === undefined || written === '' ? Number.NaN : Number(written);
    return [{ element: child, place: Number.isNaN(place) ? undefined : place }];
  });
}

/** As reveal.js does it: numbered ones first, those of one number together; the others follow one by one. */
function inOrder(parts: readonly Part[]): Part[][] {
  const numbered = new Map<number, Part[]>();
  for (const part of parts) {
    if (part.place === undefined) continue;
    const same = numbered.get(part.place);
    if (same) same.push(part);
    else numbered.set(part.place, [part]);
  }
  const first = [...numbered].sort(([one], [other]) => one - other).map(([, same]) => same);
  return [...first, ...parts.filter((part) => part.place === undefined).map((part) => [part])];
}
