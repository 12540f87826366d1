/** The script of a presented page: starts reveal.js with the deck's options and adds the speaker window and the keys. */
import { listenForKeys } from './keys.js';
import { readOptions, revealConfig } from './options.js';
import { hideControlsAtRest } from './rest.js';
import { createSpeaker } from './speaker.js';

/** Take the query off the address: reveal.js would let it override every option (`?showNotes=true`, `?postMessage=true`). */
function removeQuery(): void {
  if (!location.search) return;
  try {
    history.replaceState(null, '', location.pathname + location.hash);
  } catch {
    // A browser that forbids it (an embedded or opaque document) shows the address it was given.
  }
}

async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement>('.reveal');
  if (!element) return;
  removeQuery();
  const options = readOptions(element);
  const speaker = createSpeaker(Reveal, options);
  listenForKeys({ openSpeaker: speaker.open, words: options.words });
  hideControlsAtRest(element);
  await Reveal.initialize(revealConfig(options, document.documentElement.dir));
  // With this role screen readers pass every key to the page and cannot read it.
  element.removeAttribute('role');
}

void start();
