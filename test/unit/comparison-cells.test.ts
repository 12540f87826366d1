import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCellValue } from '../../src/values/cell-value.js';
import { cellOf, compileComparison, table } from './comparison-example.js';

describe('kinds of cells', () => {
  it.each([
    ['', 'empty'],
    ['n/a', 'na'],
    ['NA', 'na'],
    ['—', 'na'],
    ['–', 'na'],
    ['-', 'na'],
    ['Na', 'text'],
    ['?', 'unknown'],
    ['unknown', 'unknown'],
    ['TBD', 'unknown'],
    ['yes', 'status'],
    ['No', 'status'],
    ['partial: deprecated', 'status'],
    ['planned (2027)', 'status'],
    ['yes, since 3.8', 'status'],
    ['no — archived', 'status'],
    ['✅', 'status'],
    ['✔️ since 3.8', 'status'],
    ['❌ no', 'status'],
    ['⚠️ deprecated', 'status'],
    ['🟡', 'status'],
    ['No backend implementation', 'text'],
    ['None', 'text'],
    ['yes/no', 'text'],
    ['no-code', 'text'],
    ['4/5', 'rating'],
    ['7/10', 'rating'],
    ['80/100', 'rating'],
    ['★★★★☆', 'rating'],
    ['3/4', 'text'],
    ['6/5', 'text'],
    ['2015-03-27', 'date'],
    ['2016-09 (alpha)', 'date'],
    ['27 March 2015', 'date'],
    ['Mar 2015', 'date'],
    ['2015 Q3', 'date'],
    ['2010s', 'date'],
    ['2015-02-30', 'text'],
    ['2015-13', 'text'],
    ['2015', 'quantity'],
    ['v3.15', 'version'],
    ['3.15.1', 'version'],
    ['1.0.0-rc.1', 'version'],
    ['3.15', 'quantity'],
    ['32', 'quantity'],
    ['~94K', 'quantity'],
    ['5 K', 'quantity'],
    ['≤ 3.2 GB', 'quantity'],
    ['1–2 d', 'quantity'],
    ['1547 ± 316', 'quantity'],
    ['4.8e6 ± 3%', 'quantity'],
    ['1,305.52', 'quantity'],
    ['$12', 'quantity'],
    ['$12/month', 'quantity'],
    ['12 €', 'quantity'],
    ['-3', 'quantity'],
    ['43%', 'quantity'],
    ['1.305,52', 'text'],
    ['1st', 'text'],
    ['24 November', 'text'],
    ['10-5', 'text'],
    ['slower than PyTorch', 'text'],
  ])('`%s` is %s', (text, kind) => {
    expect(readCellValue(text).kind).toBe(kind);
    if (!text.startsWith('-')) expect(cellOf(text).value.kind).toBe(kind);
  });

  it.each([
    ['94K', 94_000, 94_000, 94_000, undefined],
    ['63k', 63_000, 63_000, 63_000, undefined],
    ['2.3M', 2_300_000, 2_300_000, 2_300_000, undefined],
    ['5 K', 5, 5, 5, 'K'],
    ['512 MB', 512, 512, 512, 'MB'],
    ['1–2 d', 1.5, 1, 2, 'd'],
    ['1–2K', 1500, 1000, 2000, undefined],
    ['12.1 ± 0.2', 12.1, 11.9, 12.299_999_999_999_999, undefined],
    ['200 ± 3%', 200, 194, 206, undefined],
    ['≤ 3.2 GB', 3.2, -Infinity, 3.2, 'GB'],
    ['> 10', 10, 10, Infinity, undefined],
    ['−3', -3, -3, -3, undefined],
    ['$1.5M/year', 1_500_000, 1_500_000, 1_500_000, '$/year'],
  ])('`%s` is a number with its interval', (text, value, low, high, unit) => {
    expect(readCellValue(text)).toMatchObject({ kind: 'quantity', value, low, high, unit });
  });

  it('reads text only where there is text', () => {
    expect(cellOf('`yes`').value.kind).toBe('text');
    expect(cellOf('[yes](https://example.org)').value.kind).toBe('link');
    expect(cellOf('[94K](https://example.org)').value.kind).toBe('quantity');
    expect(cellOf('![5](a.png)').value.kind).toBe('text');
    expect(cellOf('![](a.png)').value.kind).toBe('text');
    expect(cellOf('~~12~~').value.kind).toBe('text');
    expect(cellOf('*yes*, since `3.8`').value.kind).toBe('status');
    expect(cellOf('<!-- later -->').value.kind).toBe('empty');
    expect(cellOf('12<br>13').value.kind).toBe('text');
  });

  it('takes a row of years as dates', () => {
    const html = compileComparison(table(['| | A | B |', '| - | - | - |', '| First | 2015 | 2016 |'])).html;
    expect(html).toContain('<time datetime="2015">2015</time>');
  });
});

describe('what the author wrote', () => {
  const word = fc.constantFrom(
    'alpha',
    '**beta**',
    '*gamma*',
    '`delta`',
    '[eps](u)',
    '5 ms',
    'yes',
    'no: x',
    '~~old~~',
    '!',
    '?',
  );
  const cell = fc.array(word, { minLength: 0, maxLength: 3 }).map((words) => words.join(' '));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });

  it('is all there', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const lines = [
          '| Head | One | Two |',
          '| - | - | - |',
          ...rows.map((cells) => `| ${cells.join(' | ')} |`),
        ];
        const { html } = compileComparison(table(lines));
        const text = html.replaceAll(/<[^>]*>/g, ' ');
        for (const name of lines.join(' ').match(/\p{L}{3,}/gu) ?? []) expect(text).toContain(name);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a note of its own', '| Row | [^1] | x |', '<sup>'],
    ['a note in the middle', '| Row | one[^1] two | x |', 'one<sup>'],
    ['a second source', '| Row | one | x |', 'Source: second'],
    ['raw HTML beside the table', '| Row | one | x |', '<p>raw</p>'],
    ['a picture without a text', '| Row | ![](dot.svg) | x |', '<img src="dot.svg"'],
    [
      'a link round a word',
      '| Row | [n/a](https://example.org) | x |',
      '<a href="https://example.org">n/a</a>',
    ],
    ['an earlier verdict', '| **Verdict** | first | x |', 'first'],
  ])('%s stays', (_, line, expected) => {
    const text = table(['| Head | A | B |', '| - | - | - |', line, '| **Verdict** | last | y |']);
    const more = '\nSource: one\n\nSource: second\n\n<p>raw</p>\n\n:::\n\n[^1]: Note.\n';
    expect(compileComparison(text.replace(/\n:::\n$/, more)).html).toContain(expected);
  });

  it('never makes it throw', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'|-:*_`[]^<>!~ \n\\#ab1↓±/%'), maxLength: 120 });
    fc.assert(
      fc.property(noise, (text) => {
        const { html } = compileComparison(
          `:::comparison[C]{highlight=auto}\n\n| a | b |\n| - | - |\n${text}\n\n:::\n`,
        );
        expect(html).not.toMatch(/\bundefined\b|\[object|NaN/);
      }),
      { numRuns: 200 },
    );
  });
});
