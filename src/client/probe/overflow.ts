/** Takes a slide and leaves what reaches beyond its place: the body's content below or beside it, anything beyond the slide's edge. */
import type { Finding } from './findings.js';
import { boxOn, describe } from './place.js';
import { type Place, readRows, type TextLine } from './text-lines.js';

/** Rounding of line boxes is no overflow. */
const tolerance = 2;

/** A thing that is seen; its ink lies within its box. */
type Seen = Pick<TextLine, 'parent' | 'box' | 'ink'>;

/** Find how far content reaches beyond the slide's body; beyond the slide's edge for what is not in the body. */
export function findOverflow(slide: Element, lines: readonly TextLine[]): Finding[] {
  const body = slide.querySelector('.slide-body');
  const edge = slide.getBoundingClientRect();
  const place = body ? placeOf(body, edge) : edge;
  const isInside = ({ parent }: Pick<Seen, 'parent'>) => body?.contains(parent) === true;
  // Most things are within their place, and how they are painted need not be known.
  const isBeyond = (thing: Pick<Seen, 'parent' | 'box'>) =>
    reach(thing.box, place) > tolerance && reach(thing.box, isInside(thing) ? place : edge) > tolerance;
  const things: readonly Seen[] = [...lines.filter(isBeyond), ...listSolids(slide, isBeyond)];
  const findings = [
    worstSide(slide, things.filter(isInside), place, lines),
    worstSide(
      slide,
      things.filter((thing) => !isInside(thing)),
      edge,
      lines,
    ),
  ].filter((finding) => finding !== undefined);
  // A body that is too long may push the title off the slide: one thing is said once.
  return findings.sort((one, other) => other.amount - one.amount).slice(0, 1);
}

/** A body that is centred grows beyond the slide with its content. */
function placeOf(body: Element, edge: DOMRect): Place {
  const { left, right, top, bottom } = body.getBoundingClientRect();
  return {
    left: Math.max(left, edge.left),
    right: Math.min(right, edge.right),
    top: Math.max(top, edge.top),
    bottom: Math.min(bottom, edge.bottom),
  };
}

/** Pictures, grounds and rules: what is seen without being text, where its box is beyond its place. */
function listSolids(slide: Element, isBeyond: (thing: Pick<Seen, 'parent' | 'box'>) => boolean): Seen[] {
  const body = slide.querySelector('.slide-body');
  return [...slide.querySelectorAll('.slide-canvas *')]
    .map((parent) => ({ parent, box: parent.getBoundingClientRect() }))
    .filter(isBeyond)
    .filter(({ parent }) => parent.closest(unseen) === null && !isDecoration(parent))
    .flatMap(({ parent, box }) => {
      const isPicture = parent.matches('img, svg, video, iframe');
      const isInBody = body?.contains(parent) === true && parent !== body;
      if (box.width <= 1 || box.height <= 1) return [];
      const ink = isPicture ? box : isInBody ? findPaint(parent, box) : undefined;
      return ink ? [{ parent, box, ink }] : [];
    });
}

/** What is not on the slide, behind it, or part of another thing. */
const unseen = '.visually-hidden, .notes, .handout, .slide-background, svg svg, .katex';

/** Elements of drawings and of formulas are drawn by these. */
const drawn = 'svg *, .katex *';

/** Find what an element itself paints of its box: all of it where it has a ground, else from the first to the last of its rules. */
function findPaint(element: Element, box: DOMRect): Place | undefined {
  if (element.matches(drawn)) return undefined;
  const style = getComputedStyle(element);
  if (style.backgroundImage !== 'none' || isSeen(style.backgroundColor)) return box;
  const rule = (side: 'Top' | 'Right' | 'Bottom' | 'Left') =>
    isSeen(style[`border${side}Color`]) ? Number.parseFloat(style[`border${side}Width`]) : 0;
  const { left, right, top, bottom } = box;
  const rules = [
    { left, right, top, bottom: top + rule('Top') },
    { left, right, top: bottom - rule('Bottom'), bottom },
    { left, right: left + rule('Left'), top, bottom },
    { left: right - rule('Right'), right, top, bottom },
  ].filter((one) => one.right > one.left && one.bottom > one.top);
  if (rules.length === 0) return undefined;
  return {
    left: Math.min(...rules.map((one) => one.left)),
    right: Math.max(...rules.map((one) => one.right)),
    top: Math.min(...rules.map((one) => one.top)),
    bottom: Math.max(...rules.map((one) => one.bottom)),
  };
}

function isSeen(color: string): boolean {
  return color !== 'transparent' && !/[,/]\s*0\)$/.test(color);
}

/** A drawing behind or beside the text may bleed off the slide. */
function isDecoration(element: Element): boolean {
  return (
    element.closest('[aria-hidden="true"]') !== null && getComputedStyle(element).position === 'absolute'
  );
}

function worstSide(
  slide: Element,
  things: readonly Seen[],
  place: Place,
  lines: readonly TextLine[],
): Finding | undefined {
  const sides = things.flatMap((thing) => [
    { what: 'below', amount: thing.ink.bottom - place.bottom, thing },
    { what: 'beside', amount: Math.max(thing.ink.right - place.right, place.left - thing.ink.left), thing },
    { what: 'above', amount: place.top - thing.ink.top, thing },
  ]);
  const beyond = sides.filter(({ amount }) => amount > tolerance);
  const worst = beyond.reduce<(typeof beyond)[number] | undefined>(
    (one, other) => (one && one.amount >= other.amount ? one : other),
    undefined,
  );
  if (!worst) return undefined;
  const same = beyond.filter(({ what }) => what === worst.what).map(({ thing }) => thing);
  const element = (same[0] ?? worst.thing).parent;
  const texts = worst.what === 'below' ? cutTexts(lines, place) : { seen: '', hidden: '' };
  return {
    ...describe('slide-overflow', slide, element, worst.amount, worst.what),
    ...texts,
    box: boxOn(slide, surround(same)),
  };
}

/** The place of all that is beyond; a ground is as large as what stands on it, so that texts tell more. */
function surround(things: readonly Seen[]): Place {
  const texts = things.filter((thing) => 'node' in thing);
  const inks = (texts.length > 0 ? texts : things).map(({ ink }) => ink);
  return {
    left: Math.min(...inks.map(({ left }) => left)),
    right: Math.max(...inks.map(({ right }) => right)),
    top: Math.min(...inks.map(({ top }) => top)),
    bottom: Math.max(...inks.map(({ bottom }) => bottom)),
  };
}

/** How far one thing reaches beyond another. */
function reach(one: Place, place: Place): number {
  return Math.max(
    one.bottom - place.bottom,
    one.right - place.right,
    place.left - one.left,
    place.top - one.top,
  );
}

/** The last line that is seen and the first that is not. */
function cutTexts(lines: readonly TextLine[], place: Place): { seen: string; hidden: string } {
  const rows = readRows(lines.filter(({ parent }) => parent.closest('.slide-body') !== null));
  const hidden = rows.find((row) => row.bottom > place.bottom + tolerance);
  const seen = rows.filter((row) => row.bottom <= place.bottom + tolerance).at(-1);
  return { seen: seen?.text ?? '', hidden: hidden?.text ?? '' };
}

/** Find boxes that cut their own content: a cell, a column, a panel that does not show all of its text. */
export function findClipped(slide: Element, lines: readonly TextLine[]): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<Element>();
  const clippers: Clippers = new Map();
  for (const line of lines) {
    const clipper = findClipper(line.parent, slide, clippers);
    if (!clipper || told.has(clipper.element)) continue;
    const { element, place } = clipper;
    if (reach(line.box, place) <= tolerance || reach(line.ink, place) <= tolerance) continue;
    told.add(element);
    findings.push(describe('text-clipped', slide, line.parent, reach(line.ink, place), nameBox(element)));
  }
  return findings;
}

/** What cuts the texts in an element, for many of them at once. */
type Clippers = Map<Element, { readonly element: Element; readonly place: Place } | undefined>;

function findClipper(element: Element, slide: Element, known: Clippers): ReturnType<Clippers['get']> {
  if (element === slide) return undefined;
  if (!known.has(element)) {
    const parent = element.parentElement;
    const clipper = isClipper(element)
      ? { element, place: element.getBoundingClientRect() }
      : parent && findClipper(parent, slide, known);
    known.set(element, clipper ?? undefined);
  }
  return known.get(element);
}

function isClipper(element: Element): boolean {
  // A cell or a column that keeps to its width cuts nothing, but its text stands in its neighbour.
  if (element.matches('td, th, .column')) return true;
  const { overflowX, overflowY, display } = getComputedStyle(element);
  return (overflowX !== 'visible' || overflowY !== 'visible') && display !== 'inline';
}

function nameBox(element: Element): string {
  if (element.matches('td, th')) return 'cell';
  if (element.matches('.column')) return 'column';
  return element.closest('pre, code') ? 'code' : 'box';
}
