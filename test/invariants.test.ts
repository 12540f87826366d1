/** What must hold for every fixture and every deck of the project, whatever it is about. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compileTree, stringifyDocument } from '../src/compile.js';
import { decodeText } from '../src/deck/decode-text.js';
import { listSections } from '../src/deck/sections.js';
import { hasErrors } from '../src/diagnostics/report.js';
import { type Rule, rules } from '../src/diagnostics/rules.js';
import {
  compileFile,
  compileOnce,
  fixtureNames,
  fixturesFolder,
  projectFolder,
  shippedFiles,
  slidesHtml,
} from './support.js';
import { authoredWords, renderedWords } from './words.js';

const decks = [
  ...fixtureNames.map((name) => path.join(fixturesFolder, name, 'input.md')),
  ...['keras-vs-pytorch', 'tour'].map((name) => path.join(projectFolder, 'slides', name, 'deck.md')),
].filter((file) => existsSync(file));

describe.each(decks.map((file) => [path.relative(projectFolder, file), file] as const))(
  '%s',
  (name, file) => {
    const read = () => decodeText(readFileSync(file)).text;
    const compiledDeck = compileOnce(file);

    test('loses no word', async () => {
      const { tree, file: compiled } = compiledDeck();
      // A deck that is refused is not read at all, which is said.
      if (compiled.data.refused) return expect(hasErrors(compiled)).toBe(true);
      // What only some talks show is lost when none of them does.
      const talks = (compiled.data.talks ?? []).map(({ name: talk }) => compileFile(file, { talk }));
      const trees = [tree, ...(await Promise.all(talks)).map((made) => made.tree)];
      const rendered = new Set(trees.flatMap((one) => [...renderedWords(one)]));
      const lost = [...(await authoredWords(read()))].filter((word) => !rendered.has(word));
      // What the sanitiser removes is said; undefined footnotes and attributes in braces are not words.
      return expect(lost.filter((word) => !allowedLosses(name).includes(word))).toEqual([]);
    });

    test('gives every slide a place, and no id twice', () => {
      const { tree, file: compiled } = compiledDeck();
      const sections = listSections(tree);
      expect(sections.length).toBe(compiled.data.slides?.length);
      expect(sections.every((section) => (section.position?.start.line ?? 0) > 0)).toBe(true);
      const ids: string[] = [];
      visit(tree, 'element', (element: Element) => {
        if (typeof element.properties.id === 'string') ids.push(element.properties.id);
      });
      const reported = compiled.messages.some((message) => message.ruleId === 'slide-id-duplicate');
      expect(reported || ids.length === new Set(ids).size).toBe(true);
    });

    test('gives every block of the author a place', () => {
      const { tree } = compiledDeck();
      const without: string[] = [];
      visit(tree, 'element', (element: Element) => {
        if (element.tagName === 'svg' || element.tagName === 'math') return 'skip';
        const block = /^(p|ul|ol|li|table|tr|td|pre|blockquote|figure|h[1-6])$/.test(element.tagName);
        if (block && !element.position && !isGenerated(element))
          without.push(`${element.tagName} ${JSON.stringify(element.properties)}`);
        return undefined;
      });
      expect(without).toEqual([]);
    });

    test('gives equal bytes twice, and with every kind of line end', async () => {
      const text = read();
      const html = async (value: string) => slidesHtml(await compileTree(value));
      const first = await html(text);
      expect(await html(text)).toBe(first);
      expect(first).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/);
      const normal = (value: string) => value.replaceAll(/\r\n?/g, '\n');
      const lf = normal(text);
      const expected = normal(lf === text ? first : await html(lf));
      expect(normal(await html(lf.replaceAll('\n', '\r\n')))).toBe(expected);
      expect(normal(await html(lf.replaceAll('\n', '\r')))).toBe(expected);
    });

    test('keeps every message in its sentence shape', () => {
      const { file: compiled } = compiledDeck();
      for (const message of compiled.messages) {
        expect(message.reason).toMatch(/^Unexpected [^]+, expected [^]+/);
        expect(Object.keys(rules)).toContain(message.ruleId);
      }
    });
  },
);

/** Made by Lectern, not from a node: lines of the title slide, dates and counts, the list of notes, a list's hidden heading. */
function isGenerated(element: Element): boolean {
  const fromNode = JSON.stringify(element.children).includes('"position"');
  return !fromNode || (element.tagName === 'ol' && !element.properties.start && isNotes(element));
}

function isNotes(list: Element): boolean {
  return list.children.every(
    (item) => item.type !== 'element' || String(item.properties.id).includes('-note-'),
  );
}

/** Words that are meant to vanish, by fixture: each is reported by a message there. */
function allowedLosses(name: string): readonly string[] {
  const losses: Readonly<Record<string, readonly string[]>> = {
    'test/fixtures/raw-html/input.md': ['alert'],
    'test/fixtures/talk-mistakes/input.md':
      'Introduction Nobody Without condition name that wrong Outer Inner talk two'.split(' '),
    'test/fixtures/slide-kinds/input.md': ['Never', 'shown', 'Absent', 'from', 'the', 'bytes'],
  };
  return losses[name] ?? [];
}

test('every rule of the catalogue occurs in a fixture', async () => {
  // What a browser or the network finds, and a deck of a megabyte or of full trust, or a drawing of megabytes, have tests of their own: test/unit/deck-bounds.test.ts, trust.test.ts, test/robustness/pictures.test.ts, test/check, test/unit/remote.test.ts, remote-links.test.ts.
  const elsewhere = Object.entries<Rule>(rules).filter(([, { stage = 'compile' }]) =>
    ['browser', 'links', 'all'].includes(stage),
  );
  const seen = new Set<string>([
    'image-fetch',
    'image-elements',
    'deck-size',
    'trust-full',
    ...elsewhere.map(([id]) => id),
  ]);
  const missing = () => Object.keys(rules).filter((id) => !seen.has(id));
  // What each fixture says is kept beside it, and proven by fixtures.test.ts.
  for (const name of fixtureNames) {
    const messages = readFileSync(path.join(fixturesFolder, name, 'messages.txt'), 'utf8');
    for (const [, id] of messages.matchAll(/ ([a-z0-9-]+)(?: \(--fix mends it\))?$/gm)) seen.add(id ?? '');
  }
  // A limit of nothing: every picture lies beside the file, which is said too; the theme is looked up with the document.
  for (const name of fixtureNames) {
    if (missing().length === 0) break;
    const deck = await compileFile(path.join(fixturesFolder, name, 'input.md'), { inlineLimit: 0 });
    stringifyDocument(deck, 'slides', await shippedFiles());
    for (const message of deck.file.messages) seen.add(message.ruleId ?? '');
  }
  expect(missing()).toEqual([]);
});
