/** Takes a written date and leaves how it is printed and its `datetime`: never more precise than it was written. */
import { toYmd } from './calendar.js';
import type { DayInterval } from './date-types.js';
import { monthName, shortMonthName } from './month-names.js';

/** How dates are printed: `27 Mar 2015`, `2015-03-27`, `Mar 2015` (no days, for narrow labels), `27 March 2015`. */
export type DateStyle = 'auto' | 'iso' | 'short' | 'long';

const seasons: Readonly<Record<number, string>> = { 3: 'Spring', 6: 'Summer', 9: 'Autumn', 12: 'Winter' };

/** Print a date. */
export function formatDate(date: DayInterval, style: DateStyle = 'auto'): string {
  const { year, month, day } = toYmd(date.first);
  const iso = style === 'iso' ? isoDate(date) : undefined;
  if (iso) return iso;
  const name = style === 'long' ? monthName(month) : shortMonthName(month);
  switch (date.precision) {
    case 'day':
      return style === 'short' ? `${name} ${formatYear(year)}` : `${day} ${name} ${formatYear(year)}`;
    case 'month':
      return `${name} ${formatYear(year)}`;
    case 'season':
      return `${seasons[month] ?? ''} ${formatYear(year)}`;
    case 'quarter':
      return `Q${(month + 2) / 3} ${formatYear(year)}`;
    case 'half':
      return `H${(month + 5) / 6} ${formatYear(year)}`;
    case 'year':
      return formatYear(year);
    default:
      return `${formatYear(year)}s`;
  }
}

/** Print a year; a small one says its era, as no one reads "79" as a year. */
export function formatYear(year: number): string {
  if (year < 1) return `${1 - year} BC`;
  return year < 100 ? `${year} AD` : String(year);
}

/** Write the value of a `datetime` attribute. HTML has none for quarters, seasons, decades and years before 1. */
export function isoDate({ first, precision }: DayInterval): string | undefined {
  const { year, month, day } = toYmd(first);
  if (year < 1) return undefined;
  const parts = [String(year).padStart(4, '0'), two(month), two(day)];
  const count = { day: 3, month: 2, year: 1, season: 0, quarter: 0, half: 0, decade: 0 }[precision];
  return count === 0 ? undefined : parts.slice(0, count).join('-');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
