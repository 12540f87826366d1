/** Takes text and the width of its box and leaves the lines a browser would break it into; or the widths it asks for. */
import { type InlineGlyph, type InlinePiece, layInline } from './inline-line.js';
import type { TextStyle } from './text-style.js';

/** One line of a wrapped text. */
export interface Line {
  readonly text: string;
  /** In px, without the space at its end. */
  readonly width: number;
}

/** A wrapped text. */
export interface WrappedText {
  readonly lines: readonly Line[];
  /** Whether all of it is in the bundled faces; else it takes at most these lines, perhaps fewer. */
  readonly exact: boolean;
}

/** What a text asks of its box. */
export interface InlineExtent {
  /** In px: its longest word, and all of it on one line (or on the lines the author ended). */
  readonly minContent: number;
  readonly maxContent: number;
  readonly exact: boolean;
}

/** What happens to a word that is wider than its box: `break-word` and `anywhere` cut it, and `anywhere` asks for no room. */
export type OverflowWrap = 'normal' | 'break-word' | 'anywhere';

/** Browsers round to 1/64 px, and font units are whole here: a line this near to its box is taken to be broken. */
const rounding = 0.06;

/** Break a text into the lines it takes in a box of a width. */
export function wrapText(text: string, width: number, style: TextStyle): Line[] {
  return [...wrapInline([{ text, style }], width).lines];
}

/** Break differently set text into lines. Slides cut words that are too long (`break-word`), so that is the usual. */
export function wrapInline(
  pieces: readonly InlinePiece[],
  width: number,
  overflow: OverflowWrap = 'break-word',
): WrappedText {
  const glyphs = layInline(pieces);
  const starts = findLineStarts(glyphs, width - rounding, overflow !== 'normal');
  const lines = starts.map((start, index) => readLine(glyphs.slice(start, starts[index + 1])));
  return { lines, exact: isExact(glyphs) };
}

/** Measure the least and the most width that differently set text can use. */
export function measureInline(
  pieces: readonly InlinePiece[],
  overflow: OverflowWrap = 'break-word',
): InlineExtent {
  const glyphs = layInline(pieces);
  const widest = (isStart: (glyph: InlineGlyph) => boolean): number => {
    const starts = glyphs.flatMap((glyph, index) => (index === 0 || isStart(glyph) ? [index] : []));
    const widths = starts.map((start, index) => readLine(glyphs.slice(start, starts[index + 1])).width);
    return widths.reduce((one, other) => Math.max(one, other), 0);
  };
  return {
    minContent: widest((glyph) => overflow === 'anywhere' || glyph.break !== 'no'),
    maxContent: widest((glyph) => glyph.break === 'must'),
    exact: isExact(glyphs),
  };
}

/** Fill lines greedily and list the glyphs they begin with. */
function findLineStarts(glyphs: readonly InlineGlyph[], width: number, cut: boolean): number[] {
  const starts: number[] = glyphs.length > 0 ? [0] : [];
  let [start, chance] = [0, 0];
  const begin = (index: number): void => {
    start = index;
    starts.push(index);
  };
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.break === 'must' && index > 0) begin(index);
    if (glyph.break === 'may') chance = index;
    // Chromium looks for the end of a line before it cuts there: what draws a letter away from the next counts too.
    const end = Math.max(glyph.end, glyphs[index + 1]?.start ?? 0);
    const overflows = (): boolean => !glyph.space && end - (glyphs[start]?.start ?? 0) > width;
    if (chance > start && overflows()) begin(chance);
    // A mark has no width of its own and stays with its letter.
    if (cut && index > start && glyph.end > glyph.start && overflows()) begin(index);
  }
  return starts;
}

function readLine(glyphs: readonly InlineGlyph[]): Line {
  const shown = glyphs.slice(0, glyphs.findLastIndex((glyph) => !glyph.space) + 1);
  const [first, last] = [shown[0], shown.at(-1)];
  const width = first && last ? last.end - first.start : 0;
  return { text: shown.map((glyph) => glyph.text).join(''), width };
}

function isExact(glyphs: readonly InlineGlyph[]): boolean {
  return glyphs.every((glyph) => glyph.known);
}

/** A word, or a run that must not be broken, with its width in px. */
export interface MeasuredWord {
  readonly text: string;
  readonly width: number;
}

/** Break words into lines whose widths the caller alone knows; `wrapInline` knows kerning, and all places where a line may end. */
export function wrapWords(words: readonly MeasuredWord[], width: number, space: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const word of words) {
    if (line && line.width + space + word.width <= width) {
      line = { text: `${line.text} ${word.text}`, width: line.width + space + word.width };
      continue;
    }
    if (line) lines.push(line);
    const parts = word.width > width ? cutWord(word, width) : [word];
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1);
  }
  if (line) lines.push(line);
  return lines;
}

/** Cut a word that is wider than its box, as `overflow-wrap: anywhere` does; all characters count as equally wide. */
function cutWord(word: MeasuredWord, width: number): MeasuredWord[] {
  const characters = [...word.text];
  const advance = word.width / characters.length;
  const perLine = Math.max(1, Math.floor(width / advance));
  const parts: MeasuredWord[] = [];
  for (let at = 0; at < characters.length; at += perLine) {
    const part = characters.slice(at, at + perLine);
    parts.push({ text: part.join(''), width: part.length * advance });
  }
  return parts;
}
