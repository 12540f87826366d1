/** Takes the parts of a text and leaves one tree, as if the text had been read at once. The trees of the parts stay as they are. */
import type { Root } from 'mdast';
import type { Point } from 'unist';
import type { TextPart } from './split-text.js';

/** Join the trees of parts. */
export function joinParts(parts: readonly TextPart[]): Root {
  const children: Root['children'] = [];
  let end: Point = { line: 1, column: 1, offset: 0 };
  for (const { tree } of parts) {
    const start = end;
    children.push(...tree.children.map((child) => copyShifted(child, start)));
    end = shift(tree.position?.end ?? end, start);
  }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Copy what a parser leaves, with places counted from the start of the whole. */
function copyShifted<T>(value: T, start: Point): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => copyShifted(one, start)) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) copy[name] = copyShifted(one, start);
  if ('line' in value && 'column' in value) return shift(value as unknown as Point, start) as T;
  return copy as T;
}

/** A part begins with a line, so that columns stay. */
function shift({ line, column, offset }: Point, start: Point): Point {
  return { line: line + start.line - 1, column, offset: (offset ?? 0) + (start.offset ?? 0) };
}
