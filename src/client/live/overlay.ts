/** What is wrong with the deck, over the lower part of the page: the talk above goes on. All text is text, whatever it says. */
import type { CodeFrame, LiveProblem, Problems } from '../../deck/live-deck.js';
import { createPart } from '../dialog.js';
import type { Words } from '../words.js';
import { overlayStyle } from './overlay-style.js';

/** What a click in the overlay starts. */
export interface OverlayActions {
  open(place: Pick<LiveProblem, 'file' | 'line' | 'column'>): void;
  /** Show the deck that waits. */
  show(): void;
}

/** Prepare the overlay; `show` shows what is wrong now, or takes it away. */
export function createOverlay(words: Words, actions: OverlayActions): { show: (problems: Problems) => void } {
  let panel: HTMLElement | undefined;

  function close(): void {
    panel?.remove();
    panel = undefined;
  }

  function show({ problems, waiting }: Problems): void {
    close();
    if (problems.length === 0) return;
    panel = createPart('section', 'lectern-problems');
    panel.setAttribute('role', 'alert');
    panel.append(
      createPart('style', '', overlayStyle),
      createHead(words, problems.length, waiting, () => {
        if (waiting) actions.show();
        close();
      }),
      ...problems.map((problem) => createProblem(problem, words, actions)),
    );
    document.body.append(panel);
  }

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !panel || document.querySelector('dialog[open]')) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      close();
    },
    { capture: true },
  );
  return { show };
}

function createHead(words: Words, count: number, waiting: boolean, end: () => void): HTMLElement {
  const head = createPart('header');
  const title = count === 1 ? words.problem : words.problems.replace('{n}', String(count));
  const button = createPart('button', '', waiting ? words.showAnyway : words.close);
  button.type = 'button';
  button.addEventListener('click', end);
  head.append(createPart('h2', '', title));
  if (waiting) head.append(createPart('p', '', words.lastGoodStays));
  head.append(button);
  return head;
}

function createProblem(problem: LiveProblem, words: Words, actions: OverlayActions): HTMLElement {
  const { file, line, column, reason, note, ruleId, frame } = problem;
  const article = createPart('article');
  const place = createPart('button', 'problem-place', [file, line, column].filter(Boolean).join(':'));
  place.type = 'button';
  place.title = words.openInEditor;
  const head = createPart('p', 'problem-head');
  head.append(place, createPart('span', 'problem-rule', ruleId ?? ''));
  article.append(head, createPart('p', 'problem-reason', reason));
  if (note) article.append(createPart('p', 'problem-note', note));
  if (frame) article.append(createFrame(frame));
  // The whole of it opens the editor, the place by keyboard too.
  article.addEventListener('click', () => actions.open(problem));
  return article;
}

function createFrame({ first, lines, mark }: CodeFrame): HTMLElement {
  const pre = createPart('pre');
  for (const [index, text] of lines.entries()) {
    const line = createPart('span', index === mark.line ? 'frame-line meant' : 'frame-line');
    line.dataset['line'] = String(first + index);
    if (index === mark.line) {
      line.append(
        text.slice(0, mark.from),
        createPart('mark', '', text.slice(mark.from, mark.to)),
        text.slice(mark.to),
      );
    } else line.textContent = text;
    pre.append(line, '\n');
  }
  return pre;
}
