/** Slides that go on by themselves (`data-autoslide`): reveal.js counts, this pauses it and shows the state. */
import type { RevealApi } from 'reveal.js';
import { createPart, findDialog } from './dialog.js';
import { deckUpdated } from './events.js';
import type { Words } from './words.js';

/** Go on by itself unless somebody reads what is open or scrolls; reveal.js asks again after the same time. */
export function advance(): void {
  if (!findDialog() && !document.querySelector('.reveal.zoomed, .reveal-scroll')) Reveal.next();
}

/** Show a button on slides that go on by themselves; `toggle` pauses and resumes. */
export function createAutoAdvance(
  reveal: RevealApi,
  stage: HTMLElement,
  words: Words,
): { toggle: () => void } {
  const button = createPart('button', 'lectern-advance');
  button.type = 'button';
  button.hidden = true;
  let paused = false;

  function show(): void {
    // A slide's own time wins over its stack's, and that over the deck's.
    const scope = reveal.getCurrentSlide()?.closest<HTMLElement>('[data-autoslide]');
    button.hidden = !(Number(scope?.dataset['autoslide']) > 0);
    button.classList.toggle('paused', paused);
    const label = paused ? words.resumeAdvance : words.pauseAdvance;
    button.setAttribute('aria-label', label);
    button.title = label;
  }

  function toggle(): void {
    if (button.hidden) return;
    paused = !paused;
    reveal.toggleAutoSlide(!paused);
    show();
  }

  button.addEventListener('click', () => {
    toggle();
    // Else the next press of the space bar would pause instead of going on.
    button.blur();
  });
  stage.append(button);
  for (const name of ['ready', 'slidechanged', deckUpdated]) reveal.on(name, show);
  return { toggle };
}
