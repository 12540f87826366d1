/**
 * Takes the lines of text of a slide and leaves those that stand on what header and foot draw: a logo, the bar of sections. What stands
 * on their words is text over text, and what the body does not hold is overflow: both are seen to elsewhere.
 */
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { readLine, type TextLine } from './text-lines.js';

/** Boxes that touch by less stand close. */
const least = 3;

const edges = { header: '.slide-header', foot: '.slide-foot, .slide-sections' } as const;

/** Find texts on pictures and bars of header and foot; one finding for each element. */
export function findUnderEdges(slide: Element, lines: readonly TextLine[]): Finding[] {
  const others = lines.filter(({ parent }) => parent.closest(Object.values(edges).join()) === null);
  return Object.entries(edges).flatMap(([edge, selector]) => {
    const boxes = [...slide.querySelectorAll(selector)]
      .flatMap((one) => [...one.querySelectorAll('img, svg, [aria-hidden]')])
      .map((one) => one.getBoundingClientRect());
    const told = new Set<Element>();
    return others.flatMap((line) => {
      const depth = Math.max(0, ...boxes.map((box) => depthIn(line, box)));
      if (depth < least || told.has(line.parent)) return [];
      told.add(line.parent);
      return [{ ...describe('text-overlap', slide, line.parent, depth, edge), hidden: readLine(line) }];
    });
  });
}

/** How deep a line stands in a box. */
function depthIn({ box: line, ink }: TextLine, box: DOMRect): number {
  const width = Math.min(line.right, box.right) - Math.max(line.left, box.left);
  if (width < least || line.bottom <= box.top || line.top >= box.bottom) return 0;
  return Math.min(ink.bottom, box.bottom) - Math.max(ink.top, box.top);
}
