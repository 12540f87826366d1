import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { alignSegments } from '../../src/components/code-compare/align.js';
import { readMarker } from '../../src/components/code-compare/comment-forms.js';
import { readSegments } from '../../src/components/code-compare/read-segments.js';
import { compileBlocks, elementsOf, textOf } from './blocks-example.js';

test.each([
  ['# [train]', 'python', 'train'],
  ['  ## [ two words ] ', 'py', 'two words'],
  ['// [x]', 'python', undefined],
  ['# [x] and more', 'python', undefined],
  ['x = 1  # [x]', 'python', undefined],
  ['# []', 'python', undefined],
  ['// [x]', 'ts', 'x'],
  ['/* [x] */', 'c', 'x'],
  ['# [x]', 'rust', undefined],
  ['-- [x]', 'sql', 'x'],
  ['; [x]', 'lisp', 'x'],
  ['% [x]', 'latex', 'x'],
  ['<!-- [x] -->', 'html', 'x'],
  ['/* [x] */', 'css', 'x'],
  ['// [x]', 'css', undefined],
  ['# [x]', '', 'x'],
  ['// [x]', 'nobody-knows-it', 'x'],
])('reads `%s` in `%s`', (line, language, name) => {
  expect(readMarker(line, language)).toBe(name);
});

test('cuts a fence at its markers, and knows where its lines stand', () => {
  const code: Code = {
    type: 'code',
    lang: 'python',
    value: '\nimport a\n\n# [one]\n\n  b()\n\n# [two]\n# [three]\nc()',
    position: { start: { line: 10, column: 1 }, end: { line: 21, column: 4 } },
  };
  const segments = readSegments(code).map(({ name, lines }) => [
    name,
    ...lines.map(({ text, position }) => `${position?.start.line}:${text}`),
  ]);
  expect(segments).toEqual([['', '12:import a'], ['one', '16:  b()'], ['two'], ['three', '20:c()']]);
});

const columns = (...names: string[][]) =>
  names.map((column) => column.map((name) => ({ name, lines: [], position: undefined })));

test.each([
  ['equal', columns(['a', 'b'], ['a', 'b']), ['aa', 'bb'], [], []],
  ['one lacks one', columns(['a', 'b', 'c'], ['a', 'c']), ['aa', 'b-', 'cc'], [], []],
  ['one has one more', columns(['a', 'c'], ['a', 'b', 'c']), ['aa', '-b', 'cc'], [], []],
  ['one has a first', columns(['b'], ['a', 'b']), ['-a', 'bb'], [], []],
  ['cases differ', columns(['A'], ['a']), ['Aa'], [], []],
  ['another order', columns(['a', 'b'], ['b', 'a']), ['aa', 'bb'], ['a'], []],
  ['twice', columns(['a', 'a'], ['a']), ['aa', 'a-'], [], ['a']],
  ['three', columns(['a'], ['b', 'a'], ['a', 'c']), ['-b-', 'aaa', '--c'], [], []],
])('aligns columns: %s', (_, given, rows, moved, repeated) => {
  const aligned = alignSegments(given);
  expect(aligned.rows.map(({ segments }) => segments.map((one) => one?.name ?? '-').join(''))).toEqual(rows);
  expect(aligned.moved.map(({ name }) => name)).toEqual(moved);
  expect(aligned.repeated.map(({ name }) => name)).toEqual(repeated);
});

const fence = (title: string, lines: readonly string[]) =>
  ['```js title="' + title + '"', ...lines, '```'].join('\n');

test('colours the segments of a program as one text, also over slides', async () => {
  const filler = Array.from({ length: 12 }, (_, index) => `line${index}()`);
  const one = fence('One', ['// [a]', ...filler, 'const text = `begins', '// [b]', ...filler, 'ends`']);
  const { slides } = await compileBlocks(
    `# T\n\n---\n\n# A\n\n:::code-compare\n\n${one}\n\n${fence('Two', ['// [a]', 'x'])}\n\n:::\n`,
  );
  expect(slides.length).toBe(3);
  const strings = elementsOf(slides[2] ?? fail(), 'span').filter(({ properties }) =>
    String(properties.className).includes('hljs-string'),
  );
  expect(strings.map(textOf).join(' ')).toMatch(/line0\(\).*ends`/);
  for (const slide of slides.slice(1))
    expect(elementsOf(slide, 'th').slice(0, 2).map(textOf)).toEqual(['One', 'Two']);
});

test('shows every line but the markers, and leaves a gap where a segment is missing', async () => {
  const { tree } = await compileBlocks(
    `# A\n\n:::code-compare{reveal=segments}\n\n${fence('One', ['one()', '// [b]', 'b()'])}\n\n${fence('Two', ['two()'])}\n\n:::\n`,
  );
  expect(elementsOf(tree, 'td').map(textOf)).toEqual(['one()', 'two()', 'b()', 'no code here']);
  expect(elementsOf(tree, 'tbody').map(({ properties }) => properties.dataFragmentIndex)).toEqual(['0', '1']);
  expect(textOf(tree)).not.toContain('// [b]');
});

function fail(): never {
  throw new Error('Unexpected deck, expected more slides');
}
