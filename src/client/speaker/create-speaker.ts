/**
 * The speaker window: current and next slide, notes, clock and timer. It is an empty pop-up that we fill by direct
 * access, without a script, address or message of its own: so it works from a file and under our content policy.
 */
import type { RevealApi } from 'reveal.js';
import { deckUpdated } from './events.js';
import { showMessage } from './message.js';
import type { ClientOptions } from './options.js';
import { clonePreview, nextSlideOf, slidesOf } from './preview.js';
import { buildSpeakerPage, copyStyles, type SpeakerPage } from './speaker-page.js';
import { startTimer } from './timer.js';

/** Events after which the window shows something else. */
const changes = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed', deckUpdated];

/** Prepare the speaker window; `open` may be called again and then brings it to the front. */
export function createSpeaker(reveal: RevealApi, options: ClientOptions): { open: () => void } {
  let popup: Window | null = null;

  function open(): void {
    if (popup && !popup.closed) {
      popup.focus();
      return;
    }
    popup = window.open('', '', 'popup,width=1280,height=800');
    if (!popup) {
      showMessage(options.words.speakerBlocked);
      return;
    }
    fill(popup, reveal, options);
  }

  // Without the page behind it the window would show a talk that stands still.
  window.addEventListener('pagehide', () => popup?.close());
  return { open };
}

function fill(popup: Window, reveal: RevealApi, options: ClientOptions): void {
  const page = buildSpeakerPage(popup.document, options);
  const update = (): void => {
    if (!popup.closed) showState(page, reveal, options);
  };
  for (const name of changes) reveal.on(name, update);
  popup.document.addEventListener('keydown', (event) => {
    if (handleKey(event, reveal, page)) event.preventDefault();
  });
  const stopTimer = startTimer(page, options.minutes);
  popup.addEventListener('pagehide', () => {
    stopTimer();
    for (const name of changes) reveal.off(name, update);
  });
  update();
  popup.focus();
}

/** Show where the talk is. */
function showState(page: SpeakerPage, reveal: RevealApi, { words }: ClientOptions): void {
  const slides = slidesOf(reveal);
  const current = reveal.getCurrentSlide();
  if (!current) return;
  copyStyles(page.document);
  const next = nextSlideOf(reveal);
  page.current.replaceChildren(clonePreview(current, page.document));
  page.next.replaceChildren(...(next ? [clonePreview(next.slide, page.document, next.step)] : []));
  page.nextLabel.textContent = next ? words.nextSlide : words.endOfTalk;
  page.current.classList.toggle('dark', reveal.isPaused());
  page.position.textContent = `${slides.indexOf(current) + 1} / ${slides.length}`;
  showNotes(page, current, words.notesMissing);
}

function showNotes(page: SpeakerPage, slide: Element, missing: string): void {
  const notes = [...slide.querySelectorAll(':scope > aside.notes')];
  const copies = notes.flatMap((aside) =>
    [...aside.childNodes].map((node) => page.document.importNode(node, true)),
  );
  page.notes.classList.toggle('empty', copies.length === 0);
  if (copies.length === 0) page.notes.textContent = missing;
  else page.notes.replaceChildren(...copies);
  // A step, or notes that were rewritten, do not take the speaker's eye back to the first line.
  if (page.notes.dataset['slide'] !== slide.id) page.notes.scrollTop = 0;
  page.notes.dataset['slide'] = slide.id;
}

/** Pass a key on to the talk; tells whether it was one of ours. */
function handleKey(event: KeyboardEvent, reveal: RevealApi, page: SpeakerPage): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === ' ' && event.target instanceof Element && event.target.closest('button')) return false;
  const action = keyActions(reveal, page).get(event.key === ' ' && event.shiftKey ? 'PageUp' : event.key);
  action?.();
  return action !== undefined;
}

function keyActions(reveal: RevealApi, page: SpeakerPage): ReadonlyMap<string, () => void> {
  const actions: readonly (readonly [keys: readonly string[], action: () => void])[] = [
    [['ArrowRight', 'ArrowDown', 'PageDown', 'Enter', ' ', 'n'], () => reveal.next()],
    [['ArrowLeft', 'ArrowUp', 'PageUp', 'p'], () => reveal.prev()],
    [['Home'], () => reveal.slide(0)],
    [['End'], () => reveal.slide(reveal.getHorizontalSlides().length - 1)],
    [['b', '.'], () => reveal.togglePause()],
    [['+', '='], () => page.resizeNotes(1)],
    [['-'], () => page.resizeNotes(-1)],
  ];
  return new Map(actions.flatMap(([keys, action]) => keys.map((key) => [key, action] as const)));
}
