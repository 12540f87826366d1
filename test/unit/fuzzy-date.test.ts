import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, toDayNumber, toYmd } from '../../src/dates/calendar.js';
import { firstDay, lastDay } from '../../src/dates/date-types.js';
import { formatDate, isoDate } from '../../src/dates/format-date.js';
import { parseFuzzyDate } from '../../src/dates/fuzzy-date.js';

/** Written → first day, last day, precision of its first date. */
const points: [string, string, string, string][] = [
  ['2015', '2015-01-01', '2015-12-31', 'year'],
  ['2015-03', '2015-03-01', '2015-03-31', 'month'],
  ['2015-03-27', '2015-03-27', '2015-03-27', 'day'],
  ['2016-02', '2016-02-01', '2016-02-29', 'month'],
  ['2010s', '2010-01-01', '2019-12-31', 'decade'],
  ['2015 Q3', '2015-07-01', '2015-09-30', 'quarter'],
  ['Q3 2015', '2015-07-01', '2015-09-30', 'quarter'],
  ['2015-Q3', '2015-07-01', '2015-09-30', 'quarter'],
  ['2015-H1', '2015-01-01', '2015-06-30', 'half'],
  ['H2 2015', '2015-07-01', '2015-12-31', 'half'],
  ['Mar 2015', '2015-03-01', '2015-03-31', 'month'],
  ['March 2015', '2015-03-01', '2015-03-31', 'month'],
  ['27 March 2015', '2015-03-27', '2015-03-27', 'day'],
  ['27 Mar 2015', '2015-03-27', '2015-03-27', 'day'],
  ['March 27, 2015', '2015-03-27', '2015-03-27', 'day'],
  ['spring 2015', '2015-03-01', '2015-05-31', 'season'],
  ['summer 2015', '2015-06-01', '2015-08-31', 'season'],
  ['autumn 2015', '2015-09-01', '2015-11-30', 'season'],
  ['fall 2015', '2015-09-01', '2015-11-30', 'season'],
  ['Winter 2015', '2015-12-01', '2016-02-29', 'season'],
  ['476', '476-01-01', '476-12-31', 'year'],
  ['44 BC', '-43-01-01', '-43-12-31', 'year'],
  ['44 BCE', '-43-01-01', '-43-12-31', 'year'],
  ['15 March 44 BC', '-43-03-15', '-43-03-15', 'day'],
  ['79 AD', '79-01-01', '79-12-31', 'year'],
];

const ranges: [string, string | undefined, string | undefined][] = [
  ['2016-09..2017-01', '2016-09-01', '2017-01-31'],
  ['2016-09…2017-01', '2016-09-01', '2017-01-31'],
  ['2016-09 – 2017-01', '2016-09-01', '2017-01-31'],
  ['2016-09–2017-01', '2016-09-01', '2017-01-31'],
  ['2016—2017', '2016-01-01', '2017-12-31'],
  ['2016 - 2017', '2016-01-01', '2017-12-31'],
  ['2016-09 -- 2017-01', '2016-09-01', '2017-01-31'],
  ['2016 → 2017', '2016-01-01', '2017-12-31'],
  ['Sep 2016 to Jan 2017', '2016-09-01', '2017-01-31'],
  ['2016/2017', '2016-01-01', '2017-12-31'],
  ['2016-09/2017-01', '2016-09-01', '2017-01-31'],
  ['50 BC..50 AD', '-49-01-01', '50-12-31'],
  ['2015-03..', '2015-03-01', undefined],
  ['2015-03/..', '2015-03-01', undefined],
  ['since 2015-03', '2015-03-01', undefined],
  ['..2015', undefined, '2015-12-31'],
  ['until 2015', undefined, '2015-12-31'],
  ['2015-03..now', '2015-03-01', undefined],
  ['2015-03…present', '2015-03-01', undefined],
];

/** Written → rule, and the reading that is asked for. */
const refused: [string, string, string][] = [
  ['-500', 'timeline-date-invalid', '500 BC'],
  ['−500', 'timeline-date-invalid', '501 BC'],
  ['0', 'timeline-date-invalid', '1 BC'],
  ['500 v. Chr.', 'timeline-date-invalid', '500 BC'],
  ['03/04/2015', 'timeline-date-ambiguous', '`2015-04-03` or `2015-03-04`'],
  ['3.4.2015', 'timeline-date-ambiguous', '`2015-04-03` or `2015-03-04`'],
  ['27.3.2015', 'timeline-date-ambiguous', 'Write `2015-03-27`'],
  ['15', 'timeline-date-short-year', '`2015` or `1915`'],
  ["'15", 'timeline-date-short-year', '`2015` or `1915`'],
  ['2015-13', 'timeline-date-invalid', 'no month 13'],
  ['2015-13-01', 'timeline-date-invalid', 'no month 13'],
  ['2015-16', 'timeline-date-span', '`2015..2016`'],
  ['2015-21', 'timeline-date-span', '`2015..2021`'],
  ['2015–16', 'timeline-date-span', '`2015..2016`'],
  ['2015/16', 'timeline-date-span', '`2015..2016`'],
  ['2015-02-30', 'timeline-date-invalid', 'February 2015 has 28 days'],
  ['2015-3', 'timeline-date-invalid', '`2015-03`'],
  ['2015-3-7', 'timeline-date-invalid', '`2015-03-07`'],
  ['2015/03/27', 'timeline-date-invalid', '`2015-03-27`'],
  ['2015/03', 'timeline-date-invalid', '`2015-03`'],
  ['03/2015', 'timeline-date-invalid', '`2015-03`'],
  ['2015-03-27 10:30', 'timeline-date-time', 'the day only'],
  ['2015-03-27T10:30:00Z', 'timeline-date-time', 'the day only'],
  ['yesterday', 'timeline-date-invalid', 'Write `2015`'],
  ['0 BC', 'timeline-date-invalid', '1 AD'],
  ['31 June 2015', 'timeline-date-invalid', 'Write `2015`'],
  ['', 'timeline-date-invalid', 'Write `2015`'],
  ['..', 'timeline-date-invalid', 'Write `2015`'],
  ['2016-09..2015-01', 'timeline-range-reversed', '`2015-01..2016-09`'],
  ['2016..15', 'timeline-date-short-year', '`2015` or `1915`'],
];

describe('parseFuzzyDate', () => {
  it.each(points)('reads %s', (written, first, last, precision) => {
    const { date } = parseFuzzyDate(written);
    expect(date && [plain(firstDay(date)), plain(lastDay(date))]).toEqual([first, last]);
    expect(date?.kind === 'point' && date.at.precision).toBe(precision);
  });

  it.each(ranges)('reads the range %s', (written, first, last) => {
    const { date } = parseFuzzyDate(written);
    expect(date?.kind).toBe('range');
    expect(date && [plain(firstDay(date)), plain(lastDay(date))]).toEqual([first, last]);
  });

  it.each(refused)('asks back at %s', (written, rule, note) => {
    const { problem } = parseFuzzyDate(written);
    expect(problem?.rule).toBe(rule);
    expect(problem?.reason).toMatch(/^Unexpected .+, expected .+/);
    expect(problem?.note).toContain(note);
  });

  it.each(['c. 2015', 'ca. 2015', '~2015', 'about 2015', '2015~'])('takes %s as approximate', (written) => {
    const { date } = parseFuzzyDate(written);
    expect(date?.kind === 'point' && date.at).toMatchObject({ approximate: true, uncertain: false });
  });

  it('takes a question mark as uncertain', () => {
    const { date } = parseFuzzyDate('2015?');
    expect(date?.kind === 'point' && date.at).toMatchObject({ approximate: false, uncertain: true });
  });

  it('ends a range now', () => {
    expect(parseFuzzyDate('2015..now').date).toMatchObject({ to: 'now' });
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { date, problem } = parseFuzzyDate(text);
        expect(Boolean(date) !== Boolean(problem)).toBe(true);
      }),
    );
  });
});

describe('formatDate', () => {
  it.each([
    ['2015-03-27', '27 Mar 2015', '2015-03-27', 'Mar 2015', '27 March 2015'],
    ['2015-03', 'Mar 2015', '2015-03', 'Mar 2015', 'March 2015'],
    ['2015', '2015', '2015', '2015', '2015'],
    ['2010s', '2010s', undefined, '2010s', '2010s'],
    ['2015 Q3', 'Q3 2015', undefined, 'Q3 2015', 'Q3 2015'],
    ['2015-H2', 'H2 2015', undefined, 'H2 2015', 'H2 2015'],
    ['spring 2015', 'Spring 2015', undefined, 'Spring 2015', 'Spring 2015'],
    ['44 BC', '44 BC', undefined, '44 BC', '44 BC'],
    ['79 AD', '79 AD', '0079', '79 AD', '79 AD'],
  ])('prints %s at its own precision', (written, auto, datetime, short, long) => {
    const { date } = parseFuzzyDate(written);
    if (date?.kind !== 'point') throw new Error('not a date');
    expect(formatDate(date.at)).toBe(auto);
    expect(isoDate(date.at)).toBe(datetime);
    expect(formatDate(date.at, 'short')).toBe(short);
    expect(formatDate(date.at, 'long')).toBe(long);
  });
});

describe('day numbers', () => {
  it('agree with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 3_000_000 }), (number) => {
        const { year, month, day } = toYmd(number);
        const date = new Date(number * 86_400_000);
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(toDayNumber({ year, month, day })).toBe(number);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });
});

function plain(day: number): string | undefined {
  if (!Number.isFinite(day)) return undefined;
  const { year, month, day: date } = toYmd(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
