import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { compile, compileTree, listSources } from '../../src/compile.js';
import { readInfo } from '../../src/deck/code-info.js';
import { readSteps } from '../../src/deck/code-steps.js';
import { hideSigns, readChanges, restoreSign } from '../../src/plugins/code/diff-lines.js';
import { dedent, findRegion, selectLines, splitFile } from '../../src/plugins/code/select-part.js';
import { splitLines } from '../../src/plugins/code/split-lines.js';
import { shippedFiles, slidesHtml } from '../support.js';

const plain = { language: 'ts', numbers: false, start: 1, diff: false, unknown: [] };

describe('an info string', () => {
  it.each([
    ['ts', '', {}],
    ['TS', '', {}],
    ['ts', 'title="my app.ts"', { title: 'my app.ts' }],
    ['ts', "title='my app.ts'", { title: 'my app.ts' }],
    ['ts', 'title=app.ts', { title: 'app.ts' }],
    ['ts', 'title="{1}" numbers', { title: '{1}', numbers: true }],
    ['ts', 'numbers', { numbers: true }],
    ['ts', '.numbers', { numbers: true }],
    ['ts', 'lines', { numbers: true }],
    ['ts', 'start=5', { numbers: true, start: 5 }],
    ['ts', '{1-3|5|all}', { lines: { text: '1-3|5|all', fromOne: false } }],
    ['ts', '{1}.numbers', { numbers: true, lines: { text: '1', fromOne: false } }],
    ['ts', '[1|3-6]', { lines: { text: '1|3-6', fromOne: false } }],
    ['ts', '[712: 1-2|3]', { numbers: true, start: 712, lines: { text: '1-2|3', fromOne: true } }],
    ['ts{1,3}', '', { lines: { text: '1,3', fromOne: false } }],
    ['ts[2,6]', 'numbers', { numbers: true, lines: { text: '2,6', fromOne: false } }],
    ['ts,ignore', '', {}],
    ['ts', 'diff', { diff: true }],
    ['diff', '', { language: 'diff', diff: true }],
    ['patch', '', { language: 'patch', diff: true }],
    ['', '', { language: '' }],
    ['title="a', 'b"', { language: '', title: 'a b' }],
    ['{2}', '', { language: '', lines: { text: '2', fromOne: false } }],
    ['.numbers', '', { language: '', numbers: true }],
    ['c++', '', { language: 'c++' }],
    ['ts', 'twoslash start=x', { unknown: ['twoslash', 'start=x'] }],
    ['ts', '{1', { unknown: ['{', '1'] }],
  ])('%j %j', (language, meta, expected) => {
    expect(readInfo(language, meta)).toEqual({ ...plain, ...expected });
  });

  it('never throws, and loses no word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (language, meta) => {
        expect(readInfo(language, meta).start).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('stressed lines', () => {
  it.each([
    ['1-3|5|all', [[1, 2, 3], [5], []], []],
    ['1–2, 4', [[1, 2, 4]], []],
    ['*', [[]], []],
    ['|2', [[], [2]], []],
    ['3,1,3', [[1, 3]], []],
    ['6', [[]], ['6']],
    ['0', [[]], ['0']],
    ['3-2|1', [[], [1]], ['3-2']],
    ['lines:true', [[]], ['lines:true']],
    ['1-99999999', [[]], ['1-99999999']],
  ])('%s', (text, steps, invalid) => {
    expect(readSteps({ text, fromOne: false }, { first: 1, last: 5 })).toEqual({ steps, invalid });
  });

  it('count as the numbers do, or from one', () => {
    const range = { first: 10, last: 12 };
    expect(readSteps({ text: '11', fromOne: false }, range)).toEqual({ steps: [[11]], invalid: [] });
    expect(readSteps({ text: '2', fromOne: true }, range)).toEqual({ steps: [[11]], invalid: [] });
    expect(readSteps({ text: '2', fromOne: false }, range).invalid).toEqual(['2']);
  });
});

describe('lines of coloured code', () => {
  const node: fc.Arbitrary<ElementContent> = fc.letrec<{ node: ElementContent }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.stringMatching(/^[a\n ]{0,8}$/).map((value) => ({ type: 'text' as const, value })),
      fc.array(tie('node'), { maxLength: 4 }).map((children) => h('span', { className: ['x'] }, children)),
    ),
  })).node;

  it('have the same text, none of them a line end', () => {
    fc.assert(
      fc.property(fc.array(node), (nodes) => {
        const text = hastToString({ type: 'root', children: nodes });
        const before = JSON.stringify(nodes);
        const lines = splitLines(nodes).map((children) => hastToString({ type: 'root', children }));
        expect(lines).toEqual(text.split('\n'));
        expect(JSON.stringify(nodes)).toBe(before);
      }),
    );
  });

  it('keep the classes of what spans them', () => {
    const [first, second] = splitLines([h('span', { className: ['x'] }, 'a\n', h('b', 'b\nc'))]);
    expect(first).toEqual([h('span', { className: ['x'] }, 'a')]);
    expect(second).toEqual([h('span', { className: ['x'] }, h('b', 'b'))]);
  });
});

describe('changed code', () => {
  it('tells what came and went, and what is the head of a patch', () => {
    const lines = ['--- a', '+++ b', ' c', '-d', '+e'];
    expect(readChanges(lines, true)).toEqual([undefined, undefined, undefined, 'removed', 'added']);
    expect(readChanges(lines, false)).toEqual(['removed', 'added', undefined, 'removed', 'added']);
  });

  it('has its signs back', () => {
    expect(hideSigns('+a\n-b\n c')).toBe(' a\n b\n c');
    const line = [h('span', ' b'), { type: 'text' as const, value: 'x' }];
    restoreSign(line, 'removed');
    expect(line[0]).toEqual(h('span', '-b'));
  });
});

describe('a part of a file', () => {
  const lines = splitFile(
    'a\n  // #region one\n  b\n  <!-- #region two -->\n  c\n  <!-- #endregion -->\n  // #endregion\nd\n',
  );

  it.each([
    ['one', ['  b', '  c']],
    ['two', ['  c']],
  ])('by region %s', (name, expected) => {
    expect(findRegion(lines, name)).toEqual({ lines: expected });
  });

  it.each([
    ['# region a b', '# endregion'],
    ['#pragma region a b', '#pragma endregion'],
    ['//region a b', '//endregion'],
    ['/* #region a b */', '/* #endregion a b */'],
    ['% [start: a b]', '% [end: a b]'],
  ])('between %s and %s', (start, end) => {
    expect(findRegion([start, 'x', end, 'y'], 'a b')).toEqual({ lines: ['x'] });
  });

  it('is nothing without the name, and has no lines without an end', () => {
    expect(findRegion(lines, 'three')).toBeUndefined();
    expect(findRegion(['# region a', 'x'], 'a')).toEqual({});
  });

  it.each([
    ['2', { lines: ['b'], first: 2 }],
    ['2-3', { lines: ['b', 'c'], first: 2 }],
    ['2-', { lines: ['b', 'c'], first: 2 }],
    ['0-1', undefined],
    ['2-4', undefined],
    ['3-2', undefined],
  ])('by lines %s', (range, expected) => {
    expect(selectLines(['a', 'b', 'c'], range)).toEqual(expected);
  });

  it('moves to the margin', () => {
    expect(dedent(['  a', '', '    b', ' '])).toBe('a\n\n  b\n');
    expect(dedent(['\ta', '  b'])).toBe('\ta\n  b');
    expect(dedent([])).toBe('');
  });
});

describe('::code', () => {
  const deck = '## A\n\n::code{src="lib/app.ts"}\n\n![x](x.png)\n';
  const source = new TextEncoder().encode('\uFEFFlet a;\n');

  it('names its file among the sources, and takes it from there', async () => {
    expect(await listSources(deck)).toEqual(['lib/app.ts', 'x.png']);
    const sources = new Map([...(await shippedFiles()), ['lib/app.ts', source]]);
    const file = await compile(deck, {}, sources);
    expect(String(file)).toContain('<span class="hljs-keyword">let</span> a;');
    expect(file.messages.filter(({ ruleId }) => ruleId?.startsWith('code-'))).toEqual([]);
  });

  it('keeps a title with quotes, and braces in the code', async () => {
    const sources = new Map([['a.ts', new TextEncoder().encode('```\n{1}')]]);
    const tree = await compileTree('::code{src=a.ts title=\'a "b" {1}\'}', {}, sources);
    expect(slidesHtml(tree)).toContain('<figcaption>a ”b” {1}</figcaption>');
    expect(tree.file.messages).toEqual([]);
  });
});
