/** Takes slides of the running deck and leaves copies of them for the speaker window, in the state they have or will have. */
import type { RevealApi } from 'reveal.js';
import { showCodeSteps } from './code-steps.js';

/** What comes after the next key: another slide, or this one with one more step. */
export interface NextState {
  readonly slide: Element;
  /** The step that will appear; absent for a slide that has not begun. */
  readonly step?: number;
}

/** List the slides of the deck in the order of the talk, out of their stacks. */
export function slidesOf(reveal: RevealApi): Element[] {
  return [...(reveal.getSlidesElement()?.querySelectorAll('section.slide') ?? [])];
}

/** Find what the next key will show; nothing at the end of the talk. */
export function nextSlideOf(reveal: RevealApi): NextState | undefined {
  const current = reveal.getCurrentSlide();
  const steps = [...current.querySelectorAll('.fragment:not(.visible)')].map(stepOf);
  if (steps.length > 0) return { slide: current, step: Math.min(...steps) };
  const slides = slidesOf(reveal);
  const slide = slides[slides.indexOf(current) + 1];
  return slide ? { slide } : undefined;
}

function stepOf(fragment: Element): number {
  return Number(fragment.getAttribute('data-fragment-index') ?? 0);
}

/** Copy a slide into another document, without its notes and without what reveal.js wrote on it. */
export function clonePreview(slide: Element, target: Document, step?: number): Element {
  const copy = target.importNode(slide, true);
  for (const name of ['style', 'hidden', 'inert', 'aria-hidden']) copy.removeAttribute(name);
  copy.classList.remove('past', 'present', 'future');
  for (const aside of copy.querySelectorAll(':scope > aside')) aside.remove();
  if (step !== undefined) showSteps(copy, step);
  for (const picture of copy.querySelectorAll('img')) {
    picture.src = new URL(picture.src, document.baseURI).href;
    // On stage it can be opened; here it is only looked at.
    for (const name of ['tabindex', 'role']) picture.removeAttribute(name);
  }
  for (const medium of copy.querySelectorAll<HTMLMediaElement>('video, audio')) medium.muted = true;
  return copy;
}

/** Show the steps of a copy up to one. */
export function showSteps(slide: Element, last: number): void {
  for (const fragment of slide.querySelectorAll('.fragment')) {
    fragment.classList.remove('current-fragment');
    if (stepOf(fragment) <= last) fragment.classList.add('visible');
    if (stepOf(fragment) === last) fragment.classList.add('current-fragment');
  }
  showCodeSteps(slide);
}
