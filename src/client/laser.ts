/** A red dot in place of the mouse pointer, for a room that looks at one screen (`L`). */
import { createPart } from './dialog.js';
import { followPointer, type Place } from './pointer.js';

/** Prepare the laser pointer; `toggle` switches it on and off. */
export function createLaser(stage: HTMLElement): { toggle: () => void } {
  const dot = createPart('div', 'lectern-laser');
  dot.setAttribute('aria-hidden', 'true');
  dot.hidden = true;
  document.body.append(dot);
  let on = false;
  let place: Place | undefined;

  function show(): void {
    dot.hidden = !on || !place;
    if (place) dot.style.translate = `${place.x}px ${place.y}px`;
  }

  followPointer((newPlace) => {
    place = newPlace;
    show();
  });
  return {
    toggle(): void {
      on = !on;
      stage.classList.toggle('laser', on);
      show();
    },
  };
}
