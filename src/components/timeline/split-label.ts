/** Takes the words after a date and leaves title and text: up to ` — `, or the first line, is the title. */
import type { PhrasingContent } from 'mdast';

/** The two halves of a label. */
export interface Label {
  readonly title: PhrasingContent[];
  readonly text: PhrasingContent[];
}

/** Split a label at its first dash between spaces, else at its first line end. */
export function splitLabel(label: readonly PhrasingContent[]): Label {
  return cutAt(label, /\s+—\s+/) ?? cutAt(label, /\s*\n\s*/) ?? { title: trimEnd([...label]), text: [] };
}

function cutAt(label: readonly PhrasingContent[], separator: RegExp): Label | undefined {
  for (const [index, node] of label.entries()) {
    // A hard break is a line end of its own.
    if (node.type === 'break' && separator.test('\n')) {
      return { title: trimEnd(label.slice(0, index)), text: label.slice(index + 1) };
    }
    const match = node.type === 'text' ? separator.exec(node.value) : null;
    if (node.type !== 'text' || !match) continue;
    const before = { ...node, value: node.value.slice(0, match.index) };
    const after = { ...node, value: node.value.slice(match.index + match[0].length) };
    return {
      title: trimEnd([...label.slice(0, index), before]),
      text: [...(after.value === '' ? [] : [after]), ...label.slice(index + 1)],
    };
  }
  return undefined;
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

function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}
