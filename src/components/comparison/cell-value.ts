/** Takes the text of a cell and leaves what it means. Unknown, not applicable, "no" and empty are four different things. */
import { type Quantity, readQuantity } from './quantity.js';

/** What a cell says. */
export type CellValue =
  | { readonly kind: 'empty' | 'na' | 'unknown' | 'text' }
  | {
      readonly kind: 'status';
      readonly status: Status /** Characters that the word and its delimiter take. */;
      readonly length: number;
    }
  | { readonly kind: 'rating'; readonly value: number; readonly max: number }
  | { readonly kind: 'date' /** For `<time datetime>`. */; readonly datetime: string }
  | { readonly kind: 'version'; readonly value: string }
  | Quantity;

/** The four answers that a criterion can have. */
export type Status = 'yes' | 'partial' | 'planned' | 'no';

const glyphs: Readonly<Record<string, Status>> = {
  '✅': 'yes',
  '✔': 'yes',
  '✔️': 'yes',
  '❌': 'no',
  '✘': 'no',
  '🟡': 'partial',
  '◐': 'partial',
  '⚠️': 'partial',
  '🔜': 'planned',
};

/** Read a cell. The first kind that fits counts, so that `No backend` is text and `n/a` is no division. */
export function readCellValue(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (/^(n\/a|NA|[—–-])$/i.test(trimmed) && trimmed !== 'na') return { kind: 'na' };
  if (/^(\?|unknown|TBD|TBC)$/i.test(trimmed)) return { kind: 'unknown' };
  return (
    readStatus(trimmed) ??
    readRating(trimmed) ??
    readDate(trimmed) ??
    readVersion(trimmed) ??
    readQuantity(trimmed) ?? { kind: 'text' }
  );
}

/** The word must be the whole cell or be followed by a delimiter: `No backend implementation` is text. */
function readStatus(text: string): CellValue | undefined {
  const word = /^(yes|no|partial|planned)(?:$|\s*[,;:—]\s*|\s+(?=\()|\s*(?=\())/i.exec(text);
  if (word) return { kind: 'status', status: word[1]?.toLowerCase() as Status, length: word[0].length };
  const glyph = Object.keys(glyphs)
    .sort((a, b) => b.length - a.length)
    .find((one) => text.startsWith(one));
  if (!glyph) return undefined;
  const behind = text.slice(glyph.length).match(/^️?\s*[,;:—]?\s*/)?.[0] ?? '';
  return { kind: 'status', status: glyphs[glyph] ?? 'yes', length: glyph.length + behind.length };
}

function readRating(text: string): CellValue | undefined {
  const share = /^(\d+(?:\.\d+)?)\s*\/\s*(5|10|100)$/.exec(text);
  if (share && Number(share[1]) <= Number(share[2])) {
    return { kind: 'rating', value: Number(share[1]), max: Number(share[2]) };
  }
  if (!/^[★☆]{2,10}$/.test(text)) return undefined;
  return { kind: 'rating', value: text.match(/★/g)?.length ?? 0, max: text.length };
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Point dates: `2015-03-27`, `2015-03`, `27 March 2015`, `Mar 2015`. A bare year is a number. */
function readDate(text: string): CellValue | undefined {
  const iso = /^\d{4}-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (iso && Number(iso[1]) >= 1 && Number(iso[1]) <= 12 && Number(iso[2] ?? 1) <= 31)
    return { kind: 'date', datetime: text };
  const written = /^(?:(\d{1,2}) )?([A-Za-z]{3,9})\.? (\d{4})$/.exec(text);
  const name = written?.[2]?.toLowerCase() ?? '';
  const month = months.findIndex((one) => one === name || one.slice(0, 3) === name) + 1;
  if (!written || month === 0) return undefined;
  const day = written[1] ? `-${written[1].padStart(2, '0')}` : '';
  return { kind: 'date', datetime: `${written[3]}-${String(month).padStart(2, '0')}${day}` };
}

function readVersion(text: string): CellValue | undefined {
  return /^(v\d+(\.\d+)*|\d+\.\d+\.\d+(\.\d+)*)(-[\w.]+)?$/.test(text)
    ? { kind: 'version', value: text }
    : undefined;
}
