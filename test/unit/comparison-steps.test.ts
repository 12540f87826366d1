/** The steps of a comparison one by one: tables of input and output for values, differences, shaping and breaking. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreakRow, breakRows, type PageRoom } from '../../src/components/comparison/break-rows.js';
import { type SheetRow, sheetRows } from '../../src/components/comparison/sheet.js';
import {
  findNumberLocale,
  type NumberLocale,
  toEnglishNumbers,
  writeNumber,
} from '../../src/values/number-format.js';
import { readUnit } from '../../src/values/units.js';
import { compileComparison, table } from './comparison-example.js';

describe('numbers of a language', () => {
  it.each<[NumberLocale, string, string]>([
    ['en', '1,305.52', '1,305.52'],
    ['de', '1.305,52 ms', '1305.52 ms'],
    ['de', '1.305', '1305'],
    ['de', '12,5', '12.5'],
    ['de', '1,305.52', '1\u0001305\u000152'],
    ['fr', '1 305,52', '1305.52'],
    ['fr', '5 K', '5 K'],
    ['sv', '12 to 13', '12 to 13'],
  ])('%s reads `%s`', (locale, text, english) => {
    expect(toEnglishNumbers(text, locale)).toBe(english);
  });

  it.each<[number, number, NumberLocale, string]>([
    [1305.52, 2, 'en', '1,305.52'],
    [1305.52, 2, 'de', '1.305,52'],
    [-0.5, 1, 'fr', '−0,5'],
    [1234567, 0, 'fr', '1\u00a0234\u00a0567'],
    [999, 0, 'en', '999'],
  ])('writes %d with %d digits in %s', (value, decimals, locale, text) => {
    expect(writeNumber(value, decimals, locale)).toBe(text);
  });

  it('finds whose number it is', () => {
    expect(findNumberLocale('1.305,52', 'en')).toBe('de');
    expect(findNumberLocale('1,305.52', 'de')).toBe('en');
    expect(findNumberLocale('1,305.52', 'en')).toBeUndefined();
    expect(findNumberLocale('1.2.3', 'en')).toBeUndefined();
  });

  it.each([
    ['ms', 's', 1e-3],
    ['µs', 's', 1e-6],
    ['GB', 'B', 1e9],
    ['MHz', 'Hz', 1e6],
    ['kWh', 'Wh', 1e3],
    ['d', 's', 86_400],
    ['K', 'K', 1],
    ['stars', 'stars', 1],
  ])('measures %s in %s', (unit, dimension, factor) => {
    expect(readUnit(unit)).toEqual({ dimension, factor });
  });
});

describe('differences to a baseline', () => {
  const difference = (one: string, base: string, options = '') => {
    const lines = ['| | A | B |', '| - | - | - |', `| Row (ms) | ${base} | ${one} |`];
    const { node } = compileComparison(table(lines, `{baseline=A ${options}}`));
    return node && sheetRows(node.sheet)[0]?.cells.map((cell) => cell.difference);
  };

  it.each([
    ['12', '10', '+2'],
    ['10', '12.5', '−2.5'],
    ['94K', '63K', '+31K'],
    ['6K', '1.4K', '+4.6K'],
    ['0.02 s', '10 ms', '+0.01 s'],
    ['$9.5/month', '$12/month', '−$2.5/month'],
    ['50%', '43%', '+7%'],
    ['12', '12.0', 'same'],
    ['~12', '10', undefined],
    ['≤ 12', '10', undefined],
    ['12 GB', '10', undefined],
    ['yes', '10', undefined],
    ['?', '10', undefined],
  ])('`%s` beside `%s` is %s', (one, base, expected) => {
    expect(difference(one, base)).toEqual([undefined, expected]);
  });

  it('is written as the deck writes numbers', () => {
    expect(difference('1.305,5', '12,25', 'locale=de')).toEqual([undefined, '+1.293,25']);
  });
});

describe('shape', () => {
  const head = ['| | A | B | C |', '| - | - | - | - |'];
  const rowsOf = (lines: string[], options: string): readonly SheetRow[] => {
    const { node } = compileComparison(table([...head, ...lines], options));
    return node ? sheetRows(node.sheet) : [];
  };

  it.each([
    ['yes, since 3.8 | yes | yes (2025)', true, false],
    ['MIT | mit | MIT', true, true],
    ['300 ms | 0.3 s | 0.30 s', true, true],
    ['4/5 | 8/10 | 80/100', true, false],
    ['? | ? | ?', false, false],
    ['n/a | NA | —', true, true],
    ['n/a | no | no', false, false],
    [' | | ', false, false],
    ['1 | 1 | 2', false, false],
    ['2015-03 | March 2015 | Mar 2015', true, false],
  ])('`%s` is the same: %s, strictly: %s', (cells, same, strict) => {
    const shown = (view: string) =>
      rowsOf([`| Row | ${cells} |`, '| Other | 1 | 2 | 3 |'], `{view=${view}}`).length;
    expect([shown('diff') === 1, shown('diff-strict') === 1]).toEqual([same, strict]);
  });

  it.each([
    ['x | x | y', '', 'x x< y'],
    ['x | x | x', '', 'x x< x<'],
    ['x | x | x', 'focus=B', 'x x x'],
    ['? | ? | ', '', '? ? '],
    ['[x](a) | [x](b) | [x](b)', '', 'x x x<'],
    ['**x** | **x** | x', '', 'x x x'],
    ['5 | 5 | 5', 'baseline=A', '5 5 5<'],
  ])('`%s` with `%s` is merged to `%s`', (cells, options, expected) => {
    const [row] = rowsOf([`| Row | ${cells} |`], `{merge=same ${options}}`);
    const marks = row?.cells.map(({ cell, covered }) => `${cell.text}${covered ? '<' : ''}`).join(' ');
    expect(marks).toBe(expected);
  });

  it('swaps rows and columns, groups become labels over columns and the verdict the last one', () => {
    const lines = [
      '| **G** | | | |',
      '| Time ↓ | 1 | 2 | 3 |',
      '| **H** | | | |',
      '| Size | 4 | 5 | 6 |',
      '| **Verdict** | x | y | z |',
    ];
    const { node } = compileComparison(table([...head, ...lines], '{transpose highlight=auto}'));
    expect(node?.sheet.columns.map(({ head: { name }, role }) => `${name} ${role}`)).toEqual([
      'Time criterion',
      'Size criterion',
      'Verdict verdict',
    ]);
    expect(node?.sheet.spanners.map(({ span }) => span)).toEqual([1, 1, 1]);
    const rows = node ? sheetRows(node.sheet) : [];
    expect(rows.map((row) => [row.head.name, ...row.cells.map(({ cell }) => cell.text)].join(' '))).toEqual([
      'A 1 4 x',
      'B 2 5 y',
      'C 3 6 z',
    ]);
    expect(rows.map((row) => row.cells[0]?.cell.winner)).toEqual(['computed', undefined, undefined]);
  });

  it('reads a table that is written with its subjects as rows', () => {
    const rows = [
      '| | Time ↓ | Size |',
      '| - | - | - |',
      '| A | 1 | 4 |',
      '| *Year* | 2020 | n/a |',
      '| B | 2 | 5 |',
    ];
    const { node } = compileComparison(table(rows, '{subjects=rows highlight=auto}'));
    expect(node?.sheet.columns.map(({ head: { name }, role }) => `${name} ${role}`)).toEqual([
      'A subject',
      'Year context',
      'B subject',
    ]);
    expect(node && sheetRows(node.sheet)[0]?.cells.map(({ cell }) => cell.winner)).toEqual([
      'computed',
      undefined,
      undefined,
    ]);
  });

  it('lists the marks that are there, and no others', () => {
    const legend = (line: string, options = '') =>
      /comparison-legend[^]*?<\/p>/
        .exec(compileComparison(table([...head, line], options)).html)?.[0]
        .match(/(?<=> )[a-z ]+(?=<\/span>)/g) ?? [];
    expect(legend('| Row | 1 | 2 | 3 |')).toEqual([]);
    expect(legend('| Row ↓ | 1 | 2 | ? |', '{highlight=auto}')).toEqual([
      'best in row',
      'lower is better',
      'unknown',
    ]);
    expect(legend('| Row ↑ | **1** | 2 | |')).toEqual(['best in row', 'higher is better', 'not given']);
    expect(legend('| Row ↑ | **1** | 2 | |', '{legend=none}')).toEqual([]);
  });
});

describe('breaks', () => {
  const usual: PageRoom = { first: 100, next: 100, end: 0, key: 0, most: 99, byGroup: false, isCut: false };
  const rows = (groups: readonly number[], height = 20, label = 10): BreakRow[] =>
    groups.flatMap((count, body) =>
      Array.from({ length: count }, () => ({ height, body, label, marked: true })),
    );

  it.each<[string, readonly number[], Partial<PageRoom>, readonly number[]]>([
    ['all on one', [4], {}, [0]],
    ['pages alike', [6], {}, [0, 3]],
    ['a border of groups', [2, 3], {}, [0, 2]],
    ['two rows at least', [1, 4], {}, [0, 2]],
    ['room for the verdict', [4], { end: 40 }, [0, 2]],
    ['room for the key', [4], { key: 40 }, [0, 2]],
    ['a first page that is half full', [4], { first: 55 }, [0, 2]],
    ['so many rows', [7], { next: 900, first: 900, most: 3 }, [0, 2, 4]],
    ['groups together', [1, 1, 2], { byGroup: true, isCut: true, first: 900, next: 900 }, [0, 2]],
    ['a group that is too large', [8], { byGroup: true }, [0, 4]],
    ['nothing', [], {}, []],
  ])('leave %s', (_, groups, room, expected) => {
    const breaks = breakRows(rows(groups), { ...usual, ...room });
    if (groups.join() === '7') expect(breaks).toHaveLength(3);
    else expect(breaks).toEqual(expected);
  });

  it('give a row that is taller than a page one of its own', () => {
    const tall = rows([3]).map((row, index) => (index === 1 ? { ...row, height: 300 } : row));
    expect(breakRows(tall, usual)).toEqual([0, 1, 2]);
  });

  it('keep every row, and every page in its room', () => {
    const list = fc.array(fc.record({ height: fc.integer({ min: 10, max: 60 }), next: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 60 }), (items, end) => {
        let body = 0;
        const all = items.map(
          ({ height, next }): BreakRow => ({ height, body: next ? ++body : body, label: 12, marked: false }),
        );
        const breaks = breakRows(all, { ...usual, first: 140, next: 160, end });
        expect(breaks[0]).toBe(0);
        breaks.forEach((from, index) => {
          const page = all.slice(from, breaks[index + 1] ?? all.length);
          expect(page.length).toBeGreaterThan(0);
          const labels = new Set(page.map((row) => row.body)).size * 12;
          const room = (index === 0 ? 140 : 160) - (index === breaks.length - 1 ? end : 0);
          const height = page.reduce((sum, row) => sum + row.height, labels);
          expect(page.length === 1 || height <= room).toBe(true);
        });
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 100 },
    );
  });

  it('take a time that grows with the rows alone', () => {
    let reads = 0;
    const counted = (count: number) => {
      reads = 0;
      const all = rows([count]).map((row) =>
        Object.defineProperty({ ...row }, 'height', { get: () => (reads++, 20) }),
      );
      breakRows(all, usual);
      return reads;
    };
    expect(counted(4000) / counted(500)).toBeLessThan(9);
  });
});
