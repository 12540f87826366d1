/** What holds for any deck: it is answered, the same however it is written, a page that reads again as itself, and every slide stands alone. */
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compileTree, type DeckTree } from '../../src/compile.js';
import { listSections } from '../../src/deck/sections.js';
import { rehypeSanitize } from '../../src/plugins/rehype-sanitize.js';
import { dangers } from '../dangers.js';

const seed = Number(process.env.LECTERN_SEED ?? Date.now() % 2_147_483_647);
const parameters = { numRuns: process.env.LECTERN_FULL === '1' ? 1000 : 40, seed };
console.log(`properties of decks: seed ${seed}`);

/** Pieces that mean something to the parser, alone and beside one another. */
const piece = fc.constantFrom(
  ...'# |## |- |1. |> |* |** |_ |~~ |` |```js\n|```\n|$ |$$\n|| a | b |\n| - | - |\n|<b> |</b> |<div>\n\n|</div> |<svg> |<!-- x --> |<script> |&lt; |[a](b) |![a](b.png) |[^1] |\n\n[^1]: x\n\n|:::columns\n\n|:::notes\n\n|\n:::\n\n|::slide{.a}\n\n|{{x}} |{.b} |:smile: |https://example.org '.split(
    /(?<!\| [ab-] )\|(?! [ab-] \|)/,
  ),
  '\n',
  '\n\n',
  'words ',
  'Ünïcode ',
  '\u{1f600} ',
);
const body = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

const htmlOf = ({ tree }: DeckTree): string => toHtml(tree);
const slidesOf = ({ tree }: DeckTree): string[] => listSections(tree).map((section) => toHtml(section));

test('any text is answered, and what is shown is safe (P1, P8)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(body, fc.string({ unit: 'binary', maxLength: 200 })), async (text) => {
      const deck = await compileTree(text);
      expect(dangers(htmlOf(deck))).toEqual([]);
      for (const { line, reason } of deck.file.messages) {
        expect(reason).toMatch(/^Unexpected/);
        expect(line ?? 1).toBeGreaterThan(0);
      }
    }),
    parameters,
  );
});

test('sanitising again changes nothing (P2), and reading again neither (P3)', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const deck = await compileTree(text);
      const html = htmlOf(deck);
      expect(toHtml(rehypeSanitize()(structuredClone(deck.tree), new VFile()))).toBe(html);
      const again = (one: string): string => toHtml(fromHtml(one, { fragment: true }));
      expect(again(again(html))).toBe(again(html));
    }),
    parameters,
  );
});

test('line ends make no difference (P4), and no half of a character is left (P5)', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const plain = text.replace(/\r\n?/g, '\n').toWellFormed();
      const expected = htmlOf(await compileTree(plain));
      for (const end of ['\r\n', '\r'])
        expect(htmlOf(await compileTree(plain.replaceAll('\n', end)))).toBe(expected);
      expect(Buffer.from(expected).toString()).toBe(expected);
    }),
    parameters,
  );
});

const paragraph = fc.stringMatching(/^[A-Za-z][a-z ]{0,30}[a-z]$/);
/** A slide, and how many breaks its code, its comment or its text seem to hold. */
const slide = fc
  .tuple(
    paragraph,
    fc.constantFrom(
      '',
      '\n\n```\n---\n```',
      '\n\n~~~\n\n---\n\n~~~',
      '\n\n<!--\n\n---\n\n-->',
      '\n\n    ---',
    ),
  )
  .map(([words, more]) => words + more);

test('there are as many slides as breaks and one, whatever code and comments hold (P6)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(slide, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (slides, matter) => {
        const front = matter ? '---\ntitle: x\nauthor: |\n  a\n  ---\n  b\n---\n\n' : '';
        const deck = await compileTree(`${front}${slides.join('\n\n---\n\n')}\n`);
        expect(slidesOf(deck)).toHaveLength(slides.length);
      },
    ),
    parameters,
  );
});

test('a slide behind a deck changes none before it (P7)', async () => {
  const plain = (html: string): string => html.replaceAll(/ aria-label="[^"]*"/g, '');
  await fc.assert(
    fc.asyncProperty(fc.array(slide, { minLength: 1, maxLength: 5 }), slide, async (slides, more) => {
      // Without totals: `slide-number: c`.
      const text = `---\nslide-number: c\n---\n\n${slides.join('\n\n---\n\n')}`;
      const before = slidesOf(await compileTree(text));
      const after = slidesOf(await compileTree(`${text}\n\n---\n\n${more}\n`));
      expect(after.slice(0, before.length).map(plain)).toEqual(before.map(plain));
    }),
    parameters,
  );
});
