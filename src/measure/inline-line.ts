/**
 * Takes stretches of differently set text and leaves them as one endless line of glyphs that knows where it may be broken:
 * a line's width is then a difference of two places, whatever its styles are.
 */
import { walkGlyphs } from './glyphs.js';
import { listBreaks } from './line-breaks.js';
import type { TextStyle } from './text-style.js';

/** A stretch of text set in one style. */
export interface TextPiece {
  readonly text: string;
  readonly style: TextStyle;
  /** Margin, border and padding at its two ends, in px. */
  readonly before?: number;
  readonly after?: number;
}

/** What stands in a line like a large letter: a mark, a picture, a formula. */
export interface BoxPiece {
  readonly width: number;
  /** Whether the width is only guessed. */
  readonly guessed?: boolean;
}

/** What a line of text is made of; `'break'` ends the line. */
export type InlinePiece = TextPiece | BoxPiece | 'break';

/** A glyph of the endless line. */
export interface InlineGlyph {
  readonly text: string;
  /** Where a line that begins with it begins, and where one that ends with it ends, in px. */
  readonly start: number;
  readonly end: number;
  readonly known: boolean;
  /** A space: it is not seen at the end of a line. */
  readonly space: boolean;
  /** Whether a line may end before it, or has to. */
  readonly break: 'no' | 'may' | 'must';
}

/** A box stands in the text as this character, which breaks like an ideograph. */
const boxCharacter = '\ufffc';

/** Put pieces on one endless line. */
export function layInline(pieces: readonly InlinePiece[]): InlineGlyph[] {
  const glyphs: Writable<InlineGlyph>[] = [];
  const forced = new Set<number>();
  let space = true;
  for (const piece of pieces) {
    if (piece === 'break') {
      forced.add(glyphs.length);
      space = true;
    } else if ('width' in piece) {
      const start = glyphs.at(-1)?.end ?? 0;
      const known = piece.guessed !== true;
      glyphs.push({ text: boxCharacter, start, end: start + piece.width, known, space: false, break: 'no' });
      space = false;
    } else {
      const text = collapseSpaces(piece.text, space);
      if (text !== '') space = text.endsWith(' ');
      addPiece({ ...piece, text }, glyphs);
    }
  }
  const breaks = listBreaks(glyphs.map((glyph) => glyph.text));
  for (const [index, glyph] of glyphs.entries()) {
    if (forced.has(index)) glyph.break = 'must';
    else if (breaks[index]) glyph.break = 'may';
  }
  return glyphs;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** White space is one space, and none after another, as CSS collapses it. */
function collapseSpaces(text: string, afterSpace: boolean): string {
  const collapsed = text.replaceAll(/[ \t\n\r\f]+/g, ' ');
  return afterSpace ? collapsed.replace(/^ /, '') : collapsed;
}

function addPiece(piece: TextPiece, glyphs: Writable<InlineGlyph>[]): void {
  const { text, style, before = 0, after = 0 } = piece;
  const [at, first] = [glyphs.at(-1)?.end ?? 0, glyphs.length];
  walkGlyphs(text, style, (cluster, from, to, known) => {
    // What is before the first glyph goes with it to the next line.
    const start = glyphs.length === first ? at : at + before + from;
    glyphs.push({ text: cluster, start, end: at + before + to, known, space: cluster === ' ', break: 'no' });
  });
  const last = glyphs.at(-1);
  if (last && glyphs.length > first) last.end += after;
}
