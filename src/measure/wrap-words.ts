/**
 * Takes words that were measured one by one and leaves lines, as a browser fills them. `wrapInline` knows kerning and all places
 * where a line may end; this is for words whose widths the caller alone knows.
 */
import type { Line } from './wrap.js';

/** A word, or a run that must not be broken, with its width in px. */
export interface MeasuredWord {
  readonly text: string;
  readonly width: number;
}

/** Break measured words into lines. */
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
