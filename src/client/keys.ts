/** The keys that reveal.js does not know: S for the speaker window, ? for the list of keys. By letter, not by place on the keyboard. */
import type { Words } from './options.js';

interface KeyActions {
  readonly openSpeaker: () => void;
  readonly words: Words;
}

/** What the dialog lists. */
const keyList: readonly (readonly [keys: string, action: string])[] = [
  ['Right, Space, Page down', 'On, step by step'],
  ['Left, Shift + Space, Page up', 'Back'],
  ['Home, End', 'First slide, last slide'],
  ['G', 'Go to a slide by its number'],
  ['Esc, O', 'Overview'],
  ['B, full stop', 'Black screen'],
  ['F', 'Full screen'],
  ['S', 'Speaker window: notes, next slide, clock'],
  ['Ctrl + P', 'Print, one slide a page'],
];

/** Listen before reveal.js does, so that a key for us is not also one for it. */
export function listenForKeys({ openSpeaker, words }: KeyActions): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (isDialogOpen()) {
        // The dialog closes itself on Esc; reveal.js would open its overview with the same key.
        event.stopImmediatePropagation();
        if (event.key === '?') closeDialog();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 's' || event.key === 'S') openSpeaker();
      else if (event.key === '?' || event.key === 'F1') showDialog(words);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog.lectern-help[open]') !== null;
}

function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('dialog.lectern-help')?.close();
}

function showDialog(words: Words): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'lectern-help';
  const heading = document.createElement('h2');
  heading.textContent = words.keys;
  const list = document.createElement('dl');
  for (const [keys, action] of keyList) {
    const term = document.createElement('dt');
    const description = document.createElement('dd');
    term.textContent = keys;
    description.textContent = action;
    list.append(term, description);
  }
  dialog.append(heading, list);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
