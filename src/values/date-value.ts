/** Takes the text of a cell and leaves the point in time that it names, no more precise than it is written, and where its detail begins. */
import { parseForm } from '../dates/date-forms.js';
import { isDateLanguage } from '../dates/date-languages.js';
import type { DayInterval } from '../dates/date-types.js';
import { formatDate, isoDate } from '../dates/format-date.js';

/** A date, with what may stand behind it as a detail. */
export interface DateValue {
  readonly kind: 'date';
  /** The days it covers. */
  readonly date: DayInterval;
  /** For `<time datetime>`; HTML has none for quarters, halves and decades. */
  readonly datetime: string | undefined;
  /** The date without its detail, as written. */
  readonly written: string;
  readonly length: number;
}

/** Read a point date: `2015-03-27`, `27 March 2015`, `Mar 2015`, `2015 Q3`, `2010s`. A bare year is a number. */
export function readDate(text: string): DateValue | undefined {
  for (const end of findEnds(text)) {
    const written = text.slice(0, end).trimEnd();
    const date = parseForm(written);
    if (!date || date.precision === 'year') continue;
    const behind = /^\s*[,;:]?\s*/.exec(text.slice(written.length))?.[0].length ?? 0;
    return { kind: 'date', date, datetime: isoDate(date), written, length: written.length + behind };
  }
  return undefined;
}

/**
 * Where a date may end: at the end, or before a delimiter and a detail, the longest first, as `March 27, 2015` has a comma of its
 * own. Dashes are left out, they would make it a range.
 */
function findEnds(text: string): number[] {
  const delimiters = [...text.matchAll(/[,;:]\s|\s*\(/g)].map(({ index }) => index);
  return [text.length, ...delimiters.slice(0, 3).toReversed()];
}

/** Make a date of a year: in a column of years, or where the author declares one. */
export function dateOfYear(year: string): DateValue | undefined {
  const date = parseForm(year);
  if (date?.precision !== 'year') return undefined;
  return { kind: 'date', date, datetime: isoDate(date), written: year, length: year.length };
}

/** Write an ISO date as it is read aloud in the deck's language; other forms, and other languages, keep what is written. */
export function writeDate({ date, written }: Pick<DateValue, 'date' | 'written'>, lang: string): string {
  const isIso = /^\d{4}-\d{2}(-\d{2})?$/.test(written);
  return isIso && isDateLanguage(lang) ? formatDate(date, 'long', lang) : written;
}
