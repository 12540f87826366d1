/** Markdown right below an HTML tag: said with its place and its cure, and mended where a blank line is all it takes. */
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.js';
import { compileText, slidesHtml } from '../support.js';

const check = async (deck: string) => {
  const { file } = await compileText(deck);
  return file.messages.map(({ line, column, ruleId, reason, note, fix }) => ({
    place: `${line}:${column}`,
    ruleId,
    reason,
    note,
    fix,
  }));
};

describe('is mended by blank lines', () => {
  test.each([
    ['a list', '## A\n\n<div>\n- b\n- c\n</div>\n', '## A\n\n<div>\n\n- b\n- c\n\n</div>\n', '<li>b</li>'],
    ['a slide break', '## A\n\n<br>\n---\n\n## B\n', '## A\n\n<br>\n\n---\n\n## B\n', '>B</h2>'],
    [
      'a break below text in it',
      '## A\n\n<br>\nb\n---\n\n## C\n',
      '## A\n\n<br>\n\nb\n\n---\n\n## C\n',
      '>C</h2>',
    ],
    [
      'a directive',
      '## A\n\n:::columns\n\n<br>\n::column\n\nc\n\n:::\n',
      '## A\n\n:::columns\n\n<br>\n\n::column\n\nc\n\n:::\n',
      'class="column"',
    ],
    [
      'words in a line below a tag, other lines with them',
      '## A\n\n<small>\nplain\n**b**\n</small>\n',
      '## A\n\n<small>\n\nplain\n**b**\n\n</small>\n',
      '<strong>b</strong>',
    ],
    [
      'in a quotation',
      '## A\n\n> <div>\n> # b\n> </div>\n',
      '## A\n\n> <div>\n>\n> # b\n>\n> </div>\n',
      '>b</h3>',
    ],
    [
      'with lines as on Windows',
      '## A\r\n\r\n<div>\r\n1. b\r\n</div>\r\n',
      '## A\r\n\r\n<div>\r\n\r\n1. b\r\n\r\n</div>\r\n',
      '<li>b</li>',
    ],
  ])('%s', async (_, deck, mended, drawn) => {
    const { file } = await compileText(deck);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['html-markdown-raw']);
    const { text } = applyFixes(deck, file.messages);
    expect(text).toBe(mended);
    const again = await compileText(text);
    expect(again.file.messages.map(String)).toEqual([]);
    expect(slidesHtml(again)).toContain(drawn);
  });
});

test('the message names the line that needs a blank one after it, and stands where the Markdown does', async () => {
  expect(await check('## A\n\n<div class="b">\n  - c\n</div>\n')).toMatchObject([
    {
      place: '4:3',
      reason: 'Unexpected Markdown `- c` below `<div>`, expected a blank line between them',
      note: 'Put a blank line after line 3. Up to a blank line all is HTML, and shown as it is written.',
    },
  ]);
});

describe('is said and left to its author', () => {
  test.each([
    ['<center>**b**</center>', 'Put it on lines of its own, blank lines around them.'],
    ['<p>\n![b](c.png)\n</p>', 'Put a blank line after line 3, and write `<div>` for `<p>`.'],
    ['<div>\n    - b\n</div>', 'Put a blank line after line 3.'],
    ['<div>\n<b>x</b> `c`\n</div>', 'Put it on lines of its own, blank lines around them.'],
  ])('%j', async (html, cure) => {
    const [message, ...others] = await check(`## A\n\n${html}\n`);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ ruleId: 'html-markdown-raw', fix: undefined });
    expect(message?.note).toContain(cure);
  });
});

describe('no Markdown', () => {
  test.each([
    '<div>\n\n- b\n\n</div>',
    '<div>plain, 2 * 3 * 4, a_b_c, -5</div>',
    '<pre>\n- b\n`c`\n</pre>',
    '<!-- - b\n- c **d** -->\n<p>e</p>',
    '<div\n  title="**b**">\nc</div>',
    '<svg viewBox="0 0 1 1"><text>**b**</text></svg>',
    'a <b>b</b>\n- c',
  ])('%j', async (html) => {
    const messages = await check(`## A\n\n${html}\n`);
    expect(messages.filter(({ ruleId }) => ruleId === 'html-markdown-raw')).toEqual([]);
  });
});
