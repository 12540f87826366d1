/** Alt and a click on anything on a slide open the editor where it is written. */
import type { LiveProblem } from '../../deck/live-deck.js';

/** A place in a file of the deck. */
export type SourcePlace = Pick<LiveProblem, 'file' | 'line' | 'column'>;

/** Hear Alt and a click, before zooming does. */
export function hearAltClicks(open: (place: SourcePlace) => void): void {
  addEventListener(
    'click',
    (event) => {
      if (!event.altKey || !(event.target instanceof Element)) return;
      const place = findSource(event.target);
      if (!place) return;
      // A link with Alt is a download.
      event.preventDefault();
      event.stopImmediatePropagation();
      open(place);
    },
    { capture: true },
  );
}

/** Find where an element is written: itself, else the nearest around it that says so, else its slide. */
export function findSource(element: Element): SourcePlace | undefined {
  const slide = element.closest<HTMLElement>('section.slide');
  if (!slide) return undefined;
  const { file = '', line = '1' } = slide.dataset;
  const [lines = 0, column = 1] = (element.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? '0:1')
    .split(':')
    .map(Number);
  return { file, line: Number(line) + lines, column };
}
