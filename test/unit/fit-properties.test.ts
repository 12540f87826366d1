/** What must hold of every slide that is fitted, whatever stands on it: no word lost, none twice, order, ids, bytes. */

import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { listSections } from '../../src/deck/sections.js';
import { slidesHtml } from '../support.js';

const numRuns = process.env.LECTERN_FULL ? 300 : 40;

/** Blocks in a shape; words are numbered afterwards, so that each stands once. */
const words = (max: number) => fc.integer({ min: 1, max }).map((count) => 'w '.repeat(count).trim());
const blocks = fc.oneof(
  words(120),
  words(6).map((text) => `### ${text}`),
  fc
    .array(words(30), { minLength: 1, maxLength: 30 })
    .map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(words(20), { minLength: 1, maxLength: 25 })
    .map((items) => items.map((item) => `1. ${item}`).join('\n')),
  fc
    .array(words(8), { minLength: 1, maxLength: 25 })
    .map((rows) => `| head | head |\n| - | - |\n${rows.map((row) => `| ${row} | w |`).join('\n')}`),
  fc
    .array(fc.array(words(5), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    .map((parts) => `\`\`\`text\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n\`\`\``),
  fc
    .array(words(20), { minLength: 1, maxLength: 20 })
    .map((items) => `:::steps\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n:::`),
);
const decks = fc.array(blocks, { minLength: 1, maxLength: 8 }).map((all) => {
  let count = 0;
  return `## Title\n\n${all.join('\n\n')}\n`.replace(/\bw\b/g, () => `w${(count += 1)}`);
});

function wordsOf(tree: Root): string[] {
  const texts: string[] = [];
  for (const section of listSections(tree)) visit(section, 'text', ({ value }) => void texts.push(value));
  return texts.join(' ').match(/\bw\d+\b/g) ?? [];
}

test('every word stands once, in the author’s order', async () => {
  await fc.assert(
    fc.asyncProperty(decks, async (text) => {
      const { tree } = await compileTree(text);
      expect(wordsOf(tree)).toEqual(text.match(/\bw\d+\b/g));
    }),
    { numRuns },
  );
});

test('ids stand once, bytes are equal twice, parts count up', async () => {
  await fc.assert(
    fc.asyncProperty(decks, async (text) => {
      const { tree, file } = await compileTree(text);
      const ids: string[] = [];
      visit(tree, 'element', ({ properties: { id } }: Element) => {
        if (typeof id === 'string') ids.push(id);
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(slidesHtml((await compileTree(text)) as never)).toBe(slidesHtml({ tree } as never));
      const slides = file.data.slides ?? [];
      expect(slides.map(({ number }) => number)).toEqual(slides.map((_, index) => index + 1));
      if (slides.length > 1)
        expect(slides.map(({ part }) => part?.index)).toEqual(slides.map((_, index) => index + 1));
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

test('no part ends with a heading', async () => {
  await fc.assert(
    fc.asyncProperty(decks, async (text) => {
      const { tree } = await compileTree(text);
      for (const section of listSections(tree).slice(0, -1)) {
        const blocksOf = (element: Element): Element[] =>
          element.children.filter((child): child is Element => child.type === 'element');
        const body = blocksOf(section)
          .flatMap(blocksOf)
          .find(({ properties }) => String(properties.className).includes('slide-body'));
        expect(body && blocksOf(body).at(-1)?.tagName).not.toMatch(/^h\d$/);
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});
