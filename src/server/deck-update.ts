/** Takes builds of a deck, one after the other, and leaves what a page must be told to come from one to the next. */
import type { DeckState, DeckUpdate } from '../deck/live-deck.js';
import type { LivePage } from '../document/live/live-page.js';

/** Describe a page as a whole. */
export function describePage({ hash, outline, styles, shell, slides }: LivePage): DeckState {
  return { hash, outline, styles, shell, slides: Object.fromEntries(slides) };
}

/** Find what changes between two builds. */
export function findUpdate(before: LivePage, after: LivePage): DeckUpdate {
  const slides = [...after.slides].filter(([key]) => !before.slides.has(key));
  return {
    from: before.hash,
    hash: after.hash,
    outline: after.outline,
    slides: Object.fromEntries(slides),
    styles: isSame(before.styles, after.styles) ? undefined : after.styles,
    shell: isSame(before.shell, after.shell) ? undefined : after.shell,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
