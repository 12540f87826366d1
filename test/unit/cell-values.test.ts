/** What the text of a cell means, figure for figure: answers, ratings, versions, numbers with their interval and unit, dates with a detail. */
import { describe, expect, test } from 'vitest';
import { parseForm } from '../../src/dates/date-forms.js';
import { readCellValue, type Status } from '../../src/values/cell-value.js';
import { dateOfYear, readDate, writeDate } from '../../src/values/date-value.js';
import {
  findNumberLocale,
  type NumberLocale,
  numberLocales,
  toEnglishNumbers,
  writeNumber,
} from '../../src/values/number-format.js';
import { type Quantity, readQuantity } from '../../src/values/quantity.js';
import { readUnit } from '../../src/values/units.js';

describe('an answer', () => {
  const glyphs: readonly [string, Status][] = [
    ['✅', 'yes'],
    ['✔', 'yes'],
    ['✓', 'yes'],
    ['❌', 'no'],
    ['✘', 'no'],
    ['✗', 'no'],
    ['🟡', 'partial'],
    ['◐', 'partial'],
    ['⚠', 'partial'],
    ['🔜', 'planned'],
  ];
  test.each(glyphs)('%s is %s', (glyph, status) => {
    expect(readCellValue(glyph)).toEqual({ kind: 'status', status, word: undefined, length: glyph.length });
    expect(readCellValue(`${glyph}\uFE0F  words`)).toMatchObject({ status, length: glyph.length + 3 });
  });

  test.each<[string, Status, string | undefined, number]>([
    ['yes', 'yes', 'yes', 3],
    ['NO', 'no', 'NO', 2],
    ['Partial', 'partial', 'Partial', 7],
    ['planned (2027)', 'planned', 'planned', 8],
    ['yes, since 3.8', 'yes', 'yes', 5],
    ['yes ; but', 'yes', 'yes', 6],
    ['no: never', 'no', 'no', 4],
    ['no — archived', 'no', 'no', 5],
    ['no—archived', 'no', 'no', 3],
    ['no - archived', 'no', 'no', 5],
    ['no – archived', 'no', 'no', 5],
    ['  yes  ', 'yes', 'yes', 3],
    ['✅ yes, since 3.8', 'yes', 'yes', 7],
    ['✅ no', 'yes', undefined, 2],
    ['✅, since 3.8', 'yes', undefined, 3],
    ['✅ — since', 'yes', undefined, 4],
    ['✅ a, b', 'yes', undefined, 2],
  ])('%j is %s', (text, status, word, length) => {
    expect(readCellValue(text)).toEqual({ kind: 'status', status, word, length });
    expect(readCellValue(text, { type: 'status' })).toEqual({ kind: 'status', status, word, length });
  });

  test.each(['No backend', 'yes/no', 'no-code', 'yesterday', 'oh yes', 'a ✅', 'none'])(
    '%j is none',
    (text) => {
      expect(readCellValue(text, { type: 'status' })).toEqual({ kind: 'text' });
    },
  );
});

describe('nothing and unknown', () => {
  test.each(['n/a', 'N/A', 'NA', '—', '–', '-', ' - '])('%j does not apply', (text) => {
    expect(readCellValue(text)).toEqual({ kind: 'na', length: text.trim().length });
  });
  test.each(['?', 'unknown', 'Unknown', 'TBD', 'tbc', ' ? '])('%j is not known', (text) => {
    const written = text.trim();
    expect(readCellValue(text)).toEqual({ kind: 'unknown', written, length: written.length });
  });
  test.each(['', '  '])('%j is empty', (text) => expect(readCellValue(text)).toEqual({ kind: 'empty' }));
  test.each(['n/a yet', 'not n/a', 'N/a', 'why?', '??', 'TBDs', 'unknowns', 'the unknown', '--', 'NAN'])(
    '%j is a text',
    (text) => expect(readCellValue(text)).toEqual({ kind: 'text' }),
  );
});

describe('a rating', () => {
  test.each<[string, number, number]>([
    ['4/5', 4, 5],
    ['4.5 / 5', 4.5, 5],
    ['10/10', 10, 10],
    ['0/5', 0, 5],
    ['80/100', 80, 100],
    ['12.25/100', 12.25, 100],
    ['★★★☆☆', 3, 5],
    ['☆☆', 0, 2],
    ['★★★★★★★★★★', 10, 10],
  ])('%j is %d of %d', (text, value, max) => {
    expect(readCellValue(text)).toEqual({ kind: 'rating', value, max, length: text.length });
    expect(readCellValue(text, { type: 'rating' })).toEqual({
      kind: 'rating',
      value,
      max,
      length: text.length,
    });
  });

  test.each<[string, number, number]>([
    ['3/4', 3, 4],
    ['7/7', 7, 7],
    ['0.5/12', 0.5, 12],
    ['99/999', 99, 999],
  ])('declared, %j is %d of %d', (text, value, max) => {
    expect(readCellValue(text)).toEqual({ kind: 'text' });
    expect(readCellValue(text, { type: 'rating' })).toEqual({
      kind: 'rating',
      value,
      max,
      length: text.length,
    });
  });

  test.each(['6/5', '3/0', '1/1000', 'a 4/5', '4/5 a', '★', '★★★★★★★★★★★', 'a★★', '★★a', '4./5', '/5'])(
    '%j is none',
    (text) => expect(readCellValue(text, { type: 'rating' })).toEqual({ kind: 'text' }),
  );
});

describe('a version', () => {
  const valueOf = (text: string, type?: 'version') => {
    const value = readCellValue(text, { type });
    return value.kind === 'version' ? value.value : value.kind;
  };
  test('is a number that orders as versions do', () => {
    const order = ['v1', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.0.1.1', '1.1.0', '1.10.0', 'v2.0', '10.0.0'];
    const values = order.map((text) => valueOf(text, 'version'));
    expect(values).toEqual([
      1e12,
      1e12 - 0.5,
      1e12,
      1e12 + 1e4,
      1e12 + 1e4 + 1,
      1e12 + 1e8,
      1e12 + 10e8,
      2e12,
      1e13,
    ]);
  });
  test.each(['v1', 'v3.15', '3.15.1', '1.2.3.4', '1.0.0-beta_2', 'v1-x'])('%j is one', (text) => {
    expect(typeof valueOf(text)).toBe('number');
  });
  test.each(['3.15', '3'])('%j is one where that is declared', (text) => {
    expect(valueOf(text)).toBe('quantity');
    expect(typeof valueOf(text, 'version')).toBe('number');
  });
  test.each(['version 3', '3.15.1 a', 'v', 'v.1', '1..2', '3.15.1-', '3.15.1-a b', 'x3.15.1'])(
    '%j is none',
    (text) => {
      expect(valueOf(text, 'version')).toBe('text');
    },
  );
});

describe('what the author declares', () => {
  test.each([
    ['2015', 'date', 'date'],
    ['2015', 'quantity', 'quantity'],
    ['2015', 'text', 'text'],
    ['4/5', 'date', 'text'],
    ['yes', 'quantity', 'text'],
    ['yes', 'text', 'text'],
    ['27 March 2015', 'date', 'date'],
    ['n/a', 'text', 'na'],
  ] as const)('%j as %s is %s', (text, type, kind) => expect(readCellValue(text, { type }).kind).toBe(kind));

  test('numbers are those of a language', () => {
    expect(readCellValue('1.234,5', { locale: 'de' })).toMatchObject({ kind: 'quantity', value: 1234.5 });
    expect(readCellValue('1.234,5')).toEqual({ kind: 'text' });
    expect(readCellValue('1.234,5', { type: 'quantity', locale: 'de' })).toMatchObject({ value: 1234.5 });
  });
});

describe('a number', () => {
  const plain: Quantity = {
    kind: 'quantity',
    value: 0,
    low: 0,
    high: 0,
    unit: undefined,
    scale: undefined,
    decimals: 0,
    exact: true,
  };
  const of = (value: number, more: Partial<Quantity> = {}): Quantity => ({
    ...plain,
    value,
    low: value,
    high: value,
    ...more,
  });
  const vague = { exact: false };

  test.each<[string, Quantity]>([
    ['0', of(0)],
    [' 32 ', of(32)],
    ['-3.50', of(-3.5, { decimals: 2 })],
    ['−3', of(-3)],
    ['+3', of(3)],
    ['1,305.52', of(1305.52, { decimals: 2 })],
    ['1,000,000', of(1_000_000)],
    ['4.8e6', of(4_800_000, { decimals: 1 })],
    ['1e-3', of(0.001)],
    ['2e+2', of(200)],
    ['94K', of(94_000, { scale: 'K' })],
    ['94k', of(94_000, { scale: 'k' })],
    ['2.3M', of(2_300_000, { scale: 'M', decimals: 1 })],
    ['7B', of(7e9, { scale: 'B' })],
    ['1T', of(1e12, { scale: 'T' })],
    ['2e3K', of(2e6, { scale: 'K' })],
    ['5 K', of(5, { unit: 'K' })],
    ['5 Kg', of(5, { unit: 'Kg' })],
    ['3 ms', of(3, { unit: 'ms' })],
    ['3ms', of(3, { unit: 'ms' })],
    ['12 m²', of(12, { unit: 'm²' })],
    ['7 kg·m', of(7, { unit: 'kg·m' })],
    ['7 s^-1', of(7, { unit: 's^-1' })],
    ['5/month', of(5, { unit: '/month' })],
    ['50%', of(50, { unit: '%' })],
    ['50 €', of(50, { unit: '€' })],
    ['$12', of(12, { unit: '$' })],
    ['$12/month', of(12, { unit: '$/month' })],
    ['£5K', of(5000, { unit: '£', scale: 'K' })],
    ['¥100', of(100, { unit: '¥' })],
    ['~94K', of(94_000, { scale: 'K', ...vague })],
    ['≈ 5', of(5, vague)],
    ['c. 300', of(300, vague)],
    ['< 5', of(5, { low: -Infinity, ...vague })],
    ['≤ 3.2 GB', of(3.2, { low: -Infinity, unit: 'GB', decimals: 1, ...vague })],
    ['>5', of(5, { high: Infinity, ...vague })],
    ['≥5', of(5, { high: Infinity, ...vague })],
    ['1547 ± 316', of(1547, { low: 1231, high: 1863, ...vague })],
    ['10 +/- 2 ms', of(10, { low: 8, high: 12, unit: 'ms', ...vague })],
    ['200 ± 10%', of(200, { low: 180, high: 220, ...vague })],
    ['-200 ± 10 %', of(-200, { low: -220, high: -180, ...vague })],
    ['5K ± 1', of(5000, { low: 4000, high: 6000, scale: 'K', ...vague })],
    ['5K ± 1M', of(5000, { low: -995_000, high: 1_005_000, scale: 'K', ...vague })],
    ['1–2 d', of(1.5, { low: 1, high: 2, unit: 'd', ...vague })],
    ['1-2', of(1.5, { low: 1, high: 2, ...vague })],
    ['1 – 2K', of(1500, { low: 1000, high: 2000, scale: 'K', ...vague })],
    ['1K–2', of(1500, { low: 1000, high: 2000, scale: 'K', ...vague })],
    ['1K–1M', of(500_500, { low: 1000, high: 1_000_000, scale: 'K', ...vague })],
    ['$1–$3', of(2, { low: 1, high: 3, unit: '$', ...vague })],
    ['5–5', of(5, vague)],
  ])('%j is one', (text, expected) => expect(readQuantity(text)).toEqual(expected));

  test.each([
    '',
    'five',
    '1st',
    '2nd',
    '3rd',
    '24 November',
    '24 Nov',
    '7 may',
    '5 June',
    '2015-13',
    '10-5',
    '1,00',
    '1,0000',
    '1.',
    '.5',
    '1 2',
    '5 Kilometres and more',
    '5 a-very-long-unit',
    'a 5',
    '5!',
    '5 %%',
    '5 ±',
    '± 5',
  ])('%j is none', (text) => expect(readQuantity(text)).toBeUndefined());

  test.each([
    'jan',
    'january',
    'feb',
    'february',
    'mar',
    'march',
    'apr',
    'april',
    'jun',
    'jul',
    'july',
    'aug',
    'august',
    'sep',
    'september',
    'oct',
    'october',
    'november',
    'dec',
    'december',
    'th',
  ])('`%s` is no unit', (word) => expect(readQuantity(`4 ${word}`)).toBeUndefined());
  test.each(['junes', 'octet', 'march2'])('`%s` is one', (word) =>
    expect(readQuantity(`4 ${word}`)?.unit).toBe(word),
  );
});

describe('a unit', () => {
  test.each<[string, string, number]>([
    ['s', 's', 1],
    ['ps', 's', 1e-12],
    ['ns', 's', 1e-9],
    ['us', 's', 1e-6],
    ['µs', 's', 1e-6],
    ['μs', 's', 1e-6],
    ['ms', 's', 1e-3],
    ['sec', 's', 1],
    ['min', 's', 60],
    ['h', 's', 3600],
    ['d', 's', 86_400],
    ['Hz', 'Hz', 1],
    ['GHz', 'Hz', 1e9],
    ['THz', 'Hz', 1e12],
    ['mW', 'W', 1e-3],
    ['kWh', 'Wh', 1e3],
    ['GJ', 'J', 1e9],
    ['kV', 'V', 1e3],
    ['mA', 'A', 1e-3],
    ['kg', 'g', 1e3],
    ['t', 'g', 1e6],
    ['cm', 'm', 0.01],
    ['km', 'm', 1e3],
    ['nm', 'm', 1e-9],
    ['B', 'B', 1],
    ['kB', 'B', 1e3],
    ['KB', 'B', 1e3],
    ['MB', 'B', 1e6],
    ['PB', 'B', 1e15],
    ['KiB', 'B', 1024],
    ['MiB', 'B', 1024 ** 2],
    ['GiB', 'B', 1024 ** 3],
    ['TiB', 'B', 1024 ** 4],
    ['kbit', 'bit', 1e3],
    ['Mbit/s', 'bit/s', 1e6],
    ['GB/s', 'B/s', 1e9],
    ['TFLOP/s', 'FLOP/s', 1e12],
    ['PFLOPS', 'FLOPS', 1e15],
    ['frames', 'frames', 1],
    ['Gm', 'Gm', 1],
    ['Ts', 'Ts', 1],
  ])('%s measures %s in %d', (unit, dimension, factor) =>
    expect(readUnit(unit)).toEqual({ dimension, factor }),
  );
});

describe('numbers of a language', () => {
  test.each<[string, NumberLocale, string]>([
    ['1,234.5', 'en', '1,234.5'],
    ['1.234,5', 'de', '1234.5'],
    ['1.234', 'de', '1234'],
    ['1,5 bis 2,5', 'de', '1.5 bis 2.5'],
    ['1.234.567', 'es', '1234567'],
    ['1.2345', 'de', '1\u00012345'],
    ['1.23', 'it', '1\u000123'],
    ['12.34,5', 'pt', '12\u000134\u00015'],
    ['1 234,5', 'fr', '1234.5'],
    ['1\u202f234\u00a0567', 'sv', '1234567'],
    ['1 23', 'pl', '1 23'],
    ['1.5', 'fr', '1\u00015'],
    ['1,234.5', 'ja', '1,234.5'],
    ['x', 'nl', 'x'],
  ])('%j in %s is %j', (text, locale, english) => expect(toEnglishNumbers(text, locale)).toBe(english));

  test.each<[number, number, NumberLocale, string]>([
    [1234.5, 1, 'en', '1,234.5'],
    [1234.5, 2, 'de', '1.234,50'],
    [1234567, 0, 'fr', '1\u00a0234\u00a0567'],
    [-1, 0, 'en', '−1'],
    [-1234.25, 2, 'it', '−1.234,25'],
    [0, 0, 'zh', '0'],
    [999, 0, 'en', '999'],
    [1000, 0, 'sv', '1\u00a0000'],
  ])('%d with %d decimals in %s is %j', (value, decimals, locale, text) => {
    expect(writeNumber(value, decimals, locale)).toBe(text);
  });

  test.each<[string, NumberLocale, NumberLocale | undefined]>([
    ['1.234,5', 'en', 'de'],
    ['1,234.5', 'de', 'en'],
    ['1,5', 'en', 'de'],
    ['-1,5', 'en', 'de'],
    ['1.5', 'de', 'en'],
    ['1.5', 'en', undefined],
    ['1,5', 'de', undefined],
    ['1,5 x', 'en', undefined],
    ['x1,5', 'en', undefined],
    ['1,2,3', 'en', undefined],
    ['words', 'en', undefined],
  ])('%j, no number of %s, is one of %s', (text, own, found) =>
    expect(findNumberLocale(text, own)).toBe(found),
  );

  test('are those of eleven languages', () => {
    expect([...numberLocales].sort()).toEqual([
      'de',
      'en',
      'es',
      'fr',
      'it',
      'ja',
      'nl',
      'pl',
      'pt',
      'sv',
      'zh',
    ]);
  });
});

describe('a date with a detail', () => {
  test.each([
    ['2015-03-27', '2015-03-27', '2015-03-27', 10],
    ['2016-09 (alpha)', '2016-09', '2016-09', 8],
    ['2016-09, late', '2016-09', '2016-09', 9],
    ['2016-09: late', '2016-09', '2016-09', 9],
    ['2016-09 ; late', '2016-09', '2016-09', 10],
    ['March 27, 2015, in part', 'March 27, 2015', '2015-03-27', 16],
    ['2015 Q3 (a) (b)', '2015 Q3', undefined, 8],
    ['2010s', '2010s', undefined, 5],
  ])('%j is %j', (text, written, datetime, length) => {
    const date = parseForm(written);
    expect(readDate(text)).toEqual({ kind: 'date', date, written, datetime, length });
  });

  test.each(['2015', '2015, late', 'soon', '2016-09 late', '2016-09-', '2016-09,late'])(
    '%j is none',
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  test('a year is one where it is asked for', () => {
    const date = parseForm('2015');
    expect(dateOfYear('2015')).toEqual({ kind: 'date', date, written: '2015', datetime: '2015', length: 4 });
    expect(dateOfYear('2015-03')).toBeUndefined();
    expect(dateOfYear('x')).toBeUndefined();
  });

  test.each([
    ['2015-03-27', 'en', /March/],
    ['2015-03-27', 'de', /März/],
    ['2015-03', 'en', /March/],
    ['2015-03-27', 'xx', /^2015-03-27$/],
    ['27 March 2015', 'de', /^27 March 2015$/],
    ['2015 Q3', 'en', /^2015 Q3$/],
  ])('%s in %s is written %s', (written, lang, expected) => {
    const date = parseForm(written);
    if (!date) throw new Error(`Unexpected ${written}, expected a date`);
    expect(writeDate({ date, written }, lang)).toMatch(expected);
  });
});
