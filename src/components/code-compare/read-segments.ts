/** Takes a fence and leaves its segments: the lines between markers such as `# [train]`, without the markers. */
import type { Code } from 'mdast';
import type { Position } from 'unist';
import { readMarker } from './comment-forms.js';

/** A line of a segment, and where it stands in the deck. */
export interface SegmentLine {
  readonly text: string;
  readonly position: Position | undefined;
}

/** Lines under one name. */
export interface Segment {
  /** Empty for what stands before the first marker. */
  readonly name: string;
  readonly lines: readonly SegmentLine[];
  /** Of the marker, else of the fence. */
  readonly position: Position | undefined;
}

/** Read the segments of a fence. What holds nothing but empty lines before the first marker is none. */
export function readSegments(code: Code): Segment[] {
  const language = code.lang?.includes('=') ? '' : (code.lang ?? '');
  const segments: { name: string; lines: SegmentLine[]; position: Position | undefined }[] = [];
  let current = { name: '', lines: [] as SegmentLine[], position: code.position };
  for (const [index, text] of code.value.split(/\r\n|\r|\n/).entries()) {
    const position = placeOf(code, index, text);
    const name = readMarker(text, language);
    if (name === undefined) {
      current.lines.push({ text, position });
      continue;
    }
    segments.push(current);
    current = { name, lines: [], position };
  }
  segments.push(current);
  return segments
    .map((segment) => ({ ...segment, lines: trimLines(segment.lines) }))
    .filter(({ name, lines }) => name !== '' || lines.length > 0);
}

/** Empty lines round a marker are the author's way to write. */
function trimLines(lines: readonly SegmentLine[]): SegmentLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** The fence itself is the line before the first. */
function placeOf({ position }: Code, index: number, text: string): Position | undefined {
  if (!position) return undefined;
  const line = position.start.line + 1 + index;
  const { column } = position.start;
  return { start: { line, column }, end: { line, column: column + text.length } };
}
