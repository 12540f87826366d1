/** Mirrors: a block is written as Markdown, read again and found equal; what differs is named, and the edit ends the difference. */
import fc from 'fast-check';
import type { ContainerDirective } from 'mdast-util-directive';
import { describe, expect, test } from 'vitest';
import { normalizeConfig } from '../../src/config/config.js';
import { type DataBlock, writeBlock } from '../../src/data/data-block.js';
import type { DataText } from '../../src/data/data-value.js';
import { compareMirror } from '../../src/data/mirror.js';
import { createTreeProcessor } from '../../src/processor.js';

const runs = process.env.LECTERN_FULL ? 2000 : 100;
const parser = createTreeProcessor(normalizeConfig());

const cell = (text: string, line = 1): DataText => ({ kind: 'text', text, line });

function table(...rows: string[][]): DataBlock {
  const [head = [], ...body] = rows.map((row, index) => row.map((text) => cell(text, index + 1)));
  return { kind: 'table', head, rows: body };
}

function list(...parts: [heading: string | undefined, ...items: string[]][]): DataBlock {
  return {
    kind: 'list',
    parts: parts.map(([heading, ...items]) => ({
      heading: heading === undefined ? undefined : cell(heading),
      items: items.map((text, index) => cell(text, index + 2)),
    })),
  };
}

/** Compare a block with the first container of a text. */
function compare(block: DataBlock, text: string) {
  const tree = parser.parse(text);
  const find = (nodes: readonly { type: string }[]): ContainerDirective | undefined => {
    for (const node of nodes) {
      if (node.type === 'containerDirective') return node as ContainerDirective;
      const inner = 'children' in node ? find(node.children as { type: string }[]) : undefined;
      if (inner) return inner;
    }
    return undefined;
  };
  return compareMirror(block, find(tree.children)?.children ?? [], text);
}

function mend(block: DataBlock, text: string): string {
  const [edit] = compare(block, text)?.fix ?? [];
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

const wrap = (markdown: string) => `:::comparison\n\n${markdown}\n\n:::\n`;

test('a table is written in columns, aligned as its mirror was', () => {
  const block = table(['Measure', 'Keras', 'PyTorch'], ['Stars', '63K', '94K'], ['a | b\nc', '1', '`x|y`']);
  const old = wrap('Measure | PyTorch | Old\n-- | --: | :-:\nStars | 9 | 8');
  expect(mend(block, old)).toBe(
    wrap(
      [
        '| Measure   | Keras | PyTorch |',
        '| --------- | ----- | ------: |',
        '| Stars     | 63K   |     94K |',
        String.raw`| a \| b<br>c | 1     |  ${'`x\\|y`'} |`,
      ].join('\n'),
    )
      .replace('| Measure   |', '| Measure     |')
      .replace('| --------- |', '| ----------- |')
      .replace('| Stars     |', '| Stars       |'),
  );
});

test('a wide table is not padded', () => {
  const wide = 'word '.repeat(30).trim();
  expect(writeBlock(table(['a', 'b'], [wide, '1']))).toBe(`| a | b |\n| --- | --- |\n| ${wide} | 1 |`);
});

test('a list is written under its headings', () => {
  const block = list(['Keras', '**2015** First', '**2016** Second'], ['C #', '[ ] **2027** Plan']);
  expect(writeBlock(block, [], 4)).toBe(
    '#### Keras\n\n- **2015** First\n- **2016** Second\n\n#### C \\#\n\n- [ ] **2027** Plan',
  );
});

describe('differences', () => {
  const block = table(['M', 'A', 'B'], ['x', '1', '2'], ['y', '3', '4']);
  test.each([
    ['a cell', '| M | A | B |\n|-|-|-|\n| x | 1 | 2 |\n| y | 3 | 5 |', '`5` in column `B`', '`4`', 3, '6:9'],
    [
      'an empty cell',
      '| M | A | B |\n|-|-|-|\n| x | 1 |\n| y | 3 | 4 |',
      'no text in column `B`',
      '`2`',
      2,
      '5:1',
    ],
    [
      'a cell too many',
      '| M | A | B |\n|-|-|-|\n| x | 1 | 2 | 3 |\n| y | 3 | 4 |',
      '`3` in column no text',
      'no text',
      2,
      '5:13',
    ],
    ['a row', '| M | A | B |\n|-|-|-|\n| y | 3 | 4 |', 'row `y`', 'row `x`', 2, '5:1'],
    ['a row less', '| M | A | B |\n|-|-|-|\n| x | 1 | 2 |', 'end of the table', 'row `y`', 3, '5:1'],
    [
      'a row more',
      '| M | A | B |\n|-|-|-|\n| x | 1 | 2 |\n| y | 3 | 4 |\n| z | 3 | 4 |',
      'row `z`',
      'no further row',
      3,
      '7:1',
    ],
    ['a column', '| M | B |\n|-|-|\n| x | 2 |\n| y | 4 |', 'column `B`', 'column `A`', 1, '3:5'],
    ['a column less', '| M | A |\n|-|-|\n| x | 1 |\n| y | 3 |', 'end of the header', 'column `B`', 1, '3:1'],
  ])('%s', (_, mirror, what, expected, line, place) => {
    const found = compare(block, wrap(mirror));
    expect(found).toMatchObject({ what, expected, line });
    expect(`${found?.place?.start.line}:${found?.place?.start.column}`).toBe(place);
    expect(compare(block, mend(block, wrap(mirror)))).toBeUndefined();
  });

  test.each([
    ['an item', '### L\n\n- **2015** b', 'item `**2015** b`', 'item `**2015** a`', 2],
    ['a lane', '### K\n\n- **2015** a', 'lane `K`', 'lane `L`', 1],
    ['an item less', '### L', 'end of the list', 'item `**2015** a`', 2],
    ['an item more', '### L\n\n1. **2015** a\n2. **2016** b', 'item `**2016** b`', 'no further item', 2],
  ])('%s', (_, mirror, what, expected, line) => {
    const lane = list(['L', '**2015** a']);
    expect(compare(lane, wrap(mirror))).toMatchObject({ what, expected, line });
    expect(compare(lane, mend(lane, wrap(mirror)))).toBeUndefined();
  });

  test('a mirror in a quotation is written anew with its marks', () => {
    const text = '> :::comparison\n>\n> | M | A | B |\n> |-|-|-|\n> | x | 1 | 9 |\n>\n> :::\n';
    expect(mend(block, text)).toBe(
      '> :::comparison\n>\n> | M   | A   | B   |\n> | --- | --- | --- |\n> | x   | 1   | 2   |\n> | y   | 3   | 4   |\n>\n> :::\n',
    );
  });

  test.each([
    ['details of an item', '- **2015** b\n\n  More about it.'],
    ['a paragraph between', '- **2015** b\n\nMore.\n\n### L\n\n- **2016** c'],
  ])('what would lose %s is for a person to mend', (_, mirror) => {
    const found = compare(list([undefined, '**2015** a']), wrap(mirror));
    expect(found?.what).toContain('item `**2015** b');
    expect(found?.fix).toBeUndefined();
  });
});

/** Words, marks and spaces in any order: what people put into cells, and what they should not. */
const content = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      '漢',
      '1',
      ' ',
      '  ',
      '\n',
      '|',
      '\\',
      '`',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '#',
      '^',
      ':',
      '&amp;',
      '$',
      '~',
      '\u00A0',
      '<br>',
      '<!--',
      '[^a]',
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

test('a table that was written is equal to its data', () => {
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(content, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(rows, (texts) => {
      const block = table(...texts);
      const text = wrap(writeBlock(block));
      expect(compare(block, text)).toBeUndefined();
      expect(parser.parse(text).children).toHaveLength(1);
    }),
    { numRuns: runs },
  );
});

test('a list that was written is equal to its data', () => {
  const item = content.map((text) => `**2015** ${text}`);
  const part = fc.tuple(
    fc.oneof(content.map((text) => `L ${text}`)),
    fc.array(item, { minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
      const block = list(...parts.map(([name, items]) => [name, ...items] as [string, ...string[]]));
      expect(compare(block, wrap(writeBlock(block)))).toBeUndefined();
    }),
    { numRuns: runs },
  );
});
