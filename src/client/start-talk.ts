/** Starts reveal.js with the deck's options and adds what a speaker has at hand. */
import { createAutoAdvance } from './auto-advance.js';
import { playBackdrops } from './backdrop.js';
import { followCodeSteps } from './code-steps.js';
import { deckUpdated } from './events.js';
import { openFinder } from './finder.js';
import { createFreeze, type Freeze } from './freeze.js';
import { openHelp } from './help.js';
import { listenForKeys } from './keys.js';
import { createLaser } from './laser.js';
import { openPictures } from './lightbox.js';
import { type ClientOptions, readOptions, revealConfig } from './options.js';
import { quietOverview } from './overview.js';
import { createTalkTimer, type TalkTimer } from './pacing.js';
import { hideControlsAtRest } from './rest.js';
import { createSpeaker, type Speaker } from './speaker/create-speaker.js';
import { hearNumbers } from './typed-number.js';
import { keepAwake } from './wake-lock.js';
import { createZoom } from './zoom.js';

/** Take the query off the address: reveal.js would let it override every option (`?showNotes=true`, `?postMessage=true`). */
function removeQuery(): void {
  if (!location.search) return;
  try {
    history.replaceState(null, '', location.pathname + location.hash);
  } catch {
    // A browser that forbids it (an embedded or opaque document) shows the address it was given.
  }
}

/** The timer follows the slides from the first on; it begins with the speaker window. */
function createTimer(): TalkTimer {
  const timer = createTalkTimer(() => performance.now());
  for (const name of ['ready', 'slidechanged', deckUpdated])
    Reveal.on(name, () => timer.enter(Reveal.getCurrentSlide().id));
  return timer;
}

/** Tie every tool to its keys. Tools that hear keys of their own are asked before the table of keys. */
function addTools(stage: HTMLElement, { words }: ClientOptions, speaker: Speaker): void {
  const zoom = createZoom(Reveal, stage);
  const laser = createLaser(stage);
  const autoAdvance = createAutoAdvance(Reveal, stage, words);
  const actions = {
    jump: () => openFinder(Reveal, words, 'title'),
    search: () => openFinder(Reveal, words, 'text'),
    zoom: zoom.toggle,
    laser: laser.toggle,
    advance: autoAdvance.toggle,
    speaker: speaker.open,
    mirror: speaker.mirror,
    help: () => openHelp(words),
  };
  listenForKeys(actions, [zoom.hear, hearNumbers(Reveal), openPictures(Reveal)]);
}

/** What a page that follows its deck goes on with. */
export interface StartedTalk {
  /** It changes them in place. */
  readonly options: ClientOptions;
  readonly timer: TalkTimer;
  readonly freeze: Freeze;
  readonly speaker: Speaker;
}

/** Start the talk. */
export async function startTalk(element: HTMLElement): Promise<StartedTalk> {
  removeQuery();
  const options = readOptions(element);
  const timer = createTimer();
  const freeze = createFreeze(Reveal);
  const speaker = createSpeaker({ reveal: Reveal, options, timer, freeze });
  addTools(element, options, speaker);
  hideControlsAtRest(element);
  keepAwake();
  followCodeSteps(Reveal);
  await Reveal.initialize(revealConfig(options, document.documentElement.dir));
  playBackdrops(Reveal);
  quietOverview(Reveal);
  // With this role screen readers pass every key to the page and cannot read it.
  element.removeAttribute('role');
  return { options, timer, freeze, speaker };
}
