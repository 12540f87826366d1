import { expect, test } from 'vitest';
import { compileBlocks, elementsOf, textOf } from './blocks-example.js';

/** Rows of the table: status, what was said, what holds. */
async function rowsOf(list: string, options = '', front = ''): Promise<string[][]> {
  const { tree } = await compileBlocks(
    `${front}# A\n\n:::claims${options}\n\n${list}\n\nSource: x.\n\n:::\n`,
  );
  return elementsOf(tree, 'tr').map((row) =>
    row.children.flatMap((cell) => (cell.type === 'element' ? [textOf(cell)] : [])),
  );
}

test.each([
  ['~~a~~ → b', ['Outdated', 'a', 'b']],
  ['~~a~~ -> b', ['Outdated', 'a', 'b']],
  ['~~a~~ --> b -> c', ['Outdated', 'a', 'b -> c']],
  ['~~a → b~~ → c', ['Outdated', 'a → b', 'c']],
  ['**Wrong:** ~~a~~ → b', ['Wrong', 'a', 'b']],
  ['**wrong** ~~a~~ → b', ['wrong', 'a', 'b']],
  ['*Outdated*: ~~a~~ → b', ['Outdated', 'a', 'b']],
  ['**Half true** ~~a~~ → b', ['Half true', 'a', 'b']],
  ['**Bold** a → b', ['Outdated', 'Bold a', 'b']],
  ['~~`a -> b`~~ → `c`', ['Outdated', 'a -> b', 'c']],
  ['only words', ['Outdated', 'only words', '']],
])('reads `%s`', async (item, row) => {
  expect((await rowsOf(`- ${item}`)).at(-1)).toEqual(row);
});

test('says heads and status in the words that it is given, or in the deck’s language', async () => {
  expect(await rowsOf('- ~~a~~ → b', '{was="The article" now=Today status=wrong}')).toEqual([
    ['Status', 'The article', 'Today'],
    ['Wrong', 'a', 'b'],
  ]);
  const german = await rowsOf('- **Falsch** ~~a~~ → b\n- ~~c~~ → d', '', '---\nlang: de\n---\n\n');
  expect(german).toEqual([
    ['Status', 'Damals', 'Heute'],
    ['Falsch', 'a', 'b'],
    ['Veraltet', 'c', 'd'],
  ]);
});

test('marks known words by shape, and no others', async () => {
  const { tree } = await compileBlocks(
    '# A\n\n:::claims\n\n- **Wrong** ~~a~~ → b\n- ~~c~~ → d\n- **Imprecise** ~~e~~ → f\n\nSource: x.\n\n:::\n',
  );
  const shapes = elementsOf(tree, 'td')
    .filter((cell) => String(cell.properties.className).includes('claim-status'))
    .map((cell) => [
      cell.properties.dataVerdict,
      elementsOf(cell, 'path').length,
      elementsOf(cell, 'circle').length,
    ]);
  expect(shapes).toEqual([
    ['wrong', 1, 0],
    ['outdated', 0, 1],
    [undefined, 0, 0],
  ]);
});

test('goes on on further slides with heads, caption and source, and loses no claim', async () => {
  const list = Array.from({ length: 40 }, (_, index) => `- ~~old number${index}~~ → new number${index}`);
  const { slides } = await compileBlocks(
    `# A\n\n---\n\n# Many\n\n:::claims[Caption]\n\n${list.join('\n')}\n\nSource: where.\n\n:::\n`,
  );
  const parts = slides.slice(1);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect(textOf(part)).toMatch(/Caption.*Status Then Now.*Source: where\./);
  const shown = parts.flatMap((part) => elementsOf(part, 'tr').slice(1));
  expect(shown.map((row) => /number(\d+)/.exec(textOf(row))?.[1])).toEqual(
    list.map((_, index) => String(index)),
  );
});

test('reveals whole rows, or the answers to claims that stand', async () => {
  const steps = async (reveal: string) => {
    const { tree } = await compileBlocks(
      `# A\n\n:::claims{reveal=${reveal}}\n\n- ~~a~~ → b\n- ~~c~~ → d\n\nSource: x.\n\n:::\n`,
    );
    return ['tr', 'th', 'td'].map((name) =>
      elementsOf(tree, name).flatMap(({ properties }) => properties.dataFragmentIndex ?? []),
    );
  };
  expect(await steps('none')).toEqual([[], [], []]);
  expect(await steps('rows')).toEqual([['0', '1'], [], []]);
  expect(await steps('answers')).toEqual([[], [], ['0', '0', '1', '1']]);
});
