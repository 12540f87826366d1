/** Decks of other people, in other dialects: what must hold for any deck holds for them too. They lie outside of the project. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { globSync } from 'tinyglobby';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compileTree, type DeckTree } from '../src/compile.js';
import { decodeText } from '../src/deck/decode-text.js';
import { listSections } from '../src/deck/sections.js';
import { compileFile, compileOnce, projectFolder, slidesHtml } from './support.js';
import { authoredWords, renderedWords } from './words.js';

const folder = path.join(projectFolder, '..', 'shared', 'decks');
const decks = existsSync(folder)
  ? globSync('**/*.{md,qmd,Rmd}', { cwd: folder, ignore: 'README.md' }).sort()
  : [];

/** Plain articles: a heading starts a slide, as their author would say in the front matter. */
const articles = decks.filter((name) => name.startsWith('article/'));

async function lostWords(deck: DeckTree, text: string): Promise<string[]> {
  const rendered = renderedWords(deck.tree);
  const said = deck.file.messages.map(({ reason, note, actual }) => `${reason} ${note} ${actual}`).join('\n');
  return [...(await authoredWords(text))].filter((word) => !rendered.has(word) && !said.includes(word));
}

test.skipIf(decks.length === 0)(
  `there are decks${decks.length === 0 ? ' (skipped: ../shared/decks is missing)' : ''}`,
  () => {
    expect(decks.length).toBeGreaterThan(50);
  },
);

describe.runIf(decks.length > 0).each(decks)('%s', (name) => {
  const file = path.join(folder, name);
  const read = () => decodeText(readFileSync(file)).text;
  const compiledDeck = compileOnce(file);

  test('loses no word that no message names', async () => {
    expect(await lostWords(compiledDeck(), read())).toEqual([]);
  });

  test('gives every slide a place and a name, and no id twice', () => {
    const { tree, file: compiled } = compiledDeck();
    const sections = listSections(tree);
    expect(sections.length).toBe(compiled.data.slides?.length);
    expect(sections.filter((section) => section.position === undefined)).toEqual([]);
    const named = sections.filter(({ properties }) => properties.ariaLabelledBy ?? properties.ariaLabel);
    expect(named).toHaveLength(sections.length);
    const ids: string[] = [];
    visit(tree, 'element', ({ properties }: Element) => {
      if (typeof properties.id === 'string') ids.push(properties.id);
    });
    const reported = compiled.messages.some(({ ruleId }) => ruleId === 'slide-id-duplicate');
    expect(reported || ids.length === new Set(ids).size).toBe(true);
  });

  test('gives every message a place, a rule and its sentence', () => {
    const { file: compiled } = compiledDeck();
    for (const message of compiled.messages) {
      expect(message.reason).toMatch(/^Unexpected [^]+, expected [^]+/);
      expect(message.line).toBeGreaterThan(0);
    }
  });

  test('gives equal bytes twice', async () => {
    const first = slidesHtml(compiledDeck());
    expect(slidesHtml(await compileFile(file)) === first).toBe(true);
  });
});

describe.runIf(articles.length > 0).each(articles)('%s with `slide-level: 2`', (name) => {
  test('is a deck of several slides, and loses no word', async () => {
    const { text } = decodeText(readFileSync(path.join(folder, name)));
    const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
    const source = `---\nslide-level: 2\n---\n\n${body}`;
    const deck = await compileTree(source);
    expect(deck.file.data.slides?.length).toBeGreaterThan(2);
    expect(await lostWords(deck, source)).toEqual([]);
  });
});
