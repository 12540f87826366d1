/** Takes coloured code and leaves it line by line: an element that spans a line end is closed before it and opened again behind it. */
import type { ElementContent } from 'hast';

/** The content of one line, without its end. */
export type CodeLine = ElementContent[];

/**
 * Split code into lines.
 *
 * before: span.hljs-comment "a\nb", "\n"
 * after:  [span.hljs-comment "a"], [span.hljs-comment "b"], []
 */
export function splitLines(nodes: readonly ElementContent[]): CodeLine[] {
  const lines: CodeLine[] = [[]];
  for (const node of nodes) {
    const [same = [], ...others] = splitNode(node);
    lines.at(-1)?.push(...same);
    lines.push(...others);
  }
  return lines;
}

function splitNode(node: ElementContent): CodeLine[] {
  if (node.type === 'text') {
    return node.value
      .split(/\r\n|\r|\n/)
      .map((value) => (value === '' ? [] : [{ type: 'text' as const, value }]));
  }
  if (node.type !== 'element') return [[node]];
  return splitLines(node.children).map((children, index) => {
    // The part of an element that a line end leaves empty would be an empty box.
    if (children.length === 0 && (index > 0 || node.children.length > 0)) return [];
    return [{ ...node, properties: { ...node.properties }, children }];
  });
}
