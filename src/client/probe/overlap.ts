/** Takes the lines of text of a slide and leaves those that stand in one another. */
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { readLine, type TextLine } from './text-lines.js';

/** A line's box is higher than its letters: these shares of it, at top and bottom, are air. */
const air = { top: 0.24, bottom: 0.2 };
/** Letters that touch by less are not told from letters that stand close. */
const least = { width: 2, height: 1.5 };

/** One picture each: what overlaps inside is meant. */
const drawings = 'svg, .katex, ruby, sup, sub, .r-stack';

/** Find texts that are drawn over other texts; one finding for each pair of elements. */
export function findOverlaps(slide: Element, lines: readonly TextLine[]): Finding[] {
  const inks = lines
    .map((line) => ({ line, ink: inkOf(line) }))
    .sort((one, other) => one.ink.top - other.ink.top);
  const findings: Finding[] = [];
  const told = new Set<Element>();
  for (const [index, one] of inks.entries()) {
    for (const other of inks.slice(index + 1)) {
      if (other.ink.top > one.ink.bottom) break;
      if (told.has(other.line.parent) || !doOverlap(one, other)) continue;
      told.add(other.line.parent);
      const found = describe('text-overlap', slide, other.line.parent, overlapHeight(one.ink, other.ink));
      findings.push({ ...found, seen: readLine(one.line), hidden: readLine(other.line) });
    }
  }
  return findings;
}

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inkOf({ box }: TextLine): Ink {
  const { left, right, top, bottom, height } = box;
  return { left, right, top: top + height * air.top, bottom: bottom - height * air.bottom };
}

function overlapHeight(one: Ink, other: Ink): number {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
}

function doOverlap(one: { line: TextLine; ink: Ink }, other: { line: TextLine; ink: Ink }): boolean {
  const width = Math.min(one.ink.right, other.ink.right) - Math.max(one.ink.left, other.ink.left);
  if (width < least.width || overlapHeight(one.ink, other.ink) < least.height) return false;
  if (one.line.node === other.line.node) return false;
  const drawing = one.line.parent.closest(drawings);
  return drawing === null || drawing !== other.line.parent.closest(drawings);
}
