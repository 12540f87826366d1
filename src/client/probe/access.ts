/** Takes a slide and leaves what keeps people out of it and only shows when it is drawn: small targets, colours that say all alone, motion. */
import { contrastOf, readColour } from './contrast.js';
import type { Finding } from './findings.js';
import { describe } from './place.js';

/** WCAG 2.5.8, in px. */
const leastTarget = 24;

/** Two colours this far apart are told apart by those who see no colours. */
const apart = 3;

/** Longest time in ms that something may move by itself. */
const longestMotion = 5000;

const targets = 'a[href], button, summary, [tabindex="0"]';

/** Find links and buttons that are smaller than a finger hits, and stand too close to another; links in a line of text may be. */
export function findSmallTargets(slide: Element): Finding[] {
  const all = [...slide.querySelectorAll(`.slide-canvas :is(${targets})`)].filter((one) => !isInText(one));
  const boxes = all.map((one) => one.getBoundingClientRect());
  const told = new Set<number>();
  return all.flatMap((target, index) => {
    const box = boxes[index];
    if (!box || box.width === 0 || Math.min(box.width, box.height) >= leastTarget - 0.5) return [];
    const close = boxes.findIndex(
      (other, at) => at !== index && other.width > 0 && distance(box, other) < leastTarget / 2,
    );
    // Of two that are close to each other one is said.
    if (close < 0 || told.has(close)) return [];
    told.add(index);
    const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
    return [{ ...describe('target-small', slide, target, box.height, size), seen: nameOf(target) }];
  });
}

/** Words of their line stand beside it. */
function isInText(target: Element): boolean {
  const block = target.closest(
    'p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, h4, h5, h6, .slide-footer',
  );
  if (block === null || getComputedStyle(target).display !== 'inline') return false;
  const own = [...block.querySelectorAll('a')].reduce((sum, link) => sum + textOf(link).length, 0);
  return textOf(block).length > own;
}

/** From the middle of one to the edge of the other. */
function distance(one: DOMRect, other: DOMRect): number {
  const x = one.left + one.width / 2;
  const y = one.top + one.height / 2;
  return Math.hypot(
    Math.max(other.left - x, 0, x - other.right),
    Math.max(other.top - y, 0, y - other.bottom),
  );
}

/** What draws its own meaning from colours has marks beside them. */
const ours = 'figure, .hljs, .katex, svg, .callout, .slide-foot, .slide-header, [class*="subject-"], .agenda';

/** Find words in a text that differ from those around them by nothing but a colour. */
export function findColourAlone(slide: Element): Finding[] {
  return [...slide.querySelectorAll('.slide-body :is(span, font, a, b, i, em, strong, u)')].flatMap(
    (element) => {
      const around = element.parentElement;
      if (around === null || textOf(element) === '' || element.closest(ours) !== null) return [];
      // Alone in its block a text has nothing to be told from.
      if (textOf(around).length <= textOf(element).length) return [];
      const [own, other] = [getComputedStyle(element), getComputedStyle(around)];
      const [colour, beside] = [readColour(own.color), readColour(other.color)];
      const same = [own, other].map(looks);
      if (!colour || !beside || own.color === other.color || same[0] !== same[1]) return [];
      return contrastOf(colour, beside) >= apart
        ? []
        : [{ ...describe('colour-alone', slide, element, 0), seen: textOf(element) }];
    },
  );
}

/** All that tells a word from others but its colour. */
function looks(style: CSSStyleDeclaration): string {
  const border = ['Top', 'Bottom'].map((side) =>
    style.getPropertyValue(`border-${side.toLowerCase()}-width`),
  );
  const { fontWeight, fontStyle, fontFamily, fontSize, textDecorationLine, backgroundColor, textTransform } =
    style;
  return [
    fontWeight,
    fontStyle,
    fontFamily,
    fontSize,
    textDecorationLine,
    textTransform,
    backgroundColor,
    ...border,
  ].join();
}

/** Find what a style moves without an end, or for long; steps and slides move for a moment. */
export function findMotion(slide: Element): Finding[] {
  return slide.getAnimations({ subtree: true }).flatMap(({ effect }) => {
    const end = Number(effect?.getComputedTiming().endTime ?? 0);
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    if (target === null || end <= longestMotion) return [];
    const time = Number.isFinite(end) ? `for ${Math.round(end / 1000)} seconds` : 'without an end';
    return [describe('motion-endless', slide, target, 0, time)];
  });
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function nameOf(element: Element): string {
  return textOf(element) || (element.getAttribute('aria-label') ?? '');
}
