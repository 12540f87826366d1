/** A deck that is read part by part is the tree that it is when read at once, whatever stands in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { createMemoryMemo, type Memo } from '../../src/memo.js';
import { proposeCuts } from '../../src/plugins/parse/propose-cuts.js';
import { createSeed, listLabels } from '../../src/plugins/parse/seed-labels.js';
import { remarkParseInParts } from '../../src/plugins/remark-parse-in-parts.js';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';
import { fixtureNames, fixturesFolder, projectFolder } from '../support.js';

const full = process.env.LECTERN_FULL === '1';

/**
 * Read at once. A definition inside a container is known to the parser only below it, unless it is told: it is told here as it is
 * there, since an author expects it to count everywhere.
 */
function parseWhole(text: string): Root {
  const processor = unified().use(remarkParse).use(remarkSyntax);
  const labels = listLabels([{ text, tree: processor.parse(text) }]);
  if (labels.length === 0) return processor.parse(text);
  const seed = createSeed();
  processor.data().micromarkExtensions?.push(seed.extension);
  return seed.during(labels, () => processor.parse(text));
}

function parseInParts(text: string, memo?: Memo): Root {
  return unified().use(remarkParse).use(remarkSyntax).use(remarkParseInParts, memo).parse(text);
}

function decksOf(folder: string): string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(projectFolder, folder, name));
}

const fixtures = fixtureNames.map((name) => path.join(fixturesFolder, name, 'input.md'));

describe('a deck in parts', () => {
  test.each([
    ['fixtures', fixtures],
    ['decks of the project', decksOf('slides')],
  ])('is the deck read at once: %s', (_name, files) => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const endings = full ? ['\n', '\r\n', '\r'] : ['\n'];
      for (const written of endings.map((ending) => text.replaceAll(/\r?\n/g, ending)))
        expect({ file, tree: parseInParts(written) }).toEqual({ file, tree: parseWhole(written) });
    }
  });

  test('is the text read at once, for texts of all that may stand in the way', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        expect(parseInParts(text)).toEqual(parseWhole(text));
      }),
      { numRuns: full ? 2000 : 100 },
    );
  });

  test('stays so when a memo knows an earlier text', () => {
    fc.assert(
      fc.property(fc.array(nastyText(), { minLength: 2, maxLength: 4 }), (texts) => {
        const memo = createMemoryMemo();
        for (const text of texts) {
          expect(parseInParts(text, memo)).toEqual(parseWhole(text));
          memo.turn();
        }
      }),
      { numRuns: full ? 500 : 30 },
    );
  });
});

describe('cuts', () => {
  const slide = (title: string) => `# ${title}\n\n${'words '.repeat(120)}\n\n`;

  test('are proposed behind breaks, none of them inside what goes on', () => {
    const inside = ['```\n\n---\n\n```', '<!--\n\n---\n\n-->', ':::notes\n\n---\n\n:::', '$$\n\n---\n\n$$'];
    const text = ['---\ntitle: T\n\n---\n\nA', ...inside, 'B\n\n---\n\nC'].join('\n\n');
    expect(proposeCuts(text).map((cut) => text.slice(cut))).toEqual(['\nC']);
  });

  test('are proposed in one go where a front matter never ends, whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(proposeCuts(`---${end}${`text${end}`.repeat(500)}`)).toEqual([3 + end.length]);
  });

  test('are proposed at headings where nothing breaks', () => {
    const text = `${slide('A')}${slide('B')}`;
    expect(proposeCuts(text).map((cut) => text.slice(cut).trim().slice(0, 5))).toEqual(['words', 'words']);
  });

  test('let only the part be read anew that was changed', () => {
    const read = new Set<string>();
    const memo: Memo = { get: () => undefined, keep: (key) => void read.add(key) };
    const deck = (word: string) => ['A', word, 'C'].map(slide).join('---\n\n');
    parseInParts(deck('B'), memo);
    expect(read.size).toBe(3);
    parseInParts(deck('X'), memo);
    expect(read.size).toBe(4);
  });

  test('let a new footnote be read by those parts alone that name it', () => {
    const read = new Set<string>();
    const memo: Memo = { get: () => undefined, keep: (key) => void read.add(key) };
    const deck = (note: string) =>
      [`${slide('A')}One[^1].\n\n`, `${slide('B')}Two[^2].\n\n`, `${slide('C')}${note}`].join('---\n\n');
    parseInParts(deck(''), memo);
    const before = read.size;
    const tree = parseInParts(deck('[^2]: Said.\n'), memo);
    expect(JSON.stringify(tree)).toContain('"footnoteReference"');
    // The last part was read twice: without the label, and with it.
    expect(read.size - before).toBe(3);
  });
});

/** Blocks that hold, hide, or look like breaks, in any order. */
function nastyText(): fc.Arbitrary<string> {
  const blocks = [
    '---',
    '***',
    '----  ',
    '# Title',
    '## Other #',
    'Text with [a], [b][a], ![c], [^n] and [^m].',
    '[a]: https://example.org',
    '> [b]: /b "in a quotation"',
    '[^n]: A note.\n\n    More of it.',
    ':::notes\n\n[c]: c.png\n\n:::',
    'Setext\n---',
    '- one\n\n- two',
    '1. one\n   ---\n\n   two',
    '- a\n\n---',
    '> quote\n---',
    '```js\n\n---\n\n```',
    '~~~\n---',
    '```',
    '$$\nx\n\n---\n\n$$',
    '$$',
    '<!-- comment\n\n---\n\n-->',
    '<!--',
    '<pre>\n\n---\n\n</pre>',
    '<script>',
    '<div>\n\n---\n\n</div>',
    '<?php\n\n---',
    ':::columns\n\na\n\n::column\n\n---\n\nb\n\n:::',
    '::::stack\n\n# a\n\n---\n\n# b\n\n::::',
    ':::',
    ':::steps',
    '::slide{#a layout=title}',
    '| a | b |\n| - | - |\n| 1 | [x][a] |\n---',
    '    code\n\n    ---',
    '\uFEFF---',
    '',
    '\t---',
    'a ~~b~~ {{c}} $d$ www.example.org',
  ];
  const long = 'Words that make a part long enough to be cut, again and again. '.repeat(10);
  return fc
    .record({
      parts: fc.array(fc.oneof(fc.constantFrom(...blocks), fc.constant(long), fc.constant('---')), {
        maxLength: 24,
      }),
      matter: fc.constantFrom('', '---\ntitle: T\n---\n', '---\ntitle: T\n\n---\n\n', '---\ntitle: T\n'),
      between: fc.constantFrom('\n\n', '\n\n', '\n'),
      ending: fc.constantFrom('\n', '\r\n', '\r'),
    })
    .map(({ parts, matter, between, ending }) =>
      (matter + parts.join(between)).replaceAll('\n', () => ending),
    );
}
