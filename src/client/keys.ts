/** The keys of the talk in one table: what `?` lists, and what ours do. By letter, not by place on the keyboard. */
import { findDialog } from './dialog.js';
import type { Words } from './words.js';

/** What a key of ours starts. */
export type ActionName = 'jump' | 'search' | 'zoom' | 'laser' | 'advance' | 'speaker' | 'mirror' | 'help';

/** A line of the list; without an action the key is reveal.js' or is heard elsewhere. */
export interface KeyLine {
  /** As it stands on the keyboard; `{keyLeft}` is a word. */
  readonly label: string;
  readonly word: keyof Words;
  readonly keys?: readonly string[];
  readonly action?: ActionName;
}

/** All keys, in the order in which a speaker needs them. */
export const keyTable: readonly KeyLine[] = [
  { label: '{keyRight}, {keySpace}, {keyPageDown}', word: 'helpOn' },
  { label: '{keyLeft}, Shift + {keySpace}, {keyPageUp}', word: 'helpBack' },
  { label: '{keyHome}, {keyEnd}', word: 'helpEnds' },
  { label: 'G', word: 'helpJump', keys: ['g'], action: 'jump' },
  { label: '{keyDigits}, Enter', word: 'helpNumber' },
  { label: '/, Ctrl + Shift + F', word: 'helpSearch', keys: ['/', 'ctrl+shift+f'], action: 'search' },
  { label: 'Esc, O', word: 'helpOverview' },
  { label: 'Z, Alt + {keyClick}', word: 'helpZoom', keys: ['z'], action: 'zoom' },
  { label: '{keyArrows}, +, −', word: 'helpZoomed' },
  { label: 'Tab, Enter', word: 'helpPicture' },
  { label: 'L', word: 'helpLaser', keys: ['l'], action: 'laser' },
  { label: 'B, {keyStop}', word: 'helpBlack' },
  { label: 'A', word: 'helpAdvance', keys: ['a'], action: 'advance' },
  { label: 'F', word: 'helpFullScreen' },
  { label: 'S', word: 'helpSpeaker', keys: ['s'], action: 'speaker' },
  { label: 'M', word: 'helpMirror', keys: ['m'], action: 'mirror' },
  { label: 'Ctrl + P', word: 'helpPrint' },
  { label: '?, F1', word: 'helpKeys', keys: ['?', 'f1'], action: 'help' },
  { label: 'Esc', word: 'helpEscape' },
];

/** Hears a key before the table does; tells whether the key was for it. */
export type KeyListener = (name: string) => boolean;

/** Listen before reveal.js does, so that a key for us is not also one for it. `first` are asked in their order. */
export function listenForKeys(
  actions: Readonly<Record<ActionName, () => void>>,
  first: readonly KeyListener[],
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const dialog = findDialog();
      if (dialog) {
        // A click beside its fields takes the focus out of a dialog; the talk behind it stands still all the same.
        if (!(event.target instanceof Node && dialog.contains(event.target)))
          event.stopImmediatePropagation();
        return;
      }
      const name = keyName(event);
      if (name === '' || isTyping(event.target)) return;
      if (!first.some((listener) => listener(name))) {
        const action = keyTable.find(({ keys }) => keys?.includes(name))?.action;
        if (!action) return;
        actions[action]();
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Name a key as the table does; empty for what belongs to the system. Shift counts beside Ctrl only: `?` needs it to be typed. */
function keyName({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (altKey) return '';
  const name = key.toLowerCase();
  return ctrlKey || metaKey ? `ctrl+${shiftKey ? 'shift+' : ''}${name}` : name;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
