/**
 * Code in steps: stresses the lines of the step that the talk has come to. The page holds the last step, as a printed one does;
 * a step is an empty fragment behind the code, so the order of steps is that of reveal.js.
 */
import type { RevealApi } from 'reveal.js';
import { deckUpdated } from './events.js';

/** Let the stressed lines of every code block follow its steps. */
export function followCodeSteps(reveal: RevealApi): void {
  const update = (): void => showCodeSteps(document);
  // Asked for each time: reveal.js makes the slides anew when it leaves its scroll view.
  for (const name of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden', deckUpdated])
    reveal.on(name, update);
  addEventListener('beforeprint', () => showCodeSteps(document, true));
  addEventListener('afterprint', update);
}

/** Stress the lines of the current step, or of the last one, in every code block of a page or a slide. */
export function showCodeSteps(root: ParentNode, last = false): void {
  for (const pre of root.querySelectorAll<HTMLElement>('pre[data-steps]')) {
    const steps = readSteps(pre.dataset.steps ?? '');
    const shown = last ? steps.length - 1 : pre.querySelectorAll('.code-step.visible').length;
    const lines = new Set(steps[shown]);
    for (const line of pre.querySelectorAll<HTMLElement>('.code-line')) {
      line.toggleAttribute('data-highlight', lines.has(Number(line.dataset.line)));
    }
  }
}

/** An author may write the attribute too, and anything into it. */
function readSteps(text: string): number[][] {
  try {
    const steps: unknown = JSON.parse(text);
    return Array.isArray(steps) ? steps.filter((step) => Array.isArray(step)) : [];
  } catch {
    return [];
  }
}
