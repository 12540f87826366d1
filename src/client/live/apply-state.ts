/** Takes what the deck is now and leaves the page showing it, in place: nothing is loaded anew, no window closes. */
import type { RevealApi } from 'reveal.js';
import type { DeckUpdate, LiveShell } from '../../deck/live-deck.js';
import { deckUpdated } from '../events.js';
import { type ClientOptions, rereadOptions, revealConfig } from '../options.js';
import { keepPlace } from './keep-place.js';
import { patchSlides } from './patch-slides.js';

/** Show a state of the deck, whole or as the way from the one before. */
export function applyState(
  reveal: RevealApi,
  options: ClientOptions,
  { outline, slides, styles, shell }: Omit<DeckUpdate, 'from'>,
): void {
  const [stage, container] = [reveal.getRevealElement(), reveal.getSlidesElement()];
  if (!stage || !container) return;
  if (styles) patchStyles(styles);
  if (shell) patchShell(stage, shell);
  keepPlace(reveal, () => {
    patchSlides(container, outline, slides);
    if (!shell) return;
    rereadOptions(options, stage);
    // Which view it is, `keepPlace` decides.
    const { scrollActivationWidth = 0 } = reveal.getConfig();
    reveal.configure({ ...revealConfig(options, shell.dir), scrollActivationWidth });
  });
  reveal.dispatchEvent({ type: deckUpdated });
}

function patchShell(stage: HTMLElement, { title, lang, dir, data }: LiveShell): void {
  const root = document.documentElement;
  document.title = title;
  root.lang = lang;
  root.dir = dir;
  for (const name of ['minutes', 'plan', 'autoslide', 'progress', 'controls'])
    if (!(name in data)) delete stage.dataset[name];
  Object.assign(stage.dataset, data);
}

/** Give the page these styles; those that are the same stay, and with them their fonts. */
function patchStyles(styles: readonly string[]): void {
  const present = [...document.head.querySelectorAll('style')];
  for (const [index, style] of styles.entries()) {
    const element = present[index] ?? document.head.appendChild(document.createElement('style'));
    if (element.textContent !== style) element.textContent = style;
  }
  for (const rest of present.slice(styles.length)) rest.remove();
}
