/** Data files: what is read from CSV, YAML and JSON, with which lines; whatever a file holds, reading it ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DataProblem, type DataValue, dataLimits } from '../../src/data/data-value.js';
import { readData } from '../../src/data/read-data.js';

const runs = process.env.LECTERN_FULL ? 2000 : 100;

function read(path: string, text: string, select?: string) {
  const problems: DataProblem[] = [];
  const value = readData(path, text, select, (problem) => problems.push(problem));
  return {
    value,
    problems: problems.map(({ what, line }) => (line === undefined ? what : `${line}: ${what}`)),
  };
}

/** A value with its lines, short enough for a table of tests: `text@line`. */
function plain(value: DataValue | undefined): unknown {
  if (!value) return undefined;
  if (value.kind === 'text') return `${value.text}@${value.line}`;
  if (value.kind === 'list') return value.items.map(plain);
  return [...value.entries].map(([name, entry]) => [name, plain(entry)]);
}

describe('CSV', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        [
          ['a', '1@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        [
          ['a', '1,5@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    [
      'tabs',
      'a\tb\n1, or 2\t2',
      [
        [
          ['a', '1, or 2@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    [
      'separators of a quoted header do not count',
      '"x;y;z",b\n1,2',
      [
        [
          ['x;y;z', '1@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    [
      'line breaks in quotes',
      'a,b\n"x\ny",2\n3,4',
      [
        [
          ['a', 'x\ny@2'],
          ['b', '2@3'],
        ],
        [
          ['a', '3@4'],
          ['b', '4@4'],
        ],
      ],
    ],
    [
      'the same with CRLF',
      'a,b\r\n"x\r\ny",2\r\n3,4',
      [
        [
          ['a', 'x\ny@2'],
          ['b', '2@3'],
        ],
        [
          ['a', '3@4'],
          ['b', '4@4'],
        ],
      ],
    ],
    [
      'line ends of old Macs',
      'a,b\r1,2',
      [
        [
          ['a', '1@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    [
      'empty lines',
      'a,b\n\n\n1,2\n\n',
      [
        [
          ['a', '1@4'],
          ['b', '2@4'],
        ],
      ],
    ],
    [
      'missing cells',
      'a,b\n1',
      [
        [
          ['a', '1@2'],
          ['b', '@2'],
        ],
      ],
    ],
    ['doubled quotes', 'a\n"say ""x"""', [[['a', 'say "x"@2']]]],
    [
      'a name that is a property of every object',
      '__proto__,b\n1,2',
      [
        [
          ['__proto__', '1@2'],
          ['b', '2@2'],
        ],
      ],
    ],
    ['only a header', 'a,b', []],
  ])('%s', (_, text, expected) => {
    expect(read('x.csv', text)).toMatchObject({ problems: [] });
    expect(plain(read('x.csv', text).value)).toEqual(expected);
  });

  test.each([
    ['', ['empty file']],
    ['\n\n', ['empty file']],
    ['a,b\n1,"2', ['2: quote']],
    ['a,b\n1,x"y', ['2: quote']],
    ['a,b\n"1"x,2', ['2: quote']],
    ['a,a\n1,2', ['1: second column `a`']],
    ['a,b\n1,2\n1,2,3', ['3: cell `3`']],
    [`a\n${'1\n'.repeat(dataLimits.rows + 1)}`, [`${dataLimits.rows + 1} rows of 1 columns`]],
    [`${'a,'.repeat(dataLimits.columns)}a\n1`, [`1 rows of ${dataLimits.columns + 1} columns`]],
    [`a\n${'x'.repeat(dataLimits.characters)}`, [`${dataLimits.characters + 2} characters`]],
  ])('reports %j', (text, expected) => {
    expect(read('x.csv', text).problems).toEqual(expected);
  });
});

describe('YAML and JSON', () => {
  test.each([
    [
      'numbers as written',
      'x.yaml',
      'a: 1.10\nb: 0x10\nc: 1_000\nd: 2015-03-27',
      [
        ['a', '1.10@1'],
        ['b', '0x10@2'],
        ['c', '1_000@3'],
        ['d', '2015-03-27@4'],
      ],
    ],
    [
      'words as written',
      'x.yml',
      'a: yes\nb: null\nc: ~\nd:\ne: "null"\nf: true',
      [
        ['a', 'yes@1'],
        ['b', '@2'],
        ['c', '@3'],
        ['d', '@4'],
        ['e', 'null@5'],
        ['f', 'true@6'],
      ],
    ],
    [
      'aliases',
      'x.yaml',
      'a: &x 1\nb: *x',
      [
        ['a', '1@1'],
        ['b', '1@1'],
      ],
    ],
    [
      'odd names',
      'x.yaml',
      '__proto__: 1\nconstructor: 2\n3: 4',
      [
        ['__proto__', '1@1'],
        ['constructor', '2@2'],
        ['3', '4@3'],
      ],
    ],
    ['the first document', 'x.yaml', 'a: 1\n---\nb: 2', [['a', '1@1']]],
    [
      'JSON with tabs',
      'x.json',
      '[\n\t{"a": 1.50, "b": "\\u00e9"},\n\t[true]\n]',
      [
        [
          ['a', '1.50@2'],
          ['b', 'é@2'],
        ],
        ['true@3'],
      ],
    ],
  ])('%s', (_, path, text, expected) => {
    expect(read(path, text)).toMatchObject({ problems: [] });
    expect(plain(read(path, text).value)).toEqual(expected);
  });

  test.each([
    ['', ['empty file']],
    ['a: [1\nb: 2', ['2: text']],
    ['a: 1\na: 2', ['2: second key `a`']],
    ['? [a]\n: 1', ['1: key that is no text']],
    ['a: *x', ['1: alias `*x`']],
    ['a: &x\n  b: *x', ['2: alias `*x`']],
    ['['.repeat(100_000), ['1: text']],
    ['- '.repeat(100_000), ['1: text']],
    [`${'['.repeat(3000)}${']'.repeat(3000)}`, ['1: text']],
    [`[${'1,'.repeat(dataLimits.values)}1]`, ['more values']],
    [
      `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (__, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join('\n')}`,
      ['more values'],
    ],
  ])('reports %.40j', (text, expected) => {
    const { problems } = read('x.yaml', text);
    expect(problems.map((one) => one.replace(/^\d+: (?=more)/, ''))).toEqual(expected);
  });
});

describe('select', () => {
  const text = 'a:\n  b:\n    - x\n    - {c: y}\n';
  test.each([
    ['a.b.0', 'x@3'],
    ['a.b.1.c', 'y@4'],
    ['a.b', ['x@3', [['c', 'y@4']]]],
  ])('%s leads to a value', (select, expected) => {
    expect(plain(read('x.yaml', text, select).value)).toEqual(expected);
  });

  test.each([
    ['a.c', '2: key `c` of `select`'],
    ['a.b.2', '3: key `2` of `select`'],
    ['a.b.0.x', '3: key `x` of `select`'],
    ['', '1: key `` of `select`'],
    ['__proto__', '1: key `__proto__` of `select`'],
  ])('%j leads nowhere', (select, expected) => {
    expect(read('x.yaml', text, select)).toEqual({ value: undefined, problems: [expected] });
  });
});

test('a file of another kind is refused', () => {
  expect(read('x.xlsx', 'PK').problems).toEqual(['name']);
  expect(read('csv', 'a,b').problems).toEqual(['name']);
});

/** Texts that look like data, with all that may go wrong in them. */
const messy = fc
  .array(
    fc.constantFrom(
      'a',
      '1',
      ',',
      ';',
      '\t',
      '"',
      "'",
      '\n',
      '\r\n',
      ':',
      ': ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '|',
      '#',
      '? ',
      '!!int ',
      '\0',
      'é',
      '~',
      '%',
      '---\n',
      '  ',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test.each(['csv', 'tsv', 'yaml', 'json'])(
  '%s: any text gives a value or a problem, within the limits',
  (ending) => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { value, problems } = read(`x.${ending}`, text);
        expect(value !== undefined || problems.length > 0).toBe(true);
        const lines = text.split(/\r\n?|\n/).length;
        const check = (one: DataValue): number => {
          expect(one.line).toBeGreaterThanOrEqual(1);
          expect(one.line).toBeLessThanOrEqual(lines);
          if (one.kind === 'text') return 1;
          return [...(one.kind === 'list' ? one.items : one.entries.values())].reduce(
            (sum, item) => sum + check(item),
            1,
          );
        };
        if (value) expect(check(value)).toBeLessThanOrEqual(dataLimits.values);
      }),
      { numRuns: runs },
    );
  },
);
