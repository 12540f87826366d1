/** Slips of real authors: one cause, one message, with the cure; and what `check --fix` makes of what other tools write. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { VFile } from 'vfile';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { applyFixes } from '../../src/diagnostics/apply-fixes.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { shippedFiles } from '../support.js';

const check = async (deck: string) => (await compileTree(deck)).file;
const brief = async (deck: string) =>
  (await check(deck)).messages.map(({ ruleId, note }) => `${ruleId}: ${note}`);

describe('one cause is one message', () => {
  test.each([
    [
      '---\ntitle: My: talk\n---\n\n# A',
      'option-yaml: Put a value that holds a colon in quotes: `title: "My talk: a start"`.',
    ],
    ['---\ntitle: "open\n---\n\n# A', 'option-yaml: Close the quote at the end of the value.'],
    ['---\nrules:\n\tslide-empty: off\n---\n\n# A', 'option-yaml: Indent with spaces: YAML knows no tabs.'],
    ['---\nsize: 16x9\n---\n\n# A', 'option-value: Did you mean `16:9`?'],
    ['# A\n\n[](#nowhere)', 'link-text-vague: Write the name of what it leads to.'],
    [
      '::slide{layout=tow-columns}\n\n## A\n\na\n\n::column\n\nb',
      'directive-option-value: Did you mean `two-columns`?',
    ],
    [
      '# A\n\n:::columns\n\n:::steps\n\n- a\n\n:::\n\n::column\n\nb\n\n:::',
      'directive-stray-fence: A container inside `columns` has as many colons and ended it: open `columns` on line 3 with one colon more.',
    ],
    [
      '# A\n\n```{table} B\n| a |\n```',
      'syntax-foreign: Take both fences away, the table stays; a caption is a paragraph. As it stands it is code.',
    ],
    [
      '# A\n\n[b](#the-part)\n\n---\n\n## B\n\n### The part\n\nc',
      'link-slide-missing: A heading of this name stands on the slide `#b`: link to that, or name the heading, `{#the-part}` behind it.',
    ],
  ])('%j', async (deck, message) => {
    expect(await brief(deck)).toEqual([message]);
  });
});

test('the keys beside one that cannot be read hold', async () => {
  const { data } = await check('---\ntitle: My: talk\nauthor: Ann\nslide-level: 2\n---\n\n# A');
  expect(data.deck).toMatchObject({ title: '', author: 'Ann', slideLevel: 2 });
});

describe('what other tools write becomes what Lectern reads', () => {
  test.each([
    ['---\ntitle: My: talk\n---\n\n# A\n', '---\ntitle: "My: talk"\n---\n\n# A\n'],
    [
      '# A\n\nb\n\nNote: say\n\nmore\n\n---\n\n# C\n',
      '# A\n\nb\n\n:::notes\n\nsay\n\nmore\n\n:::\n\n---\n\n# C\n',
    ],
    ['# A\n\n/// tip | B\n\nc\n\nd\n\n///\n\ne\n', '# A\n\n> [!TIP] B\n> c\n>\n> d\n\ne\n'],
    ['# A\n\n/// warning\n\nc\n\n///\n', '# A\n\n> [!WARNING]\n> c\n'],
    ['# A\n\n```{tip} B\nc\n```\n', '# A\n\n> [!TIP] B\n> c\n'],
    [
      '# A\n\n:::: {.columns}\n\n::: {.column width="40%"}\nb\n:::\n\n::: {.column width="60%"}\nc\n:::\n\n::::\n\nd\n',
      '# A\n\n:::columns{ratio="2:3"}\n\nb\n\n::column\n\nc\n\n:::\n\nd\n',
    ],
    [
      '# A\n\n:::::: columns\n::: column\nb  \nb\n\n::: incremental\n- c\n\n\n- d\n:::\n:::\n::: column\n```\n:::\n\n\n:::\n```\n:::\n::::::\n',
      '# A\n\n::::columns\n\nb  \nb\n\n:::steps\n\n- c\n\n\n- d\n\n:::\n\n::column\n\n```\n:::\n\n\n:::\n```\n\n::::\n',
    ],
    ['# A\n\n| b | c |\n| 1 | 2 |\n', '# A\n\n| b | c |\n| --- | --- |\n| 1 | 2 |\n'],
    [
      '# A\r\n\r\n| b | c |\r\n|---|\r\n| 1 | 2 |\r\n',
      '# A\r\n\r\n| b | c |\r\n| --- | --- |\r\n| 1 | 2 |\r\n',
    ],
    ['# A\n\n> | b | c |\n> | 1 | 2 |\n', '# A\n\n> | b | c |\n> | --- | --- |\n> | 1 | 2 |\n'],
    [
      '# A\n\n:::comparison\n\n| b | c | d |\n| e | yes | no |\n\n:::\n',
      '# A\n\n:::comparison\n\n| b | c | d |\n| --- | --- | --- |\n| e | yes | no |\n\n:::\n',
    ],
    ['# A\n\n(target)=\n## B\n\nc [d](#target)\n', '# A\n\n## B {#target}\n\nc [d](#target)\n'],
    [
      '# A\n\n```{figure} b.svg\n:name: the-fig\n:width: 60%\n:align: right\n:alt: A curve\n\nIt rises.\n```\n',
      '# A\n\n![A curve](b.svg "It rises."){#the-fig width=60% .right}\n',
    ],
    [
      '# A\n\n```{figure-md} the-fig\n:class: wide\n\n![](b.svg)\n\nIt rises.\n```\n',
      '# A\n\n![It rises.](b.svg "It rises."){#the-fig}\n',
    ],
    [
      '# A\n\n```{image} b.svg\n:alt: A curve\n:width: 200px\n```\n',
      '# A\n\n![A curve](b.svg){width=200px}\n',
    ],
    ['# A\n\n```{table} B\n:name: t\n\n| b |\n| - |\n| 1 |\n```\n', '# A\n\nB\n\n| b |\n| - |\n| 1 |\n'],
    ['# A\n\n```{note} B\n:class: dropdown\n\nc\n```\n', '# A\n\n> [!NOTE] B\n> c\n'],
    [
      '# A\n\n```{code-block} python\n:caption: a.py\n:emphasize-lines: 1, 2\n:linenos:\n\na = 1\nb = 2\n```\n',
      '# A\n\n```python title="a.py" {1,2} numbers\na = 1\nb = 2\n```\n',
    ],
    ['# A\n\n```{figure} b.svg\nWhat it shows\n```\n', '# A\n\n![What it shows](b.svg "What it shows")\n'],
    [
      '# A\n\n```{table} Caption\na | b\n--- | ---\n1 | 2\n```\n',
      '# A\n\nCaption\n\na | b\n--- | ---\n1 | 2\n',
    ],
    ['# A\n\n::: {.notes}\nb\n:::\n', '# A\n\n:::notes\n\nb\n\n:::\n'],
    ['# A\n\n::: {.incremental}\n\n- b\n\n:::\n', '# A\n\n:::steps\n\n- b\n\n:::\n'],
  ])('%j', async (deck, mended) => {
    const { text } = applyFixes(deck, (await check(deck)).messages);
    expect(text).toBe(mended);
    expect(await brief(text)).toEqual([]);
  });

  test('an admonition with options or without an end is left to its author', async () => {
    for (const deck of ['# A\n\n```{tip} B\n:icon: x\n\nc\n```\n', '# A\n\n/// tip | B\n\nc\n'])
      expect((await check(deck)).messages.map(({ fix }) => fix)).toEqual([undefined]);
  });
});

/** Compile a deck in a folder of a few files. */
async function inFolder(deckText: string): Promise<VFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-slips-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'media'));
  await writeFile(path.join(folder, 'media', 'hills.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'circle.ts'), 'export {};\n');
  await writeFile(path.join(folder, 'deck.md'), deckText);
  const { deck } = await checkDeck(path.join(folder, 'deck.md'), {}, await shippedFiles());
  return deck.file;
}

describe('what is not there: the one that is meant', () => {
  test.each([
    ['![a](media/hils.svg)', 'Did you mean `media/hills.svg`?'],
    ['![b](media/Hills.png)', 'Did you mean `media/hills.svg`?'],
    ['![c](C:\\talks\\c.svg)', 'Copy the file into the deck’s folder and write `c.svg`.'],
    ['![c](c:/talks/c.svg)', 'Copy the file into the deck’s folder and write `c.svg`.'],
    ['![c](file:///C:/talks/c.svg)', 'Copy the file into the deck’s folder and write `c.svg`.'],
    ['![c](file:///home/me/c.svg)', 'Copy the file into the deck’s folder and write `c.svg`.'],
    ['<img src="C:\\talks\\c.svg" alt="c">', 'Copy the file into the deck’s folder and write `c.svg`.'],
    [
      '<img src="media\\hills.svg" alt="c">',
      'Write `media/hills.svg`: folders are parted by `/`, on Windows too.',
    ],
    [
      '<video src="media\\hills.svg" title="c" controls></video>',
      'Write `media/hills.svg`: folders are parted by `/`, on Windows too.',
    ],
    [
      '![c](my media/hills.svg)',
      'A path with blanks stands between `<` and `>`: `![What it shows](<my pictures/x.png>)`. As it stands it is text.',
    ],
    ['![c](c.svg)', 'Paths are relative to the deck; upper and lower case count.'],
    ['::code{src="cirle.ts"}', 'Did you mean `circle.ts`?'],
    ['::code{src="lib\\circle.ts"}', 'Write `lib/circle.ts`: folders are parted by `/`, on Windows too.'],
    ['[the code](circel.ts)', 'Did you mean `circle.ts`?'],
    ['[one up](../circel.ts)', 'Paths are relative to the deck; upper and lower case count.'],
    ['[the first](#star)', 'Did you mean `#start`?'],
    ['[the table](#tabel)\n\n<p id="table">d</p>', 'Did you mean `#table`?'],
    ['::code{src="C:\\circle.ts"}', 'Paths are relative to the deck; upper and lower case count.'],
  ])('%s', async (text, note) => {
    const file = await inFolder(`::slide{#start}\n\n# A\n\n${text}\n`);
    expect(file.messages.map((message) => message.note)).toEqual([note]);
  });

  test('a path with `\\` is written with `/`', async () => {
    const text = '# A\n\n![a](media\\hills.svg "b")\n\n- ![c](media\\_d.svg)\n';
    const file = await inFolder(text);
    expect(file.messages.map(({ reason, line, column }) => [reason, line, column])).toEqual([
      ['Unexpected `\\` in the path `media\\hills.svg`, expected `/`', 3, 6],
      ['Unexpected `\\` in the path `media\\_d.svg`, expected `/`', 5, 8],
    ]);
    expect(applyFixes(text, file.messages).text).toBe(text.replaceAll('\\', '/'));
  });
});
