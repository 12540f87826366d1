/**
 * Takes values that a step works from and leaves a text that is the same only when they are: places count from a point, so that what
 * was written further down stays what it was.
 */
import type { Point } from 'unist';

/** Deeper than any deck that is read; what leads back into itself ends here. */
const deepest = 200;

/** Write the key of values; nothing where one of them is no plain data. */
export function writeKey(value: unknown, from: Point): string | undefined {
  const parts: string[] = [];
  return write(value, from, parts, 0) ? parts.join('') : undefined;
}

function write(value: unknown, from: Point, parts: string[], depth: number): boolean {
  if (typeof value === 'string') parts.push(JSON.stringify(value));
  else if (typeof value === 'object' && value !== null) return writeObject(value, from, parts, depth);
  else if (typeof value === 'function' || typeof value === 'symbol') return false;
  else parts.push(String(value));
  return true;
}

function writeObject(value: object, from: Point, parts: string[], depth: number): boolean {
  if (depth > deepest) return false;
  if (isPoint(value)) {
    parts.push(`@${value.line - from.line}:${value.column}:${(value.offset ?? 0) - (from.offset ?? 0)}`);
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isMap = value instanceof Map;
  const isList = isMap || value instanceof Set || Array.isArray(value);
  if (!isList && prototype !== Object.prototype && prototype !== null) return false;
  parts.push(isMap ? 'map[' : Array.isArray(value) ? '[' : isList ? 'set[' : '{');
  const entries: Iterable<unknown> = isList ? (value as Iterable<unknown>) : Object.entries(value).flat();
  for (const one of entries) {
    if (!write(one, from, parts, depth + 1)) return false;
    parts.push(',');
  }
  parts.push(isList ? ']' : '}');
  return true;
}

/** Copy plain data with its places counted from one point as they were from another. */
export function movePlaces<T>(value: T, from: Point, to: Point): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => movePlaces(one, from, to)) as T;
  if (isPoint(value)) return movePoint(value, from, to) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) copy[name] = movePlaces(one, from, to);
  return copy as T;
}

/** Move a point; what moves is whole lines, so that columns stay. */
export function movePoint({ line, column, offset }: Point, from: Point, to: Point): Point {
  return {
    line: line - from.line + to.line,
    column,
    ...(offset !== undefined && { offset: offset - (from.offset ?? 0) + (to.offset ?? 0) }),
  };
}

/** The first point of a text. */
export const origin: Point = { line: 1, column: 1, offset: 0 };

function isPoint(value: object): value is Point {
  return 'line' in value && 'column' in value;
}
