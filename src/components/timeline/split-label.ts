/** Takes the words after a date and leaves title and text: up to ` — `, or the first line, is the title. */
import type { PhrasingContent } from 'mdast';
import { cutInline, trimEnd } from '../cut-inline.js';

/** The two halves of a label. */
export interface Label {
  readonly title: PhrasingContent[];
  readonly text: PhrasingContent[];
}

/** Split a label at its first dash between spaces, else at its first line end. */
export function splitLabel(label: readonly PhrasingContent[]): Label {
  const halves = cutInline(label, /\s+—\s+/) ?? cutInline(label, /\s*\n\s*/);
  if (!halves) return { title: trimEnd([...label]), text: [] };
  return { title: halves.before, text: halves.after };
}

/** Tell whether a node is no word of a title. */
function isMark(node: PhrasingContent): boolean {
  return node.type === 'footnoteReference' || (node.type === 'text' && node.value.trim() === '');
}

/** Take the bold off a title that is wholly bold; nothing when it is not. Note marks do not count as words. */
export function unwrapBold(title: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const words = title.filter((node) => !isMark(node));
  if (words.length === 0 || words.some((node) => node.type !== 'strong')) return undefined;
  return title.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
}
