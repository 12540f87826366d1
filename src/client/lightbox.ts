/** A picture as large as the window, with its alternative text as caption: by a click, or by Tab and Enter. */
import type { RevealApi } from 'reveal.js';
import { createPart, openDialog } from './dialog.js';
import { deckUpdated } from './events.js';
import type { KeyListener } from './keys.js';

/** Pictures that say something: not behind the slide, not a logo, not a link. */
const pictures = '.slide-body img[alt]:not([alt=""])';

/** Make the pictures of the slide on stage open; returns what hears Enter. */
export function openPictures(reveal: RevealApi): KeyListener {
  let marked: readonly Element[] = [];

  function unmark(): void {
    for (const picture of marked) {
      picture.removeAttribute('tabindex');
      picture.removeAttribute('role');
    }
    marked = [];
  }

  function mark(): void {
    unmark();
    const scope = document.querySelector('.reveal-scroll') ?? reveal.getCurrentSlide();
    marked = [...(scope?.querySelectorAll(pictures) ?? [])].filter(isPicture);
    for (const picture of marked) {
      picture.setAttribute('tabindex', '0');
      picture.setAttribute('role', 'button');
    }
  }

  for (const name of ['ready', 'slidechanged', deckUpdated]) reveal.on(name, mark);
  // On paper they are pictures, not buttons: the tags of a PDF say so.
  addEventListener('beforeprint', unmark);
  addEventListener('afterprint', mark);
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!isPicture(target) || !target.matches(pictures) || reveal.isOverview() || event.altKey) return;
    open(target);
  });
  return (name) => {
    const { activeElement } = document;
    if (name !== 'enter' || !isPicture(activeElement) || !activeElement.matches(pictures)) return false;
    if (reveal.isOverview()) return false;
    open(activeElement);
    return true;
  };
}

function isPicture(target: unknown): target is HTMLImageElement {
  return target instanceof HTMLImageElement && target.closest('a, button, summary') === null;
}

function open(picture: HTMLImageElement): void {
  const large = createPart('img');
  large.src = picture.currentSrc || picture.src;
  // The caption says it already.
  large.alt = '';
  const figure = createPart('figure');
  figure.append(large, createPart('figcaption', '', picture.alt));
  // The focus returns to the picture, also when a click opened it.
  picture.focus({ preventScroll: true });
  const dialog = openDialog('lightbox', picture.alt, [figure]);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    dialog.close();
  });
}
