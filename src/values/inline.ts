/** Takes inline content and leaves what the table asks of it: its text, whether it is bold, what is left without its first words. */
import type { PhrasingContent } from 'mdast';

/** Plain text of inline content; a line break is a blank, raw HTML and numbers of notes are no text. */
export function textOf(content: readonly PhrasingContent[]): string {
  return rawTextOf(content).trim();
}

function rawTextOf(content: readonly PhrasingContent[]): string {
  return content
    .map((node) => {
      if (isBreak(node)) return ' ';
      if (node.type === 'html') return '';
      if ('value' in node) return node.value;
      if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
      return 'children' in node ? rawTextOf(node.children) : '';
    })
    .join('');
}

/** `<br>` is raw HTML to the parser; in a cell it is the only way to write a second line. */
export function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value));
}

/** Tell whether a node shows nothing: blanks and comments. */
export function isBlank(node: PhrasingContent): boolean {
  return (
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'html' && node.value.startsWith('<!--'))
  );
}

/** Tell whether all there is to read is bold; numbers of notes behind it do not count. */
export function isBold(content: readonly PhrasingContent[]): boolean {
  return onlyOf(content)?.type === 'strong';
}

/** Find the one node that content consists of. */
export function onlyOf(content: readonly PhrasingContent[]): PhrasingContent | undefined {
  const solid = content.filter((node) => !isBlank(node) && node.type !== 'footnoteReference');
  return solid.length === 1 ? solid[0] : undefined;
}

/** Take a wrapping bold or italic off; what stands beside it is kept. */
export function unwrap(
  content: readonly PhrasingContent[],
  type: 'strong' | 'emphasis',
): readonly PhrasingContent[] {
  return content.flatMap((node) => (node.type === type ? node.children : [node]));
}

/** Cut off the numbers of notes at the end, and the blank before them, which is only the author's way to write. */
export function splitNotes(
  content: readonly PhrasingContent[],
): readonly [words: readonly PhrasingContent[], notes: readonly PhrasingContent[]] {
  let end = content.length;
  while (end > 0 && isNoteOrBlank(content[end - 1])) end--;
  const words = content.slice(0, end);
  const last = words.at(-1);
  const notes = content.slice(end).filter((node) => node.type === 'footnoteReference');
  if (last?.type !== 'text') return [words, notes];
  return [[...words.slice(0, -1), { ...last, value: last.value.trimEnd() }], notes];
}

function isNoteOrBlank(node: PhrasingContent | undefined): boolean {
  return node !== undefined && (node.type === 'footnoteReference' || isBlank(node));
}

/**
 * Take characters off the start, so that a mark or a word of ours can stand for them.
 * Nothing is returned where they are more than words: a link, code or a picture must not be lost.
 */
export function cutStart(
  content: readonly PhrasingContent[],
  length: number,
): readonly PhrasingContent[] | undefined {
  const raw = rawTextOf(content);
  return cut(content, raw.length - raw.trimStart().length + length)?.content;
}

function cut(
  content: readonly PhrasingContent[],
  length: number,
): { readonly content: PhrasingContent[]; readonly left: number } | undefined {
  const result: PhrasingContent[] = [];
  let left = length;
  for (const node of content) {
    if (left === 0 || node.type === 'footnoteReference' || isBlank(node)) {
      result.push(node);
      if (left > 0 && node.type === 'text') left = Math.max(0, left - node.value.length);
    } else if (node.type === 'text') {
      const value = node.value.slice(left);
      left = Math.max(0, left - node.value.length);
      if (value !== '') result.push({ ...node, value });
    } else if (isBreak(node)) left--;
    else if (node.type === 'emphasis' || node.type === 'strong') {
      const inner = cut(node.children, left);
      if (!inner) return undefined;
      left = inner.left;
      if (inner.content.length > 0) result.push({ ...node, children: inner.content });
    } else return undefined;
  }
  return { content: result, left };
}
