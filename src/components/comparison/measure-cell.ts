/** Takes what is drawn in a cell and leaves its pieces for measuring, marks and all: what heights and widths of a table stand on. */
import type { PhrasingContent } from 'mdast';
import type { InlinePiece } from '../../measure/inline-line.js';
import { listPieces } from '../../measure/phrasing.js';
import type { TextStyle } from '../../measure/text-width.js';
import { measureInline, wrapInline } from '../../measure/wrap.js';
import { writeDate } from '../../values/date-value.js';
import { isBreak } from '../../values/inline.js';
import type { ComponentContext } from '../component.js';
import type { Cell } from './node.js';
import type { Head, SheetCell } from './sheet.js';

/** Widths of marks in em, with the gap beside them, and the size of a detail; they mirror `style.css`. */
const marks = { winner: 1.08, status: 1.23, direction: 1.07, rating: 3.8 } as const;
const detailSize = 0.86;

/** List the pieces of inline content; `<br>` is raw HTML to the parser and a line end to us. */
export function listContent(content: readonly PhrasingContent[], style: TextStyle): InlinePiece[] {
  return content.flatMap((node): InlinePiece[] => (isBreak(node) ? ['break'] : listPieces([node], style)));
}

/** List the pieces of what a row or a column is about, its direction too. */
export function listHead(
  { content, better }: Pick<Head, 'content' | 'better'>,
  style: TextStyle,
): InlinePiece[] {
  return [...listContent(content, style), ...(better ? [mark(marks.direction, style)] : [])];
}

/** List the pieces of a cell as it is drawn. */
export function listCell(
  { cell, align }: SheetCell,
  style: TextStyle,
  context: ComponentContext,
): InlinePiece[] {
  const value = cell.winner ? { ...style, weight: 600 } : style;
  const isDetail = cell.rewritten && (cell.value.kind === 'status' || cell.value.kind === 'date');
  const rest = isDetail ? { ...value, size: value.size * detailSize } : value;
  return [
    ...listValue(cell, value, context),
    ...(isDetail && cell.content.length > 0 ? [{ text: ' ', style }] : []),
    ...listContent(cell.content, rest),
    ...listContent(cell.notes, style),
    // What stands behind a number at the edge hangs into the padding.
    ...(cell.winner && align !== 'right' ? [mark(marks.winner, style)] : []),
  ];
}

/** Words and marks of ours that stand for the value. */
function listValue(
  { value, rewritten }: Cell,
  style: TextStyle,
  { strings, lang }: ComponentContext,
): InlinePiece[] {
  switch (value.kind) {
    case 'na':
      return [{ text: strings.notApplicable, style }];
    case 'unknown':
      return [{ text: '?', style }];
    case 'status':
      return [mark(marks.status, style), { text: value.word ?? strings[value.status], style }];
    case 'rating':
      return [mark(marks.rating, style), { text: `${value.value}/${value.max}`, style }];
    case 'date':
      return rewritten ? [{ text: writeDate(value, lang), style }] : [];
    default:
      return [];
  }
}

/** Count the lines that pieces take in a width, one at least. */
export function countLines(pieces: readonly InlinePiece[], width: number): number {
  return Math.max(1, wrapInline(pieces, Math.max(1, width), 'anywhere').lines.length);
}

/** Measure the width that pieces take where nothing is broken, and that of their widest word. */
export function measureExtent(pieces: readonly InlinePiece[]): {
  readonly all: number;
  readonly word: number;
} {
  const { maxContent, minContent } = measureInline(pieces, 'normal');
  return { all: maxContent, word: minContent };
}

function mark(em: number, { size }: TextStyle): InlinePiece {
  return { width: em * size };
}
