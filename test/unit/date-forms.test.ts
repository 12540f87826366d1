/** Every form of a date that is read, with what is printed of it, and every one that is refused, with the question. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDate } from '../../src/components/timeline/print-date.js';
import { toYmd } from '../../src/dates/calendar.js';
import { firstDay, lastDay, type Precision } from '../../src/dates/date-types.js';
import { formatDate } from '../../src/dates/format-date.js';
import { parseFuzzyDate } from '../../src/dates/fuzzy-date.js';
import { selectStrings } from '../../src/strings.js';

const runs = process.env.LECTERN_FULL ? 1000 : Number(process.env.LECTERN_RUNS ?? 100);

function print(written: string, lang = 'en'): string | undefined {
  const { date } = parseFuzzyDate(written);
  return (
    date && printDate(date, { dates: 'auto', now: undefined }, { lang, strings: selectStrings(lang) }).text
  );
}

const accepted = [
  ['2015', '2015'],
  ['2015-03', 'Mar 2015'],
  ['2015-03-27', '27 Mar 2015'],
  ['2010s', '2010s'],
  ['2015 Q3', 'Q3 2015'],
  ['Q3 2015', 'Q3 2015'],
  ['2015-Q3', 'Q3 2015'],
  ['2015-H1', 'H1 2015'],
  ['Mar 2015', 'Mar 2015'],
  ['March 2015', 'Mar 2015'],
  ['27 March 2015', '27 Mar 2015'],
  ['spring 2015', 'Spring 2015'],
  ['summer 2015', 'Summer 2015'],
  ['autumn 2015', 'Autumn 2015'],
  ['fall 2015', 'Autumn 2015'],
  ['winter 2015', 'Winter 2015'],
  ['c. 2015', 'c. 2015'],
  ['ca. 2015', 'c. 2015'],
  ['~2015', 'c. 2015'],
  ['about 2015', 'c. 2015'],
  ['2015~', 'c. 2015'],
  ['2015?', '2015?'],
  ['44 BC', '44 BC'],
  ['2016-09..2017-01', 'Sep 2016–Jan 2017'],
  ['2016-09–2017-01', 'Sep 2016–Jan 2017'],
  ['2016-09—2017-01', 'Sep 2016–Jan 2017'],
  ['2016 - 2017', '2016–2017'],
  ['2016 -- 2017', '2016–2017'],
  ['2016 → 2017', '2016–2017'],
  ['2016 to 2017', '2016–2017'],
  ['2016/2017', '2016–2017'],
  ['2015-03..', 'since Mar 2015'],
  ['since 2015-03', 'since Mar 2015'],
  ['..2015', 'until 2015'],
  ['until 2015', 'until 2015'],
  ['2015-03..now', 'since Mar 2015'],
] as const;

const refused = [
  ['03/04/2015', 'timeline-date-ambiguous', 'Day or month first?'],
  ['3.4.2015', 'timeline-date-ambiguous', 'Day or month first?'],
  ['15', 'timeline-date-short-year', 'Which century?'],
  ["'15", 'timeline-date-short-year', 'Which century?'],
  ['2015-13', 'timeline-date-invalid', 'There is no month 13.'],
  ['2015-16', 'timeline-date-span', 'For a span write `2015..2016`.'],
  ['2015-21', 'timeline-date-span', 'For a span write `2015..2021`.'],
  ['2015-02-30', 'timeline-date-invalid', 'February 2015 has 28 days.'],
  ['2015-3', 'timeline-date-invalid', 'Write `2015-03`.'],
  ['2015/03/27', 'timeline-date-invalid', 'Write `2015-03-27`.'],
  ['2015-03-27 10:30', 'timeline-date-time', 'Write the day only'],
  ['2015-03-27T10:30', 'timeline-date-time', 'Write the day only'],
  ['10:30', 'timeline-date-time', 'Write the day only'],
  ['yesterday', 'timeline-date-invalid', 'Write `2015`'],
  ['2016-09..2015-01', 'timeline-range-reversed', '`2015-01..2016-09`'],
] as const;

describe('dates', () => {
  it('come in thirty-six forms, and fifteen are asked back about', () => {
    expect([accepted.length, refused.length]).toEqual([36, 15]);
  });

  it.each(accepted)('%s is printed as %s', (written, printed) => {
    expect(print(written)).toBe(printed);
  });

  it.each(refused)('%s is %s', (written, rule, question) => {
    const { problem } = parseFuzzyDate(written);
    expect(problem?.rule).toBe(rule);
    expect(problem?.note).toContain(question);
  });

  it.each([
    ['de', '27. März 2015', 'Sept. 2016–Jan. 2017', '44 v. Chr.'],
    ['fr', '27 mars 2015', 'sept. 2016–janv. 2017', '44 av. J.-C.'],
    ['es', '27 mar 2015', 'sept 2016–ene 2017', '44 a. C.'],
    ['zh', '2015年3月27日', '2016年9月–2017年1月', '公元前44年'],
    ['ja', '2015年3月27日', '2016年9月–2017年1月', '紀元前44年'],
  ])('are printed in the language of the deck: %s', (lang, day, range, year) => {
    expect(['2015-03-27', '2016-09..2017-01', '44 BC'].map((written) => print(written, lang))).toEqual([
      day,
      range,
      year,
    ]);
  });
});

/** Days that a precision covers, least and most. */
const lengths: Readonly<Record<Precision, readonly [number, number]>> = {
  day: [1, 1],
  month: [28, 31],
  season: [90, 92],
  quarter: [90, 92],
  half: [181, 184],
  year: [365, 366],
  decade: [3652, 3653],
};

const two = (number: number): string => String(number).padStart(2, '0');
const written = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) =>
    fc.constantFrom<[string, Precision]>(
      [`${year}`, 'year'],
      [`${year}-${two(month)}`, 'month'],
      [`${year}-${two(month)}-${two(day)}`, 'day'],
      [`${Math.floor(year / 10)}0s`, 'decade'],
      [`${year} Q${Math.ceil(month / 3)}`, 'quarter'],
      [`${year}-H${Math.ceil(month / 6)}`, 'half'],
      [`summer ${year}`, 'season'],
      [`~${year}`, 'year'],
      [`${year}-${two(month)}?`, 'month'],
    ),
  );

describe('precision', () => {
  it('is never invented, neither in days nor in print', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('auto', 'iso', 'short', 'long'), ([text, precision], style) => {
        const { date } = parseFuzzyDate(text);
        if (date?.kind !== 'point') throw new Error(`${text} is no date`);
        expect(date.at.precision).toBe(precision);
        const days = lastDay(date) - firstDay(date) + 1;
        const [least, most] = lengths[precision];
        expect(days >= least && days <= most).toBe(true);
        // What is printed is read as the same days, or as more of them.
        const again = parseFuzzyDate(formatDate(date.at, style)).date;
        if (!again) throw new Error(`${formatDate(date.at, style)} is no date`);
        expect(firstDay(again)).toBeLessThanOrEqual(firstDay(date));
        expect(lastDay(again)).toBeGreaterThanOrEqual(lastDay(date));
        expect(toYmd(firstDay(again)).year).toBe(toYmd(firstDay(date)).year);
      }),
      { numRuns: runs },
    );
  });
});
