/** Takes the text of one date and leaves the days it covers, for every form that has exactly one reading. */
import { daysInMonth, monthStart, toDayNumber } from './calendar.js';
import type { DayInterval, Precision } from './date-types.js';
import { findMonth } from './month-names.js';

/** Months are counted from March; a winter is the one that begins in its year. */
const seasonStart: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

/** A year: three or four digits, or any number with its era. */
const yearPattern = String.raw`(\d{3,4}|\d{1,6} ?(?:BCE?|B\.C\.?(?:E\.?)?|CE|AD)|AD ?\d{1,4})`;
const namePattern = String.raw`([A-Za-z]{3,9})\.?`;

interface Form {
  readonly pattern: RegExp;
  readonly read: (first: string, second: string, third: string) => DayInterval | undefined;
}

const forms: readonly Form[] = [
  form('(\\d{4})-(\\d{2})-(\\d{2})', (y, m, d) => day(Number(y), Number(m), Number(d))),
  form('(\\d{4})-(\\d{2})', (y, m) => months(Number(y), Number(m), 1, 'month')),
  form('(\\d{3,4})0s', (y) => months(Number(y) * 10, 1, 120, 'decade')),
  form('(\\d{4})[- ]?Q([1-4])', (y, q) => months(Number(y), Number(q) * 3 - 2, 3, 'quarter')),
  form('Q([1-4])[- ]?(\\d{4})', (q, y) => months(Number(y), Number(q) * 3 - 2, 3, 'quarter')),
  form('(\\d{4})[- ]?H([12])', (y, half) => months(Number(y), Number(half) * 6 - 5, 6, 'half')),
  form('H([12])[- ]?(\\d{4})', (half, y) => months(Number(y), Number(half) * 6 - 5, 6, 'half')),
  form(`(spring|summer|autumn|fall|winter) ${yearPattern}`, (season, y) =>
    months(readYear(y), seasonStart[season.toLowerCase()], 3, 'season'),
  ),
  form(`${namePattern} ${yearPattern}`, (month, y) => months(readYear(y), findMonth(month), 1, 'month')),
  form(`(\\d{1,2}) ${namePattern} ${yearPattern}`, (d, month, y) =>
    day(readYear(y), findMonth(month), Number(d)),
  ),
  form(`${namePattern} (\\d{1,2}), ${yearPattern}`, (month, d, y) =>
    day(readYear(y), findMonth(month), Number(d)),
  ),
  form(yearPattern, (y) => months(readYear(y), 1, 12, 'year')),
];

/** Read one date without marks of doubt. */
export function parseForm(text: string): DayInterval | undefined {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (match) return read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  return undefined;
}

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`^${pattern}$`, 'i'), read };
}

/** Turn "44 BC" into the astronomical year -43. There was no year 0, so "0 BC" is no year. */
function readYear(text: string): number | undefined {
  const value = Number(/\d+/.exec(text)?.[0]);
  if (value === 0) return undefined;
  return /B/i.test(text) ? 1 - value : value;
}

function months(
  year: number | undefined,
  month: number | undefined,
  count: number,
  precision: Precision,
): DayInterval | undefined {
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  return { first: monthStart(year, month), last: monthStart(year, month + count) - 1, precision };
}

function day(year: number | undefined, month: number | undefined, date: number): DayInterval | undefined {
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  const number = toDayNumber({ year, month, day: date });
  return { first: number, last: number, precision: 'day' };
}
