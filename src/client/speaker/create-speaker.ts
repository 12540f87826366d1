/**
 * The speaker window: current slide, next step, notes, times. It is an empty pop-up that we fill by direct access, without a
 * script, address or message of its own: so it works from a file and under our content policy.
 */
import type { RevealApi } from 'reveal.js';
import { talkChanged, talkEvents } from '../events.js';
import type { Freeze } from '../freeze.js';
import { showMessage } from '../message.js';
import type { ClientOptions } from '../options.js';
import type { TalkTimer } from '../pacing.js';
import { clonePreview, nextSlideOf, slidesOf } from '../preview.js';
import { hearNumbers } from '../typed-number.js';
import { runClocks } from './clocks.js';
import { fillNotes, followStep } from './notes.js';
import { resizePanes } from './panes.js';
import { openSlideList } from './slide-list.js';
import { hearSpeakerKeys } from './speaker-keys.js';
import {
  addToolButton,
  buildSpeakerPage,
  copyStyles,
  type SpeakerPage,
  type SpeakerTool,
} from './speaker-page.js';

/** What the window shows and moves. */
interface Talk {
  readonly reveal: RevealApi;
  readonly options: ClientOptions;
  readonly timer: TalkTimer;
  readonly freeze: Freeze;
}

/** What shows the speaker's view. */
export interface Speaker {
  /** Open the window, or bring it to the front. */
  readonly open: () => void;
  /** Show the view over the talk, for who has one screen; and take it away. */
  readonly mirror: () => void;
  readonly addTool: (tool: SpeakerTool) => void;
}

/** Prepare the speaker's view. */
export function createSpeaker(talk: Talk): Speaker {
  const { reveal, options, timer } = talk;
  const tools: SpeakerTool[] = [];
  let popup: Window | null = null;
  let frame: HTMLIFrameElement | undefined;

  function show(target: Window, leave?: () => void): void {
    timer.start();
    fill(target, talk, leave);
    // Over the talk the audience would see what they show.
    if (!leave) for (const tool of tools) addToolButton(target.document, tool);
    reveal.dispatchEvent({ type: talkChanged });
  }

  function open(): void {
    if (popup && !popup.closed) {
      popup.focus();
      return;
    }
    popup = window.open('', '', 'popup,width=1280,height=800');
    if (popup) show(popup);
    else showMessage(options.words.speakerBlocked);
  }

  function mirror(): void {
    if (frame) {
      frame.remove();
      frame = undefined;
      window.focus();
      return;
    }
    frame = document.createElement('iframe');
    frame.className = 'lectern-mirror';
    frame.title = options.words.speakerWindow;
    document.body.append(frame);
    if (frame.contentWindow) show(frame.contentWindow, mirror);
  }

  // Without the page behind it the window would show a talk that stands still.
  window.addEventListener('pagehide', () => popup?.close());
  return {
    open,
    mirror,
    addTool(tool) {
      tools.push(tool);
      if (popup && !popup.closed) addToolButton(popup.document, tool);
    },
  };
}

/** @param leave ends the view, where a key does */
function fill(popup: Window, talk: Talk, leave?: () => void): void {
  const { reveal, options, timer, freeze } = talk;
  const page = buildSpeakerPage(popup.document, options);
  const { resizeText } = resizePanes(page);
  const clocks = runClocks(page, timer, options, () => {
    const { id } = reveal.getCurrentSlide();
    return { id, index: slidesOf(reveal).findIndex((slide) => slide.id === id) };
  });
  const update = (): void => {
    if (!popup.closed) showState(page, talk);
    clocks.show();
  };
  const then = (action: () => void) => (): void => {
    action();
    reveal.dispatchEvent({ type: talkChanged });
  };
  const actions = {
    black: then(() => reveal.togglePause()),
    freeze: then(() => freeze.toggle()),
    pause: then(() => timer.togglePause()),
    restart: then(() => timer.restart()),
    list: () => openSlideList(page.document, reveal, options, timer.times()),
    resizeText,
    leave,
    number: hearNumbers(reveal),
  };
  for (const [name, button] of Object.entries(page.buttons)) {
    button.addEventListener('click', () => {
      actions[name as keyof typeof page.buttons]();
      // Else the next press of the space bar would press it again instead of going on.
      button.blur();
    });
  }
  for (const name of talkEvents) reveal.on(name, update);
  hearSpeakerKeys(popup.document, reveal, actions);
  popup.addEventListener('pagehide', () => {
    clocks.stop();
    for (const name of talkEvents) reveal.off(name, update);
  });
  update();
  popup.focus();
}

/** Show where the talk is. */
function showState(page: SpeakerPage, { reveal, options, freeze }: Talk): void {
  const { words } = options;
  const slides = slidesOf(reveal);
  const current = reveal.getCurrentSlide();
  if (!current) return;
  copyStyles(page.document);
  const next = nextSlideOf(reveal);
  page.current.replaceChildren(clonePreview(current, page.document));
  page.next.replaceChildren(...(next ? [clonePreview(next.slide, page.document, next.step)] : []));
  page.nextLabel.textContent = next ? words.nextSlide : words.endOfTalk;
  page.position.textContent = `${slides.indexOf(current) + 1} / ${slides.length}`;
  const black = reveal.isPaused();
  page.current.classList.toggle('dark', black);
  page.currentLabel.textContent = black ? words.seesBlack : freeze.isOn() ? words.seesStill : '';
  page.buttons.black.setAttribute('aria-pressed', String(black));
  page.buttons.freeze.setAttribute('aria-pressed', String(freeze.isOn()));
  showNotes(page, current, reveal.getIndices().f ?? -1, words.notesMissing);
}

function showNotes(page: SpeakerPage, slide: Element, lastStep: number, missing: string): void {
  const { notes } = page;
  const has = fillNotes(notes, slide);
  notes.classList.toggle('empty', !has);
  if (!has) notes.textContent = missing;
  // A step, or notes that were rewritten, do not take the speaker's eye back to the first line.
  if (notes.dataset['slide'] !== slide.id) notes.scrollTop = 0;
  notes.dataset['slide'] = slide.id;
  followStep(notes, lastStep + 1);
}
