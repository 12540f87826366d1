/** Takes a written date and leaves how it is printed and its `datetime`: never more precise than it was written. */
import { toYmd } from './calendar.js';
import { dateLanguage } from './date-languages.js';
import type { DayInterval } from './date-types.js';

/** How dates are printed: `27 Mar 2015`, `2015-03-27`, `Mar 2015` (no days, for narrow labels), `27 March 2015`. */
export type DateStyle = 'auto' | 'iso' | 'short' | 'long';

/** Print a date in the words of a language. */
export function formatDate(date: DayInterval, style: DateStyle = 'auto', lang = 'en'): string {
  const iso = style === 'iso' ? isoDate(date) : undefined;
  if (iso) return iso;
  const { year: number, month, day } = toYmd(date.first);
  const language = dateLanguage(lang);
  const isLong = style === 'long';
  const name = (isLong ? language.months : language.shortMonths)[month - 1] ?? '';
  const year = formatYear(number, lang);
  // A year with its era has its own unit in the languages that write one.
  const bare = number < 100 ? year.replace(/年$/, '') : year;
  switch (date.precision) {
    case 'day':
      return style === 'short' ? language.month(name, bare, isLong) : language.day(day, name, bare, isLong);
    case 'month':
      return language.month(name, bare, isLong);
    case 'season':
      return language.month(language.seasons[month] ?? '', bare, false);
    case 'quarter':
      return language.quarter((month + 2) / 3, bare);
    case 'half':
      return language.half((month + 5) / 6, bare);
    case 'year':
      return number < 100 ? year : language.year(year);
    default:
      return language.decade(bare);
  }
}

/** Print a year as an axis has it; a small one says its era, as no one reads "79" as a year. */
export function formatYear(year: number, lang = 'en'): string {
  const language = dateLanguage(lang);
  if (year < 1) return language.before(1 - year);
  return year < 100 ? language.early(year) : String(year);
}

/** Print a month as an axis has it, the year with the first one. */
export function formatTickMonth(year: number, month: number, lang = 'en'): string {
  const language = dateLanguage(lang);
  const name = language.shortMonths[month - 1] ?? '';
  return month === 1 ? language.month(name, formatYear(year, lang), false) : name;
}

/** Print a quarter as an axis has it, the year with the first one. */
export function formatTickQuarter(year: number, quarter: number, lang = 'en'): string {
  const language = dateLanguage(lang);
  return quarter === 1 ? language.quarter(1, formatYear(year, lang)) : language.shortQuarter(quarter);
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
