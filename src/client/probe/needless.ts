/**
 * Takes slides that were made smaller or cut when the deck was built, by an estimate, and leaves those that have room for more: the
 * estimate was too careful there. Where it was too bold something is cut, which is said anyway.
 */
import type { Finding } from './findings.js';
import { findClipped, findOverflow } from './overflow.js';
import { findOverlaps } from './overlap.js';
import { describe } from './place.js';
import { listLines } from './text-lines.js';

/** What is measured when a deck is built, and cut where there is no more room; components see to their parts themselves. */
const plain =
  'p, ul, ol, dl, table, pre, blockquote, h2, h3, h4, h5, h6, .code, .callout, .image, .math-display';

/** The sizes of content that are tried when a deck is built, smallest first. */
const scales = [0.8, 0.85, 0.9, 0.95, 1];

/** Find slides that are smaller, or more, than they had to be; one finding for each slide of the author. */
export function findNeedless(slides: readonly HTMLElement[]): Finding[] {
  const groups = new Map<string, HTMLElement[]>();
  for (const slide of slides) {
    const base = slide.id.replace(/~\d+$/, '');
    groups.set(base, [...(groups.get(base) ?? []), slide]);
  }
  return [...groups.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first || !parts.every(isPlain)) return [];
    const { parts: count } = first.dataset;
    if (count === undefined) return findTooSmall(first);
    // Of a long deck that is printed only a stretch is there.
    return parts.length === Number(count) ? findCutInVain(first, parts) : [];
  });
}

function isPlain(slide: Element): boolean {
  return [...slide.querySelectorAll('.slide-body > *')].every((block) => block.matches(plain));
}

function findTooSmall(slide: HTMLElement): Finding[] {
  const scale = Number(slide.style.getPropertyValue('--fit') || 1);
  const next = scales.find((one) => one > scale + 0.01);
  if (next === undefined || !atScale([slide], next, () => isWhole(slide))) return [];
  return [describe('fit-needless', slide, slide, scale * 100, String(next * 100))];
}

function isWhole(slide: HTMLElement): boolean {
  const lines = listLines(slide);
  return [findOverflow, findClipped, findOverlaps].every((find) => find(slide, lines).length === 0);
}

/** Parts that would all have had room on the first one. */
function findCutInVain(first: HTMLElement, parts: readonly HTMLElement[]): Finding[] {
  const least = Number(first.dataset['leastFit'] ?? 1);
  const room = first.querySelector('.slide-body')?.clientHeight ?? 0;
  const need = atScale(parts, least, () =>
    parts.reduce((sum, part) => sum + heightOf(part, part !== first), 0),
  );
  if (need > room) return [];
  return [{ ...describe('fit-needless', first, first, least * 100, 'parts'), seen: String(parts.length) }];
}

/** What the content of a slide takes, with a line between it and what was before; a head that was repeated takes nothing. */
function heightOf(slide: HTMLElement, continues: boolean): number {
  const body = slide.querySelector('.slide-body');
  const [first, last] = [body?.firstElementChild, body?.lastElementChild];
  if (!body || !first || !last) return 0;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  if (!continues) return height;
  const head = first.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  return height - head + Number.parseFloat(getComputedStyle(body).lineHeight);
}

/** Look at slides at another size of their content. */
function atScale<Result>(slides: readonly HTMLElement[], scale: number, look: () => Result): Result {
  const before = slides.map(({ style }) => style.getPropertyValue('--fit'));
  for (const { style } of slides) style.setProperty('--fit', String(scale));
  const result = look();
  for (const [index, { style }] of slides.entries()) {
    const own = before[index] ?? '';
    if (own === '') style.removeProperty('--fit');
    else style.setProperty('--fit', own);
  }
  return result;
}
