/** What holds for every block whatever an author writes into it: no crash, no word lost, and a readable text without us. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectFolder } from '../support.js';
import { compileBlocks, elementsOf, plainView, textOf } from './blocks-example.js';

const runs = process.env.LECTERN_FULL ? 1000 : 60;

const containers = ['claims', 'users', 'code-compare', 'bars'] as const;

/** Pieces of Markdown that mean something in one of the blocks, and some that mean nothing. */
const piece = fc.constantFrom(
  'word',
  '~~struck~~',
  '**bold**',
  '*slanted*',
  '→',
  '->',
  ' — ',
  '`code -> x`',
  '[link](https://example.org)',
  '![picture](x.png)',
  '[^note]',
  '12.5',
  '63K',
  '±',
  '|',
  ':',
  '\\|',
  '<br>',
  '# [name]',
);
const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));
const block = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.map((one) => `- ${one}`).join('\n')),
  line,
  line.map((one) => `### ${one}`),
  fc.tuple(line, line).map(([one, other]) => `- ${one}\n\n  ${other}`),
  fc
    .array(fc.tuple(line, line, line), { minLength: 1, maxLength: 4 })
    .map((rows) =>
      ['| a | b | c |', '| - | - | - |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    ),
  fc.array(line, { maxLength: 4 }).map((lines) => ['```python title="x"', ...lines, '```'].join('\n')),
  line.map((one) => `Source: ${one}`),
);

test.each(containers)(
  'anything inside `:::%s` gives a component or a message, and no word is lost',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 4 }), async (blocks) => {
        const deck = `# A\n\n:::${name}[Caption]\n\n${blocks.join('\n\n')}\n\n:::\n\n[^note]: Noted.\n`;
        const { html, messages } = await compileBlocks(deck);
        expect(html.includes(`class="${name}"`) || messages.length > 0).toBe(true);
        // A cell that the table has no column for is said, and nobody shows it.
        if (messages.some((one) => one.endsWith('-cell-extra'))) return;
        const words = ['word', 'struck', 'bold', 'slanted', 'code', 'link', 'picture', 'Caption'];
        const written = `Caption ${blocks.join(' ')}`;
        for (const word of words) if (written.includes(word)) expect(html).toContain(word);
      }),
      { numRuns: runs },
    );
  },
);

test.each(containers)('the example of `%s` is a readable text without the fences', async (name) => {
  const readme = readFileSync(path.join(projectFolder, 'src', 'components', name, 'README.md'), 'utf8');
  const example = /^(`{3,})markdown\n([^]*?)\n\1$/m.exec(readme)?.[2] ?? '';
  const plain = plainView(example);
  expect(textOf(plain)).not.toContain(':::');
  const { tree, messages } = await compileBlocks(`# A\n\n${example}`);
  expect(messages).toEqual([]);
  const parts = ['li', 'tr', 'pre'].flatMap((tag) => elementsOf(plain, tag));
  expect(parts.length).toBeGreaterThan(1);
  // Each word that a plain viewer shows is the author's, and ours shows it too; `Back` leads from a note to its number.
  const ours = textOf(tree) + JSON.stringify(tree);
  for (const part of parts) {
    for (const word of textOf(part).match(/\p{L}{5,}/gu) ?? []) expect(ours).toContain(word);
  }
});
