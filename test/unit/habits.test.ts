/** Habits of other tools: what counts as one as tables, and the change that `::: notes` needs. */
import { describe, expect, test } from 'vitest';
import { readChunk } from '../../src/deck/code-info.js';
import { foreignDirectiveCure, readForeignOpening } from '../../src/plugins/habits/foreign-directives.js';
import { foreignPictureCure } from '../../src/plugins/habits/foreign-pictures.js';
import { compileText } from '../support.js';

test.each([
  ['{r}', 'r'],
  ['{r, echo=FALSE}', 'r'],
  ['{r tune-grid}', 'r'],
  ['{.python .numberLines}', 'python'],
  ['{=html}', 'html'],
  ['{all|2}', undefined],
  ['{all}', undefined],
  ['{1-3|5}', undefined],
  ['ts {2}', undefined],
  ['', undefined],
])('%s is a chunk of %s', (info, language) => {
  expect(readChunk(info)).toBe(language);
});

test.each([
  ['::: notes', { name: 'notes', braces: false }],
  ['::: tip A title', { name: 'tip', braces: false }],
  ['::: {.column width="50%"}', { name: 'column', braces: true }],
  ['::::::{#id .columns}', { name: 'columns', braces: true }],
  [':::: {.columns} ::::', { name: 'columns', braces: true }],
  [':::notes', undefined],
  [':::', undefined],
  ['::: {width=50%}', undefined],
])('%s opens %j elsewhere', (line, opening) => {
  expect(readForeignOpening(line)).toEqual(opening);
});

test.each([
  ['bg right:40% fit', 'layout=image-right'],
  ['bg', 'background="x.png"'],
  ['w:300', '{width=300}'],
  ['height:5cm A map', undefined],
  ['h:50% A map', '{height=50%}'],
  ['The left of the map', undefined],
  ['', undefined],
])('the picture "%s" is written with %s', (alt, cure) => {
  const found = foreignPictureCure(alt, 'x.png');
  if (cure === undefined) expect(found ?? '').not.toContain('layout');
  else expect(found).toContain(cure);
});

test('a name that no tool knows has no cure', () => {
  expect(foreignDirectiveCure('callout-tip')).toContain('[!NOTE]');
  expect(foreignDirectiveCure('toString')).toBeUndefined();
  expect(foreignDirectiveCure('comparision')).toBeUndefined();
});

test.each([
  [':::incremental\n- a\n- b\n:::', ':::steps\n\n- a\n- b\n\n:::'],
  [
    ':::incremental\n- a\n\n::: {.columns}\n::: {.column}\nleft\n:::\n::: {.column}\nright\n:::\n:::\n\n:::',
    '::::steps\n\n- a\n\n:::columns\n\nleft\n\n::column\n\nright\n\n:::\n\n::::',
  ],
  ['- [] a', '- [ ] a'],
])('%j is mended', async (text, mended) => {
  const { file } = await compileText(`# A\n\n${text}\n`);
  expect(file.messages).toHaveLength(1);
  const [edit] = file.messages[0]?.fix ?? [];
  if (!edit) throw new Error('no fix');
  const whole = `# A\n\n${text}\n`;
  expect(whole.slice(0, edit.start) + edit.text + whole.slice(edit.end)).toBe(`# A\n\n${mended}\n`);
});

test.each([
  [':::{note}\nHello\n:::', '[!NOTE]'],
  [':::{admonition} My title\nHello\n:::', '[!NOTE]'],
  ['```fortranfree\nend\n```', '`fortran`'],
])('%j has a cure', async (text, cure) => {
  const { messages } = (await compileText(`# A\n\n${text}\n`)).file;
  expect(messages.map(({ note }) => note)).toEqual([expect.stringContaining(cure)]);
});

describe('the blank in an opening line', () => {
  test.each([
    ['# A\n\n::: notes\n\nsaid\n\n:::\n', '# A\n\n:::notes\n\nsaid\n\n:::\n'],
    ['# A\n\n::::  stack\n\n:::\n', '# A\n\n::::stack\n\n:::\n'],
  ])('is mended: %j', async (text, mended) => {
    const { file } = await compileText(text);
    const message = file.messages.find(({ ruleId }) => ruleId === 'directive-malformed');
    const [edit] = message?.fix ?? [];
    if (!edit) throw new Error('no fix');
    expect(text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(mended);
  });

  test('is left alone where the name means nothing here', async () => {
    const { file } = await compileText('::: box\n\n- a\n\n:::');
    expect(file.messages.map(({ ruleId, fix }) => [ruleId, fix])).toEqual([
      ['directive-malformed', undefined],
    ]);
  });
});

test.each([
  ['Note: said to the room', 1],
  ['- Note: a point of a list', 0],
  ['1. Notes: first\n2. Second', 0],
  ['> Note: quoted', 0],
])('%j is %i habits of reveal.js', async (text, count) => {
  const { messages } = (await compileText(`# A\n\n${text}\n`)).file;
  expect(messages.filter(({ ruleId }) => ruleId === 'syntax-foreign')).toHaveLength(count);
});

test.each([
  ['slide-title-missing no colon here', ['ignore-reason-missing'], 'Say why'],
  ['slide-title: it is a picture', ['ignore-rule-unknown'], 'Did you mean `slide-title-missing`?'],
  ['nothing-like-it: it is a picture', ['ignore-rule-unknown'], '`lectern rules` lists all.'],
])('`lectern-ignore %s` is one message, and short', async (written, ids, note) => {
  const { messages } = (await compileText(`# A\n\n<!-- lectern-ignore ${written} -->\n\nWords.\n`)).file;
  const said = messages.filter(({ ruleId }) => ruleId?.startsWith('ignore-') && ruleId !== 'ignore-unused');
  expect(said.map(({ ruleId }) => ruleId)).toEqual(ids);
  expect(said[0]?.note).toContain(note);
});
