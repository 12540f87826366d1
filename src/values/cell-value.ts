/** Takes the text of a cell and leaves what it means. Unknown, not applicable, "no" and empty are four different things. */
import { type DateValue, dateOfYear, readDate } from './date-value.js';
import { type NumberLocale, toEnglishNumbers } from './number-format.js';
import { type Quantity, readQuantity } from './quantity.js';

/** What a cell says. `length` counts the characters that the value takes; a detail may stand behind them. */
export type CellValue =
  | { readonly kind: 'empty' | 'text' | 'link' }
  | { readonly kind: 'na'; readonly length: number }
  | { readonly kind: 'unknown'; readonly written: string; readonly length: number }
  | StatusValue
  | { readonly kind: 'rating'; readonly value: number; readonly max: number; readonly length: number }
  | DateValue
  | { readonly kind: 'version'; readonly value: number }
  | Quantity;

/** The four answers that a criterion can have. */
export type Status = 'yes' | 'partial' | 'planned' | 'no';

/** An answer, with the author's own word for it, if it was a word. */
export interface StatusValue {
  readonly kind: 'status';
  readonly status: Status;
  readonly word: string | undefined;
  readonly length: number;
}

const glyphs: Readonly<Record<string, Status>> = {
  '✅': 'yes',
  '✔': 'yes',
  '✓': 'yes',
  '❌': 'no',
  '✘': 'no',
  '✗': 'no',
  '🟡': 'partial',
  '◐': 'partial',
  '⚠': 'partial',
  '🔜': 'planned',
};

/** What may stand between an answer and its detail. */
const delimiter = String.raw`(?:$|\s*[,;:—]\s*|\s+[–-]\s+|\s*(?=\())`;
const wordPattern = new RegExp(`^(yes|no|partial|planned)${delimiter}`, 'i');
/** U+FE0F asks for the coloured form of a character and is no character to its reader. */
const glyphPattern = new RegExp(`^(${Object.keys(glyphs).join('|')})\uFE0F?\\s*`, 'u');

/** What an author may declare the values of a row to be. */
export const valueTypes = ['quantity', 'status', 'rating', 'date', 'version', 'text'] as const;

/** How a cell is to be read. */
export interface ReadOptions {
  /** What all values of the row are declared to be. */
  readonly type?: (typeof valueTypes)[number] | undefined;
  /** Whose numbers they are; English by default. */
  readonly locale?: NumberLocale | undefined;
}

/** Read a cell. The first kind that fits counts, so that `No backend` is text and `n/a` is no division. */
export function readCellValue(text: string, { type, locale = 'en' }: ReadOptions = {}): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const { length } = trimmed;
  if (/^(n\/a|N\/A|NA|[—–-])$/.test(trimmed)) return { kind: 'na', length };
  if (/^(\?|unknown|TBD|TBC)$/i.test(trimmed)) return { kind: 'unknown', written: trimmed, length };
  const asQuantity = () => readQuantity(toEnglishNumbers(trimmed, locale));
  switch (type) {
    case undefined:
      break;
    case 'status':
      return readStatus(trimmed) ?? { kind: 'text' };
    case 'rating':
      return readRating(trimmed, anyScale) ?? { kind: 'text' };
    case 'date':
      return dateOfYear(trimmed) ?? readDate(trimmed) ?? { kind: 'text' };
    case 'version':
      return readVersion(trimmed, bareVersion) ?? { kind: 'text' };
    case 'quantity':
      return asQuantity() ?? { kind: 'text' };
    case 'text':
      return { kind: 'text' };
  }
  return (
    readStatus(trimmed) ??
    readRating(trimmed, usualScale) ??
    readDate(trimmed) ??
    readVersion(trimmed, clearVersion) ??
    asQuantity() ?? { kind: 'text' }
  );
}

/** The word must be the whole cell or be followed by a delimiter: `No backend implementation` is text. */
function readStatus(text: string): StatusValue | undefined {
  const glyph = glyphPattern.exec(text);
  const status = glyphs[glyph?.[1] ?? ''];
  const start = glyph?.[0].length ?? 0;
  const word = wordPattern.exec(text.slice(start));
  const said = word?.[1]?.toLowerCase() as Status | undefined;
  if (!status) return said && word ? makeStatus(said, word[1], word[0].length) : undefined;
  // `✅ yes, since 3.8` says one thing twice; `✅ no` keeps its word.
  if (word && said === status) return makeStatus(status, word[1], start + word[0].length);
  const behind = /^[,;:—]\s*/.exec(text.slice(start))?.[0].length ?? 0;
  return makeStatus(status, undefined, start + behind);
}

function makeStatus(status: Status, word: string | undefined, length: number): StatusValue {
  return { kind: 'status', status, word, length };
}

/** Out of 5, 10 or 100, so that a fraction such as `3/4` stays a text unless the author says that it is a rating. */
const usualScale = /^(\d+(?:\.\d+)?)\s*\/\s*(5|10|100)$/;
const anyScale = /^(\d+(?:\.\d+)?)\s*\/\s*([1-9]\d{0,2})$/;

function readRating(text: string, scale: RegExp): CellValue | undefined {
  const { length } = text;
  const share = scale.exec(text);
  if (share && Number(share[1]) <= Number(share[2])) {
    return { kind: 'rating', value: Number(share[1]), max: Number(share[2]), length };
  }
  if (!/^[★☆]{2,10}$/.test(text)) return undefined;
  return { kind: 'rating', value: text.match(/★/g)?.length ?? 0, max: length, length };
}

/** `v3.15` or at least two dots; declared to be one, also `3.15`. */
const clearVersion = /^(?:v(\d+(?:\.\d+)*)|(\d+\.\d+\.\d+(?:\.\d+)*))(-[\w.]+)?$/;
const bareVersion = /^v?(\d+(?:\.\d+)*)()(-[\w.]+)?$/;

/** As a number that orders as versions do: a pre-release comes before its release. */
function readVersion(text: string, pattern: RegExp): CellValue | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const parts = (match[1] ?? match[2] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0, fourth = 0] = parts;
  const value = major * 1e12 + minor * 1e8 + patch * 1e4 + fourth - (match[3] ? 0.5 : 0);
  return { kind: 'version', value };
}
