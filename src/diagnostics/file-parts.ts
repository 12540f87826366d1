/**
 * Takes the texts of files that become part of a deck and leaves them appended to the deck's text, so that lines and offsets stay
 * unique and every step reads any node's text in the same way. Only messages are told which file a line belongs to.
 */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';

/** A file that is part of a deck. */
export interface FilePart {
  /** Relative to the deck's folder, as in `Sources`. */
  readonly path: string;
  readonly text: string;
  /** Lines of the deck's text before it. */
  readonly line: number;
  /** Characters before it. */
  readonly offset: number;
}

declare module 'vfile' {
  interface DataMap {
    /** The files whose text follows the deck's own, in order. */
    parts?: FilePart[];
  }
}

/** Append a file to a deck's text; one that is there already is not appended again. */
export function addPart(file: VFile, path: string, text: string): FilePart {
  const known = file.data.parts?.find((part) => part.path === path);
  if (known) return known;
  const before = `${String(file.value)}\n`;
  const line = before.match(/\r\n|\r|\n/g)?.length ?? 0;
  const part = { path, text, line, offset: before.length };
  file.value = before + text;
  file.data.parts = [...(file.data.parts ?? []), part];
  return part;
}

/** Move a point of a part's own text to where it stands in the deck's. */
export function shiftPoint({ line, column, offset }: Point, part: Pick<FilePart, 'line' | 'offset'>): Point {
  return { line: line + part.line, column, ...(offset !== undefined && { offset: offset + part.offset }) };
}

/** Find the part in which a position lies; none: it lies in the deck itself. */
export function findPart(file: VFile, position: Position | undefined): FilePart | undefined {
  if (!position) return undefined;
  return file.data.parts?.findLast(({ line }) => position.start.line > line);
}

/** Say which file a position lies in, as messages name it, and where in it. */
export function locate(
  file: VFile,
  position: Position,
): { readonly path: string; readonly position: Position } {
  const part = findPart(file, position);
  if (!part) return { path: file.path ?? '', position };
  const back = { line: -part.line, offset: -part.offset };
  return {
    path: partPath(file, part),
    position: { start: shiftPoint(position.start, back), end: shiftPoint(position.end, back) },
  };
}

/** Lines of the deck's text before the file in which a position lies, for sentences that name a line. */
export function linesBefore(file: VFile, position: Position | undefined): number {
  return findPart(file, position)?.line ?? 0;
}

/** Name a part beside the deck, as messages do. */
export function partPath(file: VFile, { path }: FilePart): string {
  return file.dirname && file.dirname !== '.' ? `${file.dirname}/${path}` : path;
}

/** The deck's own text, without its parts. */
export function ownText(file: VFile): string {
  const text = String(file.value);
  const [first] = file.data.parts ?? [];
  return first ? text.slice(0, first.offset - 1) : text;
}
