/**
 * Runs in the page that is checked, whose own scripts are off: takes the slides as they are laid out and leaves what is wrong
 * with them. Boxes are measured one by one, not slides: what is cut inside a cell is cut.
 */
import { findColourAlone, findMotion, findSmallTargets } from './access.js';
import type { Finding } from './findings.js';
import { findBroken, findMissing, findSmall, findUnloaded, findWidow } from './letters.js';
import { findNeedless } from './needless.js';
import { findClipped, findOverflow } from './overflow.js';
import { findOverlaps } from './overlap.js';
import { describe } from './place.js';
import { listLines } from './text-lines.js';
import { findUnderEdges } from './under-edges.js';

export { findBarriers } from './barriers.js';
export { findWeakText, listPictureSlides } from './over-pictures.js';

/** Look at every slide of the document. */
export function probeSlides(): Finding[] {
  const slides = listSlides();
  return [
    ...findUnloaded(slides),
    ...findNeedless(slides),
    ...slides.flatMap((slide) => withSteps(slide, probeSlide)),
  ];
}

/** Look only for what is not seen at all: beyond the slide, or cut off in a box. */
export function probeLosses(): Finding[] {
  return listSlides().flatMap((slide) => withSteps(slide, probeLoss));
}

/** Look for what is not seen at all, and for slides that were fitted more than they need. */
export function probeFit(): Finding[] {
  return [...findNeedless(listSlides()), ...probeLosses()];
}

/** Look at every slide after each of its steps. */
export function probeSteps(): Finding[] {
  const slides = listSlides();
  return [
    ...findUnloaded(slides),
    ...findNeedless(slides),
    ...slides.flatMap((slide) => withSteps(slide, probeSlide, true)),
  ];
}

/**
 * Look at a slide, and once more after each step that lays it out otherwise; paper shows no steps.
 *
 * @param each whether after every step, also where nothing has moved
 */
function withSteps(slide: Element, probe: (slide: Element) => Finding[], each = false): Finding[] {
  const findings = probe(slide);
  const steps = slide.closest('.reveal') === null ? [] : [...slide.querySelectorAll('.fragment')];
  let places = steps.map(readPlace);
  const states = [...new Set(steps.map(readStep))].sort((one, other) => one - other);
  for (const state of states) {
    for (const step of steps) step.classList.toggle('visible', readStep(step) <= state);
    const moved = steps.map(readPlace);
    const isMoved = moved.some((place, index) => place !== places[index]);
    places = moved;
    if (isMoved || each)
      findings.push(...probe(slide).filter((one) => !findings.some((other) => isSame(one, other))));
  }
  for (const step of steps) step.classList.remove('visible');
  return findings;
}

function readStep(step: Element): number {
  return Number(step.getAttribute('data-fragment-index') ?? 0);
}

function readPlace(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].join();
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.line === other.line && one.what === other.what;
}

function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('section.slide')];
}

function probeLoss(slide: Element): Finding[] {
  const lines = listLines(slide);
  return [...findOverflow(slide, lines), ...findClipped(slide, lines)];
}

function probeSlide(slide: Element): Finding[] {
  const lines = listLines(slide);
  const overflow = findOverflow(slide, lines);
  return [
    ...overflow,
    ...findClipped(slide, lines),
    // What has no room stands in the foot too: one thing is said once.
    ...(overflow.length === 0 ? [...findOverlaps(slide, lines), ...findUnderEdges(slide, lines)] : []),
    ...findSmall(slide, lines),
    ...findUpscaled(slide),
    ...findMissing(slide, lines),
    ...findBroken(slide, lines),
    ...findWidow(slide, lines),
    ...findSmallTargets(slide),
    ...findColourAlone(slide),
    ...findMotion(slide),
  ];
}

/** Find pictures that are drawn larger than their pixels. */
function findUpscaled(slide: Element): Finding[] {
  return [...slide.querySelectorAll('img')].flatMap((image) => {
    const { width } = image.getBoundingClientRect();
    const isDrawing = /^data:image\/svg|\.svg(?:$|[?#])/.test(image.currentSrc || image.src);
    if (isDrawing || image.naturalWidth === 0 || width <= image.naturalWidth * 1.05) return [];
    return [
      describe(
        'image-upscaled',
        slide,
        image,
        width / image.naturalWidth,
        `${image.naturalWidth} × ${image.naturalHeight}`,
      ),
    ];
  });
}
