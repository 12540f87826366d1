/** Freezes what the audience sees: a copy of the slide lies over the stage while the talk goes on beneath. */
import type { RevealApi } from 'reveal.js';

/** Whether what the audience sees stands still; `toggle` begins and ends it. */
export interface Freeze {
  readonly toggle: () => void;
  readonly isOn: () => boolean;
}

/** Prepare freezing. */
export function createFreeze(reveal: RevealApi): Freeze {
  let cover: HTMLElement | undefined;
  return {
    toggle() {
      const [stage, container] = [reveal.getRevealElement(), reveal.getSlidesElement()];
      if (cover) {
        cover.remove();
        cover = undefined;
      } else if (stage && container) {
        cover = copyStage(stage, container, reveal.getCurrentSlide());
        document.body.append(cover);
      }
    },
    isOn: () => cover !== undefined,
  };
}

function copyStage(stage: HTMLElement, container: HTMLElement, slide: Element): HTMLElement {
  const cover = shallowCopy(stage);
  cover.classList.add('lectern-still');
  // Nobody hears of two talks, and no key reaches the copy.
  cover.setAttribute('aria-hidden', 'true');
  cover.inert = true;
  const slides = shallowCopy(container);
  const copy = slide.cloneNode(true) as Element;
  for (const aside of copy.querySelectorAll(':scope > aside')) aside.remove();
  // An id is one thing's alone: links lead to the slide itself.
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  slides.append(copy);
  cover.append(slides);
  return cover;
}

function shallowCopy(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(false) as HTMLElement;
  for (const name of Object.keys(copy.dataset)) delete copy.dataset[name];
  return copy;
}
