/** What articles bring that decks do not: long paragraphs, quotations and code, ids behind headings, scripts from right to left. */
import { describe, expect, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { listSections } from '../../src/deck/sections.js';
import { countCodeRows, wrapsCode } from '../../src/fit/code-size.js';
import { cutSentences, joinSentences } from '../../src/fit/cut-sentences.js';

const text = (value: string) => ({ type: 'text' as const, value });

describe('sentences', () => {
  test.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['“One.” Two (and so on.) Three.', ['“One.”', 'Two (and so on.)', 'Three.']],
    ['version 1.2 is one', ['version 1.2 is one']],
    ['一。二！“三？”四', ['一。', '二！', '“三？”', '四']],
  ])('%s', (written, expected) => {
    const sentences = cutSentences([text(written)]);
    expect(sentences.map((nodes) => nodes.map((node) => 'value' in node && node.value).join(''))).toEqual(
      expected,
    );
    const joined = joinSentences(sentences).map((node) => ('value' in node ? node.value : ''));
    expect(joined.join('')).toBe(written);
  });

  test('never end in a link', () => {
    const link = { type: 'link' as const, url: '#x', children: [text('A. B')] };
    expect(cutSentences([text('See '), link, text(' and so on. Then')])).toHaveLength(2);
  });
});

describe('long lines of code', () => {
  const shape = { numbers: false, title: false, narrow: false };
  const width = 1136;

  test('wrap where the smallest size is too wide', () => {
    expect(wrapsCode({ ...shape, lines: ['x'.repeat(116)] }, width)).toBe(true);
    expect(wrapsCode({ ...shape, lines: ['x'.repeat(114)] }, width)).toBe(false);
    expect(wrapsCode({ ...shape, lines: ['x'.repeat(500)], narrow: true }, width)).toBe(false);
  });

  test.each([
    ['short', 1],
    ['', 1],
    ['x'.repeat(300), 3],
    [`${'x'.repeat(80)} ${'y'.repeat(80)}`, 2],
    [`${'x'.repeat(80)} ${'y'.repeat(300)}`, 4],
  ])('take rows: %s', (line, rows) => {
    expect(countCodeRows({ ...shape, lines: [line] }, width)).toBe(rows);
  });
});

test.each([
  ['# سلام\n\nاین یک متن است.', 'rtl'],
  ['# שלום\n\n```js\nconst latin = "letters".repeat(100);\n```', 'rtl'],
  ['# Hello\n\nسلام', 'ltr'],
  ['---\ndir: ltr\n---\n\n# سلام', 'ltr'],
  ['', 'ltr'],
])('the direction of %j is %s', async (deck, dir) => {
  expect((await compileTree(deck)).file.data.deck?.dir).toBe(dir);
});

test('a first heading with more text than a title slide holds opens a slide of content', async () => {
  const layouts = async (words: number) =>
    listSections((await compileTree(`# A\n\n${'word '.repeat(words)}`)).tree).map(
      ({ properties }) => properties.dataLayout,
    );
  expect(await layouts(50)).toEqual(['title']);
  expect(await layouts(80)).toEqual(['content']);
});
