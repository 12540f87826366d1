/** Remembers where the talk is and brings it back there once its slides are others: slide, step, overview, scroll. */
import type { RevealApi } from 'reveal.js';
import { slidesOf } from '../preview.js';

/** Where the talk was. */
interface Place {
  readonly ids: readonly string[];
  /** Index among all slides. */
  readonly index: number;
  readonly step: number | undefined;
  readonly overview: boolean;
  /** Where the page was scrolled to, when it is one to scroll. */
  readonly scroll: number | undefined;
  /** Places within the slide that were scrolled, in order. */
  readonly parts: readonly (readonly [top: number, left: number])[];
}

/** What can be scrolled on a slide. */
const scrolling = 'pre, .slide-body';

/** Change the slides, and keep the place. */
export function keepPlace(reveal: RevealApi, change: () => void): void {
  const [viewport, container] = [reveal.getViewportElement(), reveal.getSlidesElement()];
  if (!viewport || !container) return;
  const place = readPlace(
    reveal,
    viewport.classList.contains('reveal-scroll') ? viewport.scrollTop : undefined,
  );
  const { scrollActivationWidth = 0 } = reveal.getConfig();
  // These views have the slides elsewhere, or put them back as they were. The width brings the scroll view back by itself.
  if (place.scroll !== undefined) reveal.configure({ scrollActivationWidth: 0 });
  if (place.overview) reveal.toggleOverview(false);
  container.classList.add('disable-slide-transitions');
  change();
  // Elements that are new get their states here.
  reveal.sync();
  const slides = slidesOf(reveal);
  const slide =
    slides[
      findIndex(
        place,
        slides.map(({ id }) => id),
      )
    ];
  if (slide instanceof HTMLElement) {
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v, place.step);
  }
  if (place.overview) reveal.toggleOverview(true);
  if (place.scroll !== undefined) reveal.configure({ scrollActivationWidth });
  for (const [index, part] of [...(slide?.querySelectorAll(scrolling) ?? [])].entries()) {
    const [top = 0, left = 0] = place.parts[index] ?? [];
    part.scrollTo(left, top);
  }
  requestAnimationFrame(() => {
    container.classList.remove('disable-slide-transitions');
    // The page to scroll has its height from here on.
    if (place.scroll !== undefined) viewport.scrollTop = place.scroll;
  });
}

function readPlace(reveal: RevealApi, scroll: number | undefined): Place {
  const slides = slidesOf(reveal);
  const current = reveal.getCurrentSlide();
  return {
    ids: slides.map(({ id }) => id),
    index: slides.indexOf(current),
    step: reveal.getIndices().f,
    overview: reveal.isOverview(),
    scroll,
    parts: [...(current?.querySelectorAll(scrolling) ?? [])].map((part) => [part.scrollTop, part.scrollLeft]),
  };
}

/** Find the slide again: by its id, else by its place, counted from the nearest slide before it that is still there. */
export function findIndex({ ids, index }: Pick<Place, 'ids' | 'index'>, now: readonly string[]): number {
  const same = now.indexOf(ids[index] ?? '');
  if (same >= 0) return same;
  if (now.length === ids.length) return index;
  for (let before = index - 1; before >= 0; before -= 1) {
    const found = now.indexOf(ids[before] ?? '');
    if (found >= 0) return Math.min(now.length - 1, found + 1);
  }
  return 0;
}
