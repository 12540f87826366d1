/** Texts that no parser comes through are refused before it; what real decks hold is not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { findBoundsProblem } from '../../src/deck/deck-bounds.js';

const many = (text: string, times: number) => text.repeat(times);

describe('findBoundsProblem', () => {
  test.each([
    ['quotes', `a\n\n${many('> ', 101)}b`, 'nesting', 3],
    ['lists in one line', `${many('- ', 101)}b`, 'nesting', 1],
    [
      'lists, a line each',
      Array.from({ length: 110 }, (_, index) => `${many('  ', index)}- a`).join('\n'),
      'nesting',
      101,
    ],
    ['containers', many(':::notes\n', 101), 'nesting', 101],
    ['elements', `x\n${many('<div>', 501)}`, 'nesting', 2],
    ['elements, a line each', many('<div>\n\n', 501), 'nesting', 1001],
    ['emphasis', `a\n\nb\n${many('*a ', 1001)}`, 'marks', 3],
    ['emphasis over lines', many('*a\n', 1001), 'marks', 1],
    ['brackets', many('[', 1001), 'marks', 1],
    ['angle brackets without a tag', many('a < b ', 1001), 'marks', 1],
    ['one long run', many('*', 110_000), 'marks', 1],
    ['cells', many('|a', 1001), 'marks', 1],
    ['items', many('- a\n', 2501), 'blocks', 2501],
    ['items with air between them', many('- a\n\n', 2501), 'blocks', 5001],
    ['items of several lines', many('- a\n  b\nc\n', 2501), 'blocks', 7501],
  ])('refuses %s', (_, text, kind, line) => {
    expect(findBoundsProblem(text)).toMatchObject({ kind, line });
    expect(findBoundsProblem(text.replaceAll('\n', '\r\n'))).toMatchObject({ kind, line });
  });

  test.each([
    ['a hundred quotes', `${many('> ', 100)}b`],
    ['code', `\`\`\`js\n${many('a[*b*][_c_]\n', 500)}\`\`\``],
    ['code in a quote', `> ~~~\n${many('> *a\n', 2000)}> ~~~`],
    ['a table of HTML', `<table>${many('<tr><td>a</td><td>b</td></tr>\n', 900)}</table>`],
    ['a long table', `|a|b|\n|-|-|\n${many('|*a*|**b**|\n', 2000)}`],
    ['many paragraphs', many('*a* _b_ `c`\n\n', 2000)],
    ['many definitions', many('[a]: https://example.org\n', 2000)],
    ['code between words, without a blank line', many(`\`\`\`\n${many('a\n', 9000)}\`\`\`\nword\n`, 3)],
    ['lists under headings', many(`# A\n${many('- a\n', 900)}`, 3)],
    ['lists with words between them', many(`Words\n\n${many('- a\n', 900)}\n`, 3)],
    ['containers in a row', many(':::notes\na\n:::\n', 2000)],
    ['paragraphs of HTML that are never closed', many('<p>a\n\n', 2000)],
  ])('takes %s', (_, text) => {
    expect(findBoundsProblem(text)).toBeUndefined();
  });

  test('a text with blank lines around it is refused at the same place, further down', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom('*a ', '[', '`a '), (blank, mark) => {
        const problem = findBoundsProblem(`${many('\n', blank)}${many(mark, 1500)}`);
        expect(problem).toMatchObject({ kind: 'marks', found: 1500, line: blank + 1 });
      }),
    );
  });
});

describe('a deck beyond the limits', () => {
  test('that is too large has one message, and no slide', async () => {
    const { file, tree } = await compileTree(many('a\n', 600), { maxSize: 1000 });
    expect(file.messages.map(String)).toEqual([
      '1:1: Unexpected deck of 1200 characters, expected at most 1000',
    ]);
    expect(tree.children).toEqual([]);
  });

  test('that overflows the stack where no scan sees it has a message too', async () => {
    const text = `# a\n\n${many('<div\n>\n\n', 5000)}`;
    const { file } = await compileTree(text);
    expect(file.messages.at(-1)).toMatchObject({ ruleId: 'deck-nesting', line: 3 });
  });
});
