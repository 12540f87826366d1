/** Columns that are cut by a container: one message, and after its fix nothing is left to say. */
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.js';
import { compileText } from '../support.js';

const join = (...blocks: readonly string[]) => blocks.join('\n\n');

describe.each<[string, string, string]>([
  [
    'one fence for both',
    join(':::columns', 'left', ':::column', 'right', ':::'),
    join(':::columns', 'left', '::column', 'right', ':::'),
  ],
  [
    'three columns',
    join(':::columns{ratio="1:1:2"}', 'a', ':::column', 'b', ':::column', 'c', ':::'),
    join(':::columns{ratio="1:1:2"}', 'a', '::column', 'b', '::column', 'c', ':::'),
  ],
  [
    'a longer fence',
    join('::::columns', 'left', ':::column', 'right', '::::'),
    join('::::columns', 'left', '::column', 'right', '::::'),
  ],
  [
    'a fence that is too short',
    join('::::columns', 'left', ':::column', 'right', ':::'),
    join('::::columns', 'left', '::column', 'right', '::::'),
  ],
  [
    'a container inside',
    join('::::columns', 'left', ':::column', ':::steps', '- one', ':::', '::::'),
    join('::::columns', 'left', '::column', ':::steps', '- one', ':::', '::::'),
  ],
  [
    'a container that is closed, for the second column only',
    join('::::columns', 'left', ':::column', 'right', ':::', '::::'),
    join('::::columns', 'left', '::column', 'right', '', '::::'),
  ],
])('%s', (_, written, right) => {
  const around = (block: string) => `# Before\n\n${block}\n\n---\n\n# After\n\nwords\n`;

  test('is one message, and mended', async () => {
    const { file } = await compileText(around(written));
    expect(file.messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
      `${
        around(written)
          .split('\n')
          .findIndex((line) => line === ':::column') + 1
      } directive-malformed`,
    ]);
    const { text } = applyFixes(around(written), file.messages);
    expect(text).toBe(around(right));
    const mended = await compileText(text);
    expect(mended.file.messages).toEqual([]);
  });
});

test('columns that nothing closes are said to be unclosed', async () => {
  const { file } = await compileText(
    join('# One', ':::columns', 'left', '::column', 'right', '---', '# Two'),
  );
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['directive-unclosed']);
});

test('columns in a column that are right stay as they are where those around them are mended', async () => {
  const inner = [':::columns', 'b', '::column', 'c', ':::'];
  const { file } = await compileText(
    join('# One', ':::::columns', '::::column', 'a', '::::', '::::column', ...inner, '::::', ':::::'),
  );
  expect(applyFixes(String(file.value), file.messages).text).toContain(join(...inner).trim());
});
