/** The keys of the speaker window: those of reveal.js and of PowerPoint's clickers, and a few of its own. */
import type { RevealApi } from 'reveal.js';

/** What keys of the window alone start. */
export interface SpeakerActions {
  readonly freeze: () => void;
  readonly black: () => void;
  readonly pause: () => void;
  readonly list: () => void;
  readonly resizeText: (step: number) => void;
  /** Absent where the window is closed as any other. */
  readonly leave?: (() => void) | undefined;
  /** Hear a digit or Enter; tells whether it went to a slide or may yet. */
  readonly number: (name: string) => boolean;
}

/** Hear the keys of the window. */
export function hearSpeakerKeys(target: Document, reveal: RevealApi, actions: SpeakerActions): void {
  const keys = listKeys(reveal, actions);
  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = (event.target as Element | null)?.closest?.('button');
    // These press the button that has the focus.
    if (button && (event.key === ' ' || event.key === 'Enter')) return;
    if (actions.number(event.key.toLowerCase())) {
      event.preventDefault();
      return;
    }
    const action = keys.get(event.key === ' ' && event.shiftKey ? 'PageUp' : event.key);
    if (!action) return;
    action();
    event.preventDefault();
  });
}

function listKeys(reveal: RevealApi, actions: SpeakerActions): ReadonlyMap<string, () => void> {
  const next = () => reveal.next();
  const prev = () => reveal.prev();
  const lines: readonly (readonly [keys: readonly string[], action: () => void])[] = [
    [['ArrowRight', 'ArrowDown', 'PageDown', 'Enter', ' ', 'n', 'N'], next],
    [['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p', 'P'], prev],
    [['Home'], () => reveal.slide(0)],
    [['End'], () => reveal.slide(reveal.getHorizontalSlides().length - 1)],
    // Clickers send a full stop, PowerPoint takes B, reveal.js V too.
    [['b', 'B', 'v', 'V', '.'], actions.black],
    [['f', 'F'], actions.freeze],
    [['t', 'T'], actions.pause],
    [['g', 'G', 'o', 'O'], actions.list],
    [['+', '='], () => actions.resizeText(1)],
    [['-'], () => actions.resizeText(-1)],
    [['m', 'M', 'Escape'], () => actions.leave?.()],
  ];
  return new Map(lines.flatMap(([keys, action]) => keys.map((key) => [key, action] as const)));
}
