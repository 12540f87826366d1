/** Takes a slide and leaves what reaches beyond its place: the body's content below or beside it, anything beyond the slide's edge. */
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { type Place, readRows, type TextLine } from './text-lines.js';

/** Rounding of line boxes is no overflow. */
const tolerance = 2;

/** A thing that is seen, with its box. */
interface Seen {
  readonly element: Element;
  readonly box: Place;
}

/** Find how far content reaches beyond the slide's body; beyond the slide's edge for what is not in the body. */
export function findOverflow(slide: Element, lines: readonly TextLine[]): Finding[] {
  const body = slide.querySelector('.slide-body');
  const things = [...lines.map(({ parent, ink }) => ({ element: parent, box: ink })), ...listSolids(slide)];
  const inside = things.filter(({ element }) => body?.contains(element) === true);
  const outside = things.filter(({ element }) => !body?.contains(element));
  const edge = slide.getBoundingClientRect();
  const findings = body ? [worstSide(slide, inside, placeOf(body, edge), lines)] : [];
  findings.push(worstSide(slide, outside, edge, lines));
  return findings.filter((finding) => finding !== undefined);
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

/** Pictures, grounds and rules: what is seen without being text. */
function listSolids(slide: Element): Seen[] {
  const body = slide.querySelector('.slide-body');
  return [...slide.querySelectorAll('.slide-canvas *')]
    .filter(
      (element) =>
        element.matches('img, svg, video, iframe') ||
        (body?.contains(element) === true && element !== body && isPainted(element)),
    )
    .filter(
      (element) =>
        element.closest('.visually-hidden, .notes, .handout, .slide-background, svg svg, .katex') === null,
    )
    .filter((element) => !isDecoration(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
}

/** Elements of drawings and of formulas are drawn by these. */
const drawn = 'svg *, .katex *';

/** Whether an element has a ground, or a rule on one of its sides. */
function isPainted(element: Element): boolean {
  if (element.matches(drawn)) return false;
  const style = getComputedStyle(element);
  if (style.backgroundImage !== 'none' || isSeen(style.backgroundColor)) return true;
  return (['Top', 'Right', 'Bottom', 'Left'] as const).some(
    (side) => Number.parseFloat(style[`border${side}Width`]) > 0 && isSeen(style[`border${side}Color`]),
  );
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
  const sides = things.flatMap(({ element, box }) => [
    { what: 'below', amount: box.bottom - place.bottom, element },
    { what: 'beside', amount: Math.max(box.right - place.right, place.left - box.left), element },
    { what: 'above', amount: place.top - box.top, element },
  ]);
  const beyond = sides.filter(({ amount }) => amount > tolerance);
  const worst = beyond.reduce<(typeof beyond)[number] | undefined>(
    (one, other) => (one && one.amount >= other.amount ? one : other),
    undefined,
  );
  if (!worst) return undefined;
  const first = beyond.find(({ what }) => what === worst.what) ?? worst;
  const texts = worst.what === 'below' ? cutTexts(lines, place) : { seen: '', hidden: '' };
  return { ...describe('slide-overflow', slide, first.element, worst.amount, worst.what), ...texts };
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
  for (const { parent, ink: box } of lines) {
    const clipper = findClipper(parent, slide);
    if (!clipper || told.has(clipper)) continue;
    const place = clipper.getBoundingClientRect();
    const amount = Math.max(
      box.bottom - place.bottom,
      box.right - place.right,
      place.left - box.left,
      place.top - box.top,
    );
    if (amount <= tolerance) continue;
    told.add(clipper);
    findings.push(describe('text-clipped', slide, parent, amount, nameBox(clipper)));
  }
  return findings;
}

function findClipper(element: Element, slide: Element): Element | undefined {
  for (let one: Element | null = element; one !== null && one !== slide; one = one.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(one);
    const clips = overflowX !== 'visible' || overflowY !== 'visible';
    if (clips && display !== 'inline') return one;
    // A cell or a column that keeps to its width cuts nothing, but its text stands in its neighbour.
    if (one.matches('td, th, .column')) return one;
  }
  return undefined;
}

function nameBox(element: Element): string {
  if (element.matches('td, th')) return 'cell';
  if (element.matches('.column')) return 'column';
  return element.closest('pre, code') ? 'code' : 'box';
}
