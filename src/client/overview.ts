/** Keeps the keyboard out of slides that are only shown small: in the overview all are seen, but all but one are hidden from who listens. */
import type { RevealApi } from 'reveal.js';
import { slidesOf } from './preview.js';

/** Let no key lead into the slides of the overview but the one that is chosen; a click still chooses any. */
export function quietOverview(reveal: RevealApi): void {
  const update = (): void => {
    const current = reveal.getCurrentSlide();
    for (const slide of slidesOf(reveal)) {
      const canvas = slide.querySelector('.slide-canvas');
      canvas?.toggleAttribute('inert', reveal.isOverview() && slide !== current);
    }
  };
  for (const name of ['overviewshown', 'overviewhidden', 'slidechanged']) reveal.on(name, update);
}
