/** Builds the document of the speaker window and names its parts. */
import type { ClientOptions } from '../options.js';
import type { Words } from '../words.js';
import { speakerStyle } from './speaker-style.js';

/** The parts of the window that change. */
export interface SpeakerPage {
  readonly document: Document;
  /** Holds the panes, whose sizes are its properties. */
  readonly panes: HTMLElement;
  readonly current: HTMLElement;
  readonly currentLabel: HTMLElement;
  readonly next: HTMLElement;
  readonly nextLabel: HTMLElement;
  readonly notes: HTMLElement;
  readonly position: HTMLElement;
  readonly clock: HTMLElement;
  readonly elapsed: HTMLElement;
  readonly planned: HTMLElement;
  readonly slideTime: HTMLElement;
  readonly verdict: HTMLElement;
  /** The line of the talk: how much of its time is gone, and where the plan is. */
  readonly line: HTMLElement;
  readonly buttons: Readonly<Record<ButtonName, HTMLButtonElement>>;
  /** What divides the panes: the notes' width, the current slide's height. */
  readonly dividers: readonly [width: HTMLElement, height: HTMLElement];
}

/** A further button of the window, which only some pages have. */
export interface SpeakerTool {
  readonly label: string;
  /** It was pressed, in the window of this document. */
  readonly open: (target: Document) => void;
}

/** The buttons of the window. */
export type ButtonName = 'list' | 'black' | 'freeze' | 'pause' | 'restart';

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
  target.body.className = 'speaker';
  const panes = add(target.body, 'speaker-panes', 'main');
  return { document: target, panes, ...buildBar(target, words), ...buildPanes(panes, options) };
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

/** Append an element of a class. */
function add<Name extends keyof HTMLElementTagNameMap>(
  parent: Element,
  className: string,
  tagName: Name,
): HTMLElementTagNameMap[Name] {
  const element = parent.ownerDocument.createElement(tagName);
  element.className = className;
  parent.append(element);
  return element;
}

function addDiv(parent: Element, className: string): HTMLDivElement {
  return add(parent, className, 'div');
}

function buildBar(target: Document, words: Words) {
  const bar = target.createElement('header');
  bar.className = 'speaker-bar';
  target.body.prepend(bar);
  const addButton = (parent: Element, name: string, label: string): HTMLButtonElement => {
    const button = add(parent, `speaker-${name}`, 'button');
    button.type = 'button';
    button.textContent = label;
    return button;
  };
  add(bar, 'visually-hidden', 'h1').textContent = target.title;
  const left = addDiv(bar, 'speaker-tools');
  const position = addDiv(left, 'speaker-position');
  const list = addButton(left, 'list', words.slideList);
  const black = addButton(left, 'black', words.blackScreen);
  const freeze = addButton(left, 'freeze', words.freeze);
  for (const button of [black, freeze]) button.setAttribute('aria-pressed', 'false');
  const middle = addDiv(bar, 'speaker-time');
  const restart = addButton(middle, 'timer', '');
  restart.title = words.restartTimer;
  const elapsed = add(restart, 'speaker-elapsed', 'span');
  const planned = add(restart, 'speaker-planned', 'span');
  const pause = addButton(middle, 'pause', words.pauseTimer);
  const clock = addDiv(bar, 'speaker-clock');
  const pace = add(target.body, 'speaker-pace', 'section');
  pace.setAttribute('aria-label', words.thisSlide);
  bar.after(pace);
  const line = addDiv(pace, 'speaker-line');
  line.setAttribute('aria-hidden', 'true');
  addDiv(line, 'speaker-gone');
  addDiv(line, 'speaker-due');
  const slideTime = addDiv(pace, 'speaker-slide-time');
  const verdict = addDiv(pace, 'speaker-verdict');
  const buttons = { list, black, freeze, pause, restart };
  return { position, clock, elapsed, planned, slideTime, verdict, line, buttons };
}

function buildPanes(panes: HTMLElement, { width, height, words }: ClientOptions) {
  panes.style.setProperty('--ratio', String(width / height));
  const addPreview = (className: string): HTMLElement => {
    const frame = addDiv(addDiv(panes, `speaker-cell ${className}-cell`), `speaker-frame ${className}`);
    return addDiv(frame, 'speaker-preview reveal');
  };
  const addDivider = (className: string, label: string, orientation: string): HTMLElement => {
    const divider = addDiv(panes, `speaker-divider ${className}`);
    divider.tabIndex = 0;
    for (const [name, value] of Object.entries({
      role: 'separator',
      'aria-label': label,
      'aria-orientation': orientation,
    }))
      divider.setAttribute(name, value);
    return divider;
  };
  const currentLabel = addDiv(panes, 'speaker-sees');
  currentLabel.setAttribute('role', 'status');
  const current = addPreview('speaker-current');
  const heightDivider = addDivider('speaker-across', words.currentHeight, 'horizontal');
  const nextLabel = addDiv(panes, 'speaker-label');
  const next = addPreview('speaker-next');
  const widthDivider = addDivider('speaker-along', words.notesWidth, 'vertical');
  const notes = addDiv(panes, 'speaker-notes');
  notes.setAttribute('aria-live', 'polite');
  notes.tabIndex = 0;
  return { current, currentLabel, next, nextLabel, notes, dividers: [widthDivider, heightDivider] as const };
}

/** Add a button to the tools of the bar. */
export function addToolButton(target: Document, { label, open }: SpeakerTool): void {
  const tools = target.querySelector('.speaker-tools');
  if (!tools) return;
  const button = add(tools, 'speaker-tool', 'button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    button.blur();
    open(target);
  });
}
