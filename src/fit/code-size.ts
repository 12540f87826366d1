/** Takes the lines of a code block and leaves the size it is set in, the largest in which its place holds all of it, and its height. */
import { measureText } from '../measure/text-width.js';
import { codes, leastSize } from './metrics.js';

/** What decides how large a code block is. */
export interface CodeShape {
  readonly lines: readonly string[];
  readonly numbers: boolean;
  readonly title: boolean;
  /** In one of several columns, where code begins with the second size. */
  readonly narrow: boolean;
}

/** In em: the column of numbers. */
const numberColumn = 3;

/** In em: how far what a wrapped line goes on with is indented (`code.css`), 2 letters. */
const hangingIndent = 1.2;

/** Cut a code block into its lines; an empty last one is none. */
export function cutLines(source: string): string[] {
  return source.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}

/** Choose the size of a code block in px, before `--fit`; nothing where not even the smallest will do. */
export function chooseCodeSize(shape: CodeShape, width: number, height: number): number | undefined {
  const sizes = shape.narrow ? codes.sizes.slice(1) : codes.sizes;
  const room = height - (shape.title ? codes.titleHeight : 0);
  const across = measureAcross(shape);
  const down = shape.lines.length * codes.line + codes.down;
  return sizes.find((size) => across * size <= width && down * size <= room);
}

/** Width of a code block in em, its panel included. */
export function measureAcross({ lines, numbers }: CodeShape): number {
  const widest = lines.map(measureLine).reduce((one, other) => Math.max(one, other), 0);
  return codes.across + (numbers ? numberColumn : 0) + widest;
}

/** Tell whether code has lines that are too wide for a place even in the smallest size: they go on on the next, indented. */
export function wrapsCode(shape: CodeShape, width: number): boolean {
  // How wide a column is in the end only a browser knows.
  return !shape.narrow && measureAcross(shape) * leastSize > width;
}

/** Count the rows that lines take when they wrap, at most: a browser knows more places to break at than blanks. */
export function countCodeRows(shape: CodeShape, width: number): number {
  const room = width / leastSize - measureAcross({ ...shape, lines: [] }) - hangingIndent;
  return shape.lines.reduce((sum, line) => sum + countRows(line, room), 0);
}

function countRows(line: string, room: number): number {
  let [rows, at] = [1, 0];
  for (const word of line.match(/\s*\S+/g) ?? []) {
    const across = measureLine(word);
    if (at + across <= room) {
      at += across;
      continue;
    }
    // A word goes to the next row, and is cut where it is longer than one.
    const further = Math.max(1, Math.ceil(measureLine(word.trimStart()) / room));
    rows += at === 0 ? further - 1 : further;
    at = measureLine(word.trimStart()) - (further - 1) * room;
  }
  return rows;
}

function measureLine(text: string): number {
  return measureText(text.replaceAll('\t', '    '), { size: 1, weight: 400, family: 'mono' });
}

/** Longest line and block that are coloured and fitted, in characters: grammars are quadratic on long words (200,000 letters took 6 s). */
export const longestCode = { line: 2_000, block: 50_000 } as const;

/** Tell whether code is longer than anybody would show. */
export function isTooLong(code: string): boolean {
  return (
    code.length > longestCode.block || code.split(/\r\n|\r|\n/).some((line) => line.length > longestCode.line)
  );
}
