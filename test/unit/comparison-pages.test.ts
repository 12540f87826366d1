/** Whole comparisons: the examples of the specification on their slides, without their fences, and tables of any kind. */
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { comparison } from '../../src/components/comparison/index.js';
import type { ComparisonNode } from '../../src/components/comparison/node.js';
import { sheetRows } from '../../src/components/comparison/sheet.js';
import { selectStrings } from '../../src/strings.js';
import { type Compiled, compileComparison, table } from './comparison-example.js';
import { workedComparisons } from './worked-comparisons.js';

const room = { width: 1136, height: 531, nextHeight: 531, fit: 1 };

/** The slides that a comparison takes. */
function pagesOf({ node }: Compiled, place: Partial<typeof room> = {}): readonly ComparisonNode[] {
  const context = { file: new VFile(), strings: selectStrings('en'), lang: 'en', read: () => undefined };
  return node ? (comparison.split?.(node, { ...room, ...place }, context) ?? []) : [];
}

const namesOf = (page: ComparisonNode | undefined) =>
  page ? sheetRows(page.sheet).map((row) => row.head.name) : [];
const numbered = (count: number, cell = 'text') =>
  Array.from({ length: count }, (_, index) => `| Row ${index + 1} | ${cell} | b |`);
const head = ['| | A | B |', '| - | - | - |'];

describe('pages', () => {
  it('hold every row once, in order, with frame, notes and verdict where they belong', () => {
    const lines = [...head, ...numbered(25), '| **Verdict** | x | y |'];
    const text = table(lines).replace(/\n:::\n$/, '\n\nNote.\n\nSource: s.\n\n:::\n');
    const pages = pagesOf(compileComparison(text));
    expect(pages.flatMap(namesOf)).toEqual(Array.from({ length: 25 }, (_, index) => `Row ${index + 1}`));
    expect(pages.map(({ sheet }) => sheet.part)).toEqual(
      pages.map((_, index) => ({ index: index + 1, count: pages.length })),
    );
    expect(pages.map(({ sheet }) => sheet.foot !== undefined)).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
    expect(new Set(pages.map(({ sheet }) => sheet.widths.join())).size).toBe(1);
    expect(pages.every(({ source }) => source !== undefined)).toBe(true);
    expect(pages.map(({ children }) => children.some((child) => toString(child) === 'Note.'))).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
    const sizes = pages.map((page) => namesOf(page).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
  });

  it('are one where the deck wants no cut, or the author', () => {
    const long = compileComparison(table([...head, ...numbered(40)]));
    expect(pagesOf(long, { height: Infinity, nextHeight: Infinity })).toHaveLength(1);
    expect(pagesOf(compileComparison(table([...head, ...numbered(40)], '{split=none}')))).toHaveLength(1);
    expect(
      pagesOf(compileComparison(table([...head, ...numbered(6)], '{split=2}')), {
        height: Infinity,
        nextHeight: Infinity,
      }),
    ).toHaveLength(3);
  });

  it('share many subjects evenly, with context, focus and baseline on each', () => {
    const names = [...'ABCDEFGH'];
    const lines = [
      `| | *Year* | ${names.join(' | ')} |`,
      `|${' - |'.repeat(10)}`,
      `| Row | 1 | ${names.join(' | ')} |`,
    ];
    const columns = (options: string) =>
      pagesOf(compileComparison(table(lines, options))).map(({ sheet }) =>
        sheet.columns.map((column) => column.head.name).join(' '),
      );
    expect(columns('')).toEqual(['Year A B C D', 'Year E F G H']);
    expect(columns('{focus=C}')).toEqual(['Year A B C D E', 'Year C F G H']);
    expect(columns('{focus=C baseline=H}')).toEqual(['Year A B C D H', 'Year C E F G H']);
  });

  it('repeat the label of a group that goes on', () => {
    const pages = pagesOf(compileComparison(table([...head, '| **G** | | |', ...numbered(20)])));
    expect(pages.map(({ sheet }) => sheet.bodies[0]?.continued)).toEqual([
      false,
      ...pages.slice(1).map(() => true),
    ]);
    expect(pages.every(({ sheet }) => sheet.bodies[0]?.label !== undefined)).toBe(true);
  });

  it('carry 500 rows', () => {
    const pages = pagesOf(compileComparison(table([...head, ...numbered(500)])));
    expect(pages.flatMap(namesOf)).toHaveLength(500);
    expect(Math.min(...pages.map((page) => namesOf(page).length))).toBeGreaterThanOrEqual(2);
  });
});

describe('any table', () => {
  const word = fc.constantFrom(
    'alpha',
    '**beta**',
    '*gamma*',
    '`delta`',
    '5 ms',
    '12 GB',
    '~94K',
    'yes',
    'no: x',
    '?',
    'n/a',
    '2015-03',
    '4/5',
    'v1.2',
    '',
  );
  const cell = fc.array(word, { minLength: 0, maxLength: 6 }).map((words) => words.join(' ').trim());
  const options = fc.constantFrom(
    '',
    'highlight=auto',
    'merge=same',
    'view=diff',
    'view=dim',
    'transpose',
    'subjects=rows',
    'baseline=One',
    'focus=Two',
    'split=groups',
    'split=3',
    'reveal=columns',
    'only=One',
    'rows=alpha',
    'locale=de',
    '.compact',
  );

  it('gives a component or a message, never an error, and loses no word', () => {
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.uniqueArray(options, { maxLength: 3 }), (cells, chosen) => {
        const braces = chosen.filter(Boolean).join(' ');
        const lines = [
          '| Head | One | Two | *Three* |',
          '| - | - | - | - |',
          ...cells.map((row) => `| ${row.join(' | ')} |`),
        ];
        const compiled = compileComparison(table(lines, braces && `{${braces}}`));
        expect(compiled.node !== undefined || compiled.messages.length > 0).toBe(true);
        const pages = pagesOf(compiled);
        const shown =
          pages.flatMap((page) => page.children.map((child) => toString(child))).join(' ') +
          compiled.html.replaceAll(/<[^>]*>/g, ' ');
        const isChosen = /only=|rows=/.test(braces);
        for (const name of isChosen ? [] : (lines.join(' ').match(/\p{L}{5,}/gu) ?? []))
          expect(shown).toContain(name);
        const count = pages.reduce((sum, page) => sum + sheetRows(page.sheet).length, 0);
        // Subjects that do not fit beside each other repeat the rows on each of their slides.
        const parts = new Set(
          pages.map(({ sheet }) => sheet.columns.map((column) => column.head.position?.start.offset).join()),
        );
        const expected = compiled.node
          ? sheetRows(compiled.node.sheet).length * (compiled.node.sheet.columns.length > 6 ? parts.size : 1)
          : 0;
        expect(count).toBe(expected);
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 60 },
    );
  });
});

describe('the worked examples', () => {
  it.each(Object.entries(workedComparisons))('%s reads as a table without its fences', (_, text) => {
    const plain = text
      .split('\n')
      .filter((line) => !line.startsWith(':::'))
      .join('\n');
    const tree = fromMarkdown(plain, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    // A comment with options is nothing that is seen.
    const first = tree.children.find(({ type }) => type !== 'html');
    expect(first?.type).toBe('table');
    const { node } = compileComparison(text);
    const own = node?.children.find((child) => child.type === 'table');
    expect(first && toString(first)).toBe(own && toString(own));
    expect(tree.children.some((child) => toString(child).includes(':::'))).toBe(false);
  });
});
