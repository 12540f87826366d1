/** The clicker: what the speaker reads, and below, where the thumb is, what moves the talk. */
import type { ClickerView, RemoteAction } from '../../deck/remote-talk.js';
import { createPart } from '../dialog.js';
import { followStep, markParts } from '../speaker/notes.js';
import type { Words } from '../words.js';
import type { RemoteScreen } from './main.js';
import { createPhoneClock } from './phone-clock.js';
import { createSlideFrame } from './slide-frame.js';

/** Keys of a laptop, or of a clicker that is paired with the phone. */
const keys: ReadonlyMap<string, RemoteAction> = new Map([
  ...['ArrowRight', 'PageDown', ' ', 'n'].map((key) => [key, 'next'] as const),
  ...['ArrowLeft', 'PageUp', 'p'].map((key) => [key, 'back'] as const),
  ...['b', '.'].map((key) => [key, 'black'] as const),
]);

/** Build the page; `send` asks the talk for something. */
export function buildClicker(
  main: HTMLElement,
  words: Words,
  send: (action: RemoteAction) => Promise<void>,
): RemoteScreen<ClickerView> {
  const current = createSlideFrame('current');
  const next = createSlideFrame('next');
  const parts = buildParts(words, current.element, next.element);
  main.replaceChildren(...parts.all);
  const clock = createPhoneClock(parts, words);
  const press = (action: RemoteAction): void => void send(action);
  for (const [action, button] of Object.entries(parts.buttons))
    button.addEventListener('click', () => press(action as RemoteAction));
  addEventListener('keydown', (event) => {
    const action = keys.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    press(action);
  });
  let connected = true;
  let view: ClickerView | null = null;

  function update(): void {
    const trouble = connected ? (view ? '' : words.noTalk) : words.noConnection;
    const audience = view?.black ? words.seesBlack : view?.still ? words.seesStill : '';
    parts.status.textContent = trouble || audience;
    for (const button of Object.values(parts.buttons)) button.disabled = trouble !== '';
    if (!view) return;
    current.show(view.slide);
    current.element.classList.toggle('dark', view.black);
    next.show(view.next);
    parts.nextLabel.textContent = view.next ? words.nextSlide : words.endOfTalk;
    parts.position.textContent = `${view.number} / ${view.total}`;
    parts.buttons.black.setAttribute('aria-pressed', String(view.black));
    showNotes(parts.notes, view, words);
  }

  return {
    show(state) {
      view = state;
      clock.show(state?.time);
      update();
    },
    setConnected(state) {
      connected = state;
      update();
    },
  };
}

function showNotes(target: HTMLElement, { notes, slide }: ClickerView, words: Words): void {
  if (target.dataset['html'] !== notes) {
    target.dataset['html'] = notes;
    target.innerHTML = notes;
    target.classList.toggle('empty', notes === '');
    if (notes === '') target.textContent = words.notesMissing;
    if (target.querySelector('.note-step')) markParts(target);
    target.scrollTop = 0;
  }
  followStep(target, slide.step + 1);
}

function buildParts(words: Words, current: HTMLElement, next: HTMLElement) {
  const bar = createPart('header', 'bar');
  const position = createPart('p', 'position');
  const elapsed = createPart('p', 'elapsed');
  const verdict = createPart('p', 'verdict');
  bar.append(createPart('h1', 'visually-hidden', words.clicker), position, elapsed, verdict);
  const line = createPart('div', 'line');
  line.setAttribute('aria-hidden', 'true');
  line.append(createPart('div', 'gone'), createPart('div', 'due'));
  const status = createPart('p', 'status');
  status.setAttribute('role', 'status');
  const beside = createPart('div', 'beside');
  const nextLabel = createPart('p', 'label');
  const upcoming = createPart('div', 'upcoming');
  upcoming.append(nextLabel, next);
  const black = createButton('tool', words.blackScreen);
  black.setAttribute('aria-pressed', 'false');
  const pause = createButton('tool', words.pauseTimer);
  const tools = createPart('div', 'tools');
  tools.append(black, pause);
  beside.append(upcoming, tools);
  const notes = createPart('div', 'notes');
  notes.tabIndex = 0;
  const moves = createPart('nav', 'moves');
  const back = createButton('back', words.goBack, 'M15 5l-7 7 7 7');
  const go = createButton('go', words.goNext, 'M9 5l7 7-7 7');
  moves.append(back, go);
  const buttons = { next: go, back, black, pause };
  return {
    all: [bar, line, status, current, beside, notes, moves],
    position,
    elapsed,
    verdict,
    line,
    status,
    nextLabel,
    notes,
    buttons,
  };
}

function createButton(className: string, label: string, shape = ''): HTMLButtonElement {
  const button = createPart('button', className);
  button.type = 'button';
  if (shape) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape);
    svg.append(path);
    button.append(svg);
  }
  button.append(createPart('span', '', label));
  return button;
}
