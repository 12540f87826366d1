/** `lectern new` as a process: templates that are fine as they are, and first decks of articles that lose no word. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { convertArticle } from '../../src/article/convert-article.js';
import { compileText, projectFolder } from '../support.js';
import { authoredWords, renderedWords } from '../words.js';
import { makeFolder, runCli } from './run-cli.js';

describe.each(['talk', 'comparison', 'lecture', 'timeline'])('the template %s', (template) => {
  test('is a deck without a message that bears the name of its folder', async () => {
    const folder = makeFolder();
    const made = await runCli(
      ['new', 'my-first-talk', '--template', template, '--yes', '--author', 'Ada: E.'],
      folder,
    );
    expect([made.code, made.stdout]).toEqual([0, 'my-first-talk/deck.md\n']);
    const deck = readFileSync(path.join(folder, 'my-first-talk/deck.md'), 'utf8');
    expect(deck).toContain('title: My first talk\n');
    expect(deck).toContain('author: "Ada: E."\n');
    expect(deck).toContain('\n# My first talk\n');
    const checked = await runCli(['check', '--no-browser', '--strict', 'my-first-talk'], folder);
    expect(checked.stderr + checked.stdout).toMatch(/fine/);
    expect(checked.code).toBe(0);
  });
});

test.each([
  ['a folder that holds something', ['new', 'taken', '--yes'], /not empty/],
  ['no name', ['new'], /No folder is named/],
  ['two names', ['new', 'one', 'two'], /More than one folder/],
  ['a template that is close', ['new', 'x', '--template', 'talks', '--yes'], /Did you mean `talk`/],
  ['an article that is not there', ['new', 'x', '--from', 'none.md'], /cannot be read/],
  ['an article that is a folder', ['new', 'x', '--from', 'taken'], /cannot be read/],
  ['an article that is empty', ['new', 'x', '--from', 'empty.md'], /holds nothing/],
  ['an article in another encoding', ['new', 'x', '--from', 'old.md'], /no text in UTF-8/],
  ['a template and an article', ['new', 'x', '--from', 'a.md', '--template', 'talk'], /exclude one another/],
])('%s is refused and nothing is written', async (_what, args, reason) => {
  const folder = makeFolder({ 'taken/x.txt': '', 'a.md': '# A', 'empty.md': ' \n' });
  writeFileSync(path.join(folder, 'old.md'), Buffer.from('# Caf\xe9\n', 'latin1'));
  const { code, stderr } = await runCli(args, folder);
  expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'empty.md', 'old.md', 'taken']);
});

const article = `---
title: Two libraries
layout: post
---

# Two libraries

They look alike, and are not, and it takes a while to see where the difference begins to matter to those who use them every day.

## Where they come from

- **2015**: The first one is published
- May 2016 – The second one
- **2019-10-01** They meet

## What they cost

| | One | Other |
| :-- | --: | --: |
| Licence (EUR) ↓ | 0 | 12 |
| Support (h) ↑ | 8 | 24 |

![A chart](img/chart.svg)

## In practice

### At home

The first paragraph is long, because it says many things that nobody would read on a slide while somebody is speaking. It goes on, for a long time, about this and that, and the other. It ends with [a link](https://example.org/x).

A short one.

The last paragraph is long too, because it also says many things that nobody would read on a slide while somebody is speaking, and then some more words to make it longer than that, and longer still, so that nobody would think of showing it.

### At work

See [that page][page].

[page]: https://example.org/page
`;

describe('an article', () => {
  test('becomes slides, notes, a comparison and a timeline, and the command says so', async () => {
    const folder = makeFolder({
      'article.md': article,
      'img/chart.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const { code, stdout, stderr } = await runCli(['new', 'deck', '--from', 'article.md'], folder);
    expect([code, stdout]).toEqual([0, 'deck/deck.md\n']);
    expect(stderr).toMatch(
      /6 slides[^]*3 long paragraphs in the notes[^]*1 table as a comparison[^]*1 dated list as a timeline/,
    );
    expect(existsSync(path.join(folder, 'deck/img/chart.svg'))).toBe(true);
    const deck = readFileSync(path.join(folder, 'deck/deck.md'), 'utf8');
    expect(deck).toContain(
      ':::timeline\n\n- **2015** The first one is published\n- **May 2016** The second one\n',
    );
    expect(deck).toContain(
      '- The first paragraph is long, because it says many things that nobody would read on a slide while somebody is speaking.\n',
    );
    expect(deck).toContain('::slide{layout=section}\n\n# In practice');
    expect(deck.startsWith('---\ntitle: Two libraries\n---\n')).toBe(true);
  });

  test('links to its neighbours lead there from the folder of the deck', async () => {
    const text = `# T

See [one](one.md), [two](../two.md#part "Two"), [three](<sub/three (3).md?x>), [four](a%20b.md), [*five*][5], [six](./#top),
[top](#top), [web](https://a.example/x.md), [mail](mailto:a@b.example), [root](/x.md), [same](img/p.svg), [esc](a\\_b.md) and \`[code](one.md)\`.

![p](img/p.svg)

[5]: five.md 'Five'
`;
    const folder = makeFolder({
      'docs/article.md': text,
      'docs/img/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    await runCli(['new', 'talks/mine', '--from', 'docs/article.md'], folder);
    const deck = readFileSync(path.join(folder, 'talks/mine/deck.md'), 'utf8');
    const links = [
      '[one](../../docs/one.md)',
      '[two](../../two.md#part "Two")',
      '[three](<../../docs/sub/three%20%283%29.md?x>)',
      '[four](../../docs/a%20b.md)',
      '[six](../../docs/#top)',
      '[top](#top)',
      '[web](https://a.example/x.md)',
      '[mail](mailto:a@b.example)',
      '[root](/x.md)',
      '[same](img/p.svg)',
      '[esc](a\\_b.md)',
      '`[code](one.md)`',
      "[5]: ../../docs/five.md 'Five'",
      '![p](img/p.svg)',
    ];
    expect(links.filter((link) => !deck.includes(link))).toEqual([]);
  });

  test('that is a table of words stays a table, and undated items a list', async () => {
    const { deck } = await convertArticle(
      '# T\n\n## A\n\n| a | b | c |\n|--|--|--|\n| x | | |\n| y | | |\n\n- one: 1\n- two: 2\n- three: 3\n',
      'x',
    );
    expect(deck).not.toContain(':::');
  });

  test('whose title has an id and marks bears its words alone, once', async () => {
    const { deck } = await convertArticle('# A *fine* `title` { #top .x }\n\n- a list\n\n## B\n', 'x');
    expect(deck.startsWith('---\ntitle: A fine title\n---\n')).toBe(true);
    const { messages, data } = (await compileText(deck)).file;
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([]);
    expect(data.slides).toHaveLength(3);
  });

  test.each([
    ['nothing', '', 1],
    ['words alone', 'Just words.', 1],
    ['one heading', '# T', 1],
    ['headings alone', '# T\n\n## A\n\n## B', 3],
    ['carriage returns', '# T\r\n\r\n## A\r\n\r\nText.\r\n', 2],
  ])('of %s is a deck', async (_what, text, slides) => {
    const { deck, counts } = await convertArticle(text, 'name');
    expect(counts.slides).toBe(slides);
    expect((await compileText(deck)).file.data.slides).toHaveLength(slides);
  });
});

const articles = path.join(projectFolder, '..', 'shared', 'decks', 'article');
const files = existsSync(articles) ? globSync('*/*.md', { cwd: articles }).sort() : [];

test.skipIf(files.length === 0)(
  `articles of other people${files.length === 0 ? ' (skipped: ../shared/decks is missing)' : ''}`,
  () => expect(files).toHaveLength(10),
);

describe.runIf(files.length > 0).each(files)('%s', (name) => {
  test('loses no word on the way to a deck', async () => {
    const text = readFileSync(path.join(articles, name), 'utf8');
    const { deck } = await convertArticle(text, 'name');
    const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
    const kept = await authoredWords(deck);
    expect([...(await authoredWords(body))].filter((word) => !kept.has(word))).toEqual([]);
    // What the slides show and the notes say, together.
    const { tree, file } = await compileText(deck);
    const rendered = renderedWords(tree);
    const said = file.messages.map(({ reason, note, actual }) => `${reason} ${note} ${actual}`).join('\n');
    expect([...kept].filter((word) => !rendered.has(word) && !said.includes(word))).toEqual([]);
  });
});
