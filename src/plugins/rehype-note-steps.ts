/**
 * Takes slides whose steps are counted and turns `[step]` in the speaker's notes into marks that say which step what follows belongs
 * to. After the steps, so that a mark without one is a message.
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { noteStep } from '../deck/note-steps.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listSections } from '../deck/sections.js';
import { report } from '../diagnostics/report.js';
import { fillIn, type Strings, selectStrings } from '../strings.js';
import { childElements, hasClass } from './steps/elements.js';

/**
 * Mark the steps in notes.
 *
 * before: aside.notes > p > "First this. [step] Then that."
 * after:  aside.notes > p > ("First this. ", span.note-step[data-step=1] "Step 1", " Then that.")
 */
export function rehypeNoteSteps() {
  return (tree: Root, file: VFile): void => {
    const { lang, strings: own } = file.data.deck ?? defaultDeckOptions;
    const strings = selectStrings(lang, own);
    const continued = new Set(file.data.slides?.filter(({ part }) => part).map(({ id }) => id));
    for (const section of listSections(tree)) {
      const notes = childElements(section).filter((child) => hasClass(child, 'notes'));
      const marks = markNotes(notes, strings);
      const steps = countSteps(section);
      // The steps of a slide that goes on are on several, its notes on the first.
      if (continued.has(String(section.properties.id))) continue;
      for (const { step, text } of marks) if (step > steps) reportBeyond(step, steps, text, file);
    }
  };
}

interface Mark {
  readonly step: number;
  readonly text: Text;
}

function markNotes(notes: readonly Element[], strings: Strings): Mark[] {
  const marks: Mark[] = [];
  for (const aside of notes) {
    visit(aside, (node, index, parent) => {
      if (node.type === 'element' && /^(code|pre)$/.test(node.tagName)) return SKIP;
      if (node.type !== 'text' || parent?.type !== 'element' || index === undefined) return undefined;
      const parts = splitText(node, marks, strings);
      if (parts[0] === node) return undefined;
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  }
  return marks;
}

/** Split a text at its marks, which count on from those before. */
function splitText(node: Text, marks: Mark[], strings: Strings): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(noteStep)) {
    const step = match[1] === undefined ? (marks.at(-1)?.step ?? 0) + 1 : Number(match[1]);
    marks.push({ step, text: node });
    if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
    const mark = h('span', { className: ['note-step'], dataStep: String(step) }, [
      fillIn(strings.stepNumber, { n: step }),
    ]);
    if (node.position) mark.position = node.position;
    parts.push(mark);
    from = match.index + match[0].length;
  }
  if (from < node.value.length || parts.length === 0) {
    parts.push(from === 0 ? node : { type: 'text', value: node.value.slice(from) });
  }
  return parts;
}

function countSteps(section: Element): number {
  let last = -1;
  visit(section, 'element', ({ properties, tagName }) => {
    if (tagName === 'aside') return SKIP;
    last = Math.max(last, Number(properties.dataFragmentIndex ?? -1));
    return undefined;
  });
  return last + 1;
}

function reportBeyond(step: number, steps: number, text: Text, file: VFile): void {
  const has = steps === 0 ? 'has none' : `has ${steps}`;
  report(
    file,
    'notes-step-beyond',
    text,
    `Unexpected mark of step ${step}, expected a step of the slide, which ${has}`,
    {
      note: 'Take the mark away, or make it a step of the slide with `:::steps`.',
    },
  );
}
