/** Takes inline content and leaves its two halves, cut at the first separator that stands in its own text: not in a link, not in code. */
import type { Node, PhrasingContent } from 'mdast';

/** Inline content on both sides of a separator, without the separator and the blanks around it. */
export interface Halves {
  readonly before: PhrasingContent[];
  readonly after: PhrasingContent[];
}

/** Cut inline content at a separator; nothing is returned where there is none. A hard break is a line end. */
export function cutInline(content: readonly PhrasingContent[], separator: RegExp): Halves | undefined {
  for (const [index, node] of content.entries()) {
    if (node.type === 'break' && separator.test('\n')) {
      return { before: trimEnd(content.slice(0, index)), after: content.slice(index + 1) };
    }
    const match = node.type === 'text' ? separator.exec(node.value) : null;
    if (node.type !== 'text' || !match) continue;
    const before = { ...node, value: node.value.slice(0, match.index) };
    const after = { ...node, value: node.value.slice(match.index + match[0].length) };
    return {
      before: trimEnd([...content.slice(0, index), before]),
      after: [...(after.value === '' ? [] : [after]), ...content.slice(index + 1)],
    };
  }
  return undefined;
}

/** Take blanks off the end of inline content. */
export function trimEnd(content: PhrasingContent[]): PhrasingContent[] {
  const last = content.at(-1);
  if (last?.type !== 'text') return content;
  const value = last.value.trimEnd();
  return value === '' ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, value }];
}

/** Make the place of a run of nodes. */
export function spanOf(nodes: readonly Node[]): Pick<Node, 'position'> {
  const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
  return first && last ? { position: { start: first.start, end: last.end } } : {};
}
