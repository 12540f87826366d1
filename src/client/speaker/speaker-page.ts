/** Builds the document of the speaker window and names its parts. */
import type { ClientOptions } from './options.js';
import { speakerStyle } from './speaker-style.js';

/** The parts of the window that change. */
export interface SpeakerPage {
  readonly document: Document;
  readonly current: HTMLElement;
  readonly next: HTMLElement;
  readonly nextLabel: HTMLElement;
  readonly notes: HTMLElement;
  readonly position: HTMLElement;
  readonly clock: HTMLElement;
  readonly elapsed: HTMLElement;
  readonly planned: HTMLElement;
  readonly restart: HTMLElement;
  /** Make the notes larger (1) or smaller (-1). */
  readonly resizeNotes: (step: number) => void;
}

/** Fill an empty document. The slides' own styles come first, so that copies look as they do on stage. */
export function buildSpeakerPage(target: Document, options: ClientOptions): SpeakerPage {
  const { words } = options;
  target.title = `${words.speakerWindow}: ${document.title}`;
  target.documentElement.lang = document.documentElement.lang;
  target.documentElement.dir = document.documentElement.dir;
  const own = target.createElement('style');
  own.textContent = speakerStyle;
  target.head.append(own);
  copyStyles(target);
  return buildParts(target, options);
}

/** Give the window the styles of the talk, before its own; styles that are the same stay, and with them their fonts. */
export function copyStyles(target: Document): void {
  const wanted = [...document.head.querySelectorAll('style')];
  const copies = [...target.head.querySelectorAll('style[data-copy]')];
  for (const [index, style] of wanted.entries()) {
    const copy = copies[index];
    if (copy?.textContent === style.textContent) continue;
    const fresh = target.importNode(style, true);
    fresh.dataset['copy'] = '';
    if (copy) copy.replaceWith(fresh);
    else target.head.insertBefore(fresh, target.head.querySelector('style:not([data-copy])'));
  }
  for (const rest of copies.slice(wanted.length)) rest.remove();
}

function buildParts(target: Document, { width, height, words }: ClientOptions): SpeakerPage {
  const add = (parent: Element, className: string, tagName = 'div'): HTMLElement => {
    const element = target.createElement(tagName);
    element.className = className;
    parent.append(element);
    return element;
  };
  const body = target.body;
  body.className = 'speaker';
  const bar = add(body, 'speaker-bar');
  const position = add(bar, 'speaker-position');
  const restart = add(bar, 'speaker-timer', 'button');
  restart.title = words.restartTimer;
  const elapsed = add(restart, 'speaker-elapsed', 'span');
  const planned = add(restart, 'speaker-planned', 'span');
  const clock = add(bar, 'speaker-clock');
  const addPreview = (className: string): HTMLElement => {
    const frame = add(body, `speaker-frame ${className}`);
    frame.style.aspectRatio = `${width} / ${height}`;
    return add(frame, 'speaker-preview reveal');
  };
  const current = addPreview('speaker-current');
  const nextLabel = add(body, 'speaker-label');
  const next = addPreview('speaker-next');
  const notes = add(body, 'speaker-notes', 'main');
  notes.setAttribute('aria-live', 'polite');
  let size = 22;
  const resizeNotes = (step: number): void => {
    size = Math.min(48, Math.max(14, size + 2 * step));
    notes.style.fontSize = `${size}px`;
  };
  return {
    document: target,
    current,
    next,
    nextLabel,
    notes,
    position,
    clock,
    elapsed,
    planned,
    restart,
    resizeNotes,
  };
}
