/**
 * Takes values that a step works from and leaves a short key that is the same only when they are: places count from a point, so that
 * what was written further down stays what it was.
 */
import { createHash } from 'node:crypto';
import type { Point } from 'unist';

/** The first point of a text. */
export const origin: Point = { line: 1, column: 1, offset: 0 };

/** Deeper than any deck that is read; what leads back into itself ends here. */
const deepest = 200;

/** Make the key of a text that says all. */
export function digestKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Write values down, with places counted from a point; nothing where one of them is no plain data. */
export function writeContent(value: unknown, from: Point): string | undefined {
  const writer = new ContentWriter(from);
  return writer.write(value, 0) ? writer.text : undefined;
}

/** Writes one text; a class since a recursion that hands strings on costs more than all else. */
class ContentWriter {
  text = '';

  constructor(readonly from: Point) {}

  /** Tells whether the value could be written. */
  write(value: unknown, depth: number): boolean {
    if (typeof value === 'string') this.text += `${value.length}:${value}`;
    else if (typeof value === 'object' && value !== null) return this.writeObject(value, depth);
    else if (typeof value === 'function' || typeof value === 'symbol') return false;
    else this.text += `${String(value)};`;
    return true;
  }

  writeObject(value: object, depth: number): boolean {
    if (depth > deepest) return false;
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
      this.text += Array.isArray(value) ? '[' : value instanceof Map ? 'map[' : 'set[';
      for (const one of value) if (!this.write(one, depth + 1)) return false;
      this.text += ']';
      return true;
    }
    if (isPoint(value)) {
      this.writePoint(value);
      return true;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    this.text += '{';
    for (const [name, one] of Object.entries(value)) {
      this.text += `${name.length}:${name}`;
      if (!this.write(one, depth + 1)) return false;
    }
    this.text += '}';
    return true;
  }

  writePoint({ line, column, offset }: Point): void {
    this.text += `@${line - this.from.line}:${column}:${(offset ?? 0) - (this.from.offset ?? 0)};`;
  }
}

/** Copy plain data with its places counted from one point as they were from another. */
export function movePlaces<T>(value: T, from: Point, to: Point): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => movePlaces(one, from, to)) as T;
  if (isPoint(value)) return movePoint(value, from, to) as T;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) copy[name] = movePlaces(value[name as keyof T], from, to);
  return copy as T;
}

/** Move a point; what moves is whole lines, so that columns stay. */
export function movePoint({ line, column, offset }: Point, from: Point, to: Point): Point {
  const moved: Point = { line: line - from.line + to.line, column };
  if (offset !== undefined) moved.offset = offset - (from.offset ?? 0) + (to.offset ?? 0);
  return moved;
}

/** Attributes that an author calls so are texts. */
function isPoint(value: object): value is Point {
  return (
    'line' in value && typeof value.line === 'number' && 'column' in value && typeof value.column === 'number'
  );
}
