/** Takes the text of a cell and leaves the point in time that it names, no more precise than it is written. */
import { findMonth, monthName, shortMonthName } from '../../dates/month-names.js';

/** A date, with what may stand behind it as a detail. */
export interface DateValue {
  readonly kind: 'date';
  /** First moment, in milliseconds, for ranking. */
  readonly value: number;
  /** For `<time datetime>`; HTML has none for quarters, halves and decades. */
  readonly datetime: string | undefined;
  /** The date without its detail, as written. */
  readonly written: string;
  readonly length: number;
}

/** What may follow a date: nothing, or a delimiter and a detail. Dashes are left out, they would make it a range. */
const end = String.raw`(?=$|\s*[,;:]\s|\s*\()`;
const name = String.raw`([A-Za-z]{3,9})\.?`;

type Read = (first: string, second: string, third: string) => Moment | undefined;
type Moment = Pick<DateValue, 'value' | 'datetime'>;

const forms: readonly (readonly [pattern: RegExp, read: Read])[] = [
  form(String.raw`(\d{4})-(\d{2})-(\d{2})`, (year, month, day) => momentOf(year, Number(month), Number(day))),
  form(String.raw`(\d{4})-(\d{2})`, (year, month) => momentOf(year, Number(month))),
  form(String.raw`(\d{4})[- ]?Q([1-4])`, (year, quarter) => spanOf(year, Number(quarter) * 3 - 2)),
  form(String.raw`Q([1-4])[- ]?(\d{4})`, (quarter, year) => spanOf(year, Number(quarter) * 3 - 2)),
  form(String.raw`(\d{4})[- ]?H([12])`, (year, half) => spanOf(year, Number(half) * 6 - 5)),
  form(String.raw`(\d{3}0)s`, (year) => spanOf(year, 1)),
  form(String.raw`(\d{1,2}) ${name} (\d{4})`, (day, month, year) =>
    momentOf(year, findMonth(month) ?? 0, Number(day)),
  ),
  form(String.raw`${name} (\d{1,2}), (\d{4})`, (month, day, year) =>
    momentOf(year, findMonth(month) ?? 0, Number(day)),
  ),
  form(String.raw`${name} (\d{4})`, (month, year) => momentOf(year, findMonth(month) ?? 0)),
];

/** Read a point date: `2015-03-27`, `2015-03`, `27 March 2015`, `Mar 2015`, `2015 Q3`. A bare year is a number. */
export function readDate(text: string): DateValue | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    const moment = match && read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (!moment) continue;
    const [written] = match;
    const behind = /^\s*[,;:]?\s*/.exec(text.slice(written.length))?.[0].length ?? 0;
    return { kind: 'date', ...moment, written, length: written.length + behind };
  }
  return undefined;
}

/** Make a date of a year that stands in a row of years. */
export function dateOfYear(year: string): DateValue {
  return { kind: 'date', ...spanOf(year, 1), datetime: year, written: year, length: year.length };
}

/** Write an ISO date as it is read aloud, never more precise than written; other forms stay as they are. */
export function formatDate(written: string, style: 'short' | 'long'): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (!match) return written;
  const month = Number(match[2]);
  const day = match[3] === undefined ? '' : `${Number(match[3])} `;
  return `${day}${style === 'short' ? shortMonthName(month) : monthName(month)} ${match[1]}`;
}

function form(pattern: string, read: Read): readonly [RegExp, Read] {
  return [new RegExp(`^${pattern}${end}`), read];
}

/** Make a moment of a day or month that exists. */
function momentOf(year: string, month: number, day?: number): Moment | undefined {
  if (month < 1 || month > 12) return undefined;
  const date = new Date(Date.UTC(Number(year), month - 1, day ?? 1));
  if (date.getUTCMonth() !== month - 1 || day === 0) return undefined;
  const parts = [year, String(month).padStart(2, '0')];
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return { value: date.getTime(), datetime: parts.join('-') };
}

function spanOf(year: string, month: number): Moment {
  return { value: Date.UTC(Number(year), month - 1), datetime: undefined };
}
