/** Takes runs of text and a width and leaves how many lines they take, and the least and the most width they ask for. */
import { measureText } from '../measure/text-width.js';
import type { Run } from './runs.js';

/** Lines of a text. */
export interface Lines {
  readonly count: number;
  /** What things higher than a line add, in px. */
  readonly extra: number;
}

/** What a text asks of a column of a table, in px. */
export interface WantedWidth {
  /** The longest word. */
  readonly least: number;
  /** All of it on one line. */
  readonly most: number;
}

/** A piece that no line breaks inside, with the blank behind it. */
interface Piece {
  width: number;
  /** Width it asks for at least: code may be broken anywhere. */
  least: number;
  space: number;
  height: number;
  /** What it adds to its line, in px. */
  rise: number;
  breaks: boolean;
}

/** Count the lines of runs in a box. */
export function countLines(runs: readonly Run[], width: number, lineHeight: number): Lines {
  let count = 0;
  let used = Number.POSITIVE_INFINITY;
  let extra = 0;
  let highest = 0;
  for (const piece of cutPieces(runs)) {
    if (piece.width > 0 || count === 0) {
      if (used + piece.width <= width) used += piece.width;
      else {
        const lines = Math.max(1, Math.ceil(piece.width / Math.max(1, width)));
        count += lines;
        used = piece.width - (lines - 1) * width;
        extra += highest;
        highest = 0;
      }
      used += piece.space;
      highest = Math.max(highest, piece.height - lineHeight, piece.rise);
    }
    if (piece.breaks) used = Number.POSITIVE_INFINITY;
  }
  return { count, extra: extra + highest };
}

/** Measure what runs ask of a column. */
export function measureWanted(runs: readonly Run[]): WantedWidth {
  let least = 0;
  let most = 0;
  let line = 0;
  for (const piece of cutPieces(runs)) {
    least = Math.max(least, piece.least);
    most = Math.max(most, line + piece.width);
    line = piece.breaks ? 0 : line + piece.width + piece.space;
  }
  return { least, most };
}

/** Scripts without blanks break beside every letter, but not before what closes and behind what opens. */
const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const closes = '[、。，．：；？！ー…”’」』）】〉》〕]*';
const opens = '[“‘「『（【〈《〔]*';

/** Where a line may break: behind blanks and hyphens; beside every letter of scripts without blanks. */
const unit = new RegExp(
  String.raw`\s+|[^\s-]*-+(?=[\p{L}\p{N}(])|${opens}${letter}${closes}|(?:(?!${opens}${letter})[^\s-])+|-+`,
  'gu',
);
const ends = new RegExp(`-$|^${opens}${letter}`, 'u');

function cutPieces(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  const begin = (): Piece => {
    const piece = { width: 0, least: 0, space: 0, height: 0, rise: 0, breaks: false };
    pieces.push(piece);
    return piece;
  };
  for (const run of runs) {
    if (run.breaks || run.width !== undefined) {
      if (run.alone) open = undefined;
      open ??= begin();
      open.width += run.width ?? 0;
      open.least += run.width ?? 0;
      open.height = Math.max(open.height, run.height ?? 0);
      open.breaks = run.breaks === true;
      if (run.breaks || run.alone) open = undefined;
      continue;
    }
    for (const [text] of run.text.matchAll(unit)) {
      if (/^\s/.test(text)) {
        const last = pieces.at(-1);
        if (last) last.space = measureText(' ', run.style);
        open = undefined;
        continue;
      }
      open ??= begin();
      const width = measureText(text, run.style);
      open.width += width;
      open.least += run.anywhere ? 0 : width;
      open.rise = Math.max(open.rise, run.rise ?? 0);
      if (ends.test(text)) open = undefined;
    }
  }
  return pieces;
}
