/** Takes the lines of text of a slide and leaves those that stand in one another. */
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { type Place, readLine, type TextLine } from './text-lines.js';

/** Letters that touch by less are not told from letters that stand close. */
const least = { width: 2, height: 3 };

/** One picture each: what overlaps inside is meant. */
const drawings = 'svg, .katex, ruby, sup, sub, .r-stack';

/** Find texts that are drawn over other texts; one finding for each pair of elements. */
export function findOverlaps(slide: Element, lines: readonly TextLine[]): Finding[] {
  const sorted = [...lines].sort((one, other) => one.box.top - other.box.top);
  const findings: Finding[] = [];
  const told = new Set<Element>();
  for (const [index, one] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (told.has(other.parent) || !doOverlap(one, other)) continue;
      told.add(other.parent);
      const found = describe('text-overlap', slide, other.parent, overlapHeight(one.ink, other.ink));
      findings.push({ ...found, seen: readLine(one), hidden: readLine(other) });
    }
  }
  return findings;
}

function overlapHeight(one: Place, other: Place): number {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
}

function doOverlap(one: TextLine, other: TextLine): boolean {
  if (one.node === other.node) return false;
  const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
  if (width < least.width || overlapHeight(one.box, other.box) < least.height) return false;
  if (overlapHeight(one.ink, other.ink) < least.height) return false;
  const drawing = one.parent.closest(drawings);
  return drawing === null || drawing !== other.parent.closest(drawings);
}
