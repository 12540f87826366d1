/** A deck that is made with what is known of earlier ones is, to the last byte and position, the deck that is made anew. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAssets, renderLive, stringifyDocument } from '../../src/compile.js';
import { movePlaces, origin, writeContent } from '../../src/deck/content-key.js';
import { createMemoryMemo, type Memo } from '../../src/memo.js';
import { loadDeck } from '../../src/output/load.js';
import {
  compileText,
  fixtureNames,
  fixturesFolder,
  projectFolder,
  shippedFiles,
  testToday,
} from '../support.js';

const full = process.env.LECTERN_FULL === '1';

/** All that a deck becomes, with places. */
async function make(deckPath: string, text: string, memo?: Memo) {
  const config = { memo, bytes: Buffer.from(text), today: testToday, talk: undefined };
  const { deck, sources } = await loadDeck(deckPath, config, await shippedFiles());
  const { slides, styles, usesMath } = deck.file.data;
  const html = stringifyDocument(deck, 'notes', sources);
  return { html, tree: deck.tree, messages: deck.file.messages.map(plain), slides, styles, usesMath };
}

/** All that the page of the dev server is told, and the page itself. */
async function makeLive(deckPath: string, text: string, memo?: Memo, files?: Map<string, Uint8Array>) {
  const config = { memo, bytes: Buffer.from(text), today: testToday, files, live: 'token' } as const;
  const { deck, sources } = await loadDeck(deckPath, { ...config, assets: 'folder' }, await shippedFiles());
  placeAssets(deck, sources);
  const live = renderLive(deck, sources);
  const { slides, outline, hash, shell } = live;
  return { slides: [...slides], outline, hash, shell, page: live.write(), again: live.write() };
}

function plain({
  reason,
  place,
  ruleId,
  note,
  fix,
  file,
}: Awaited<ReturnType<typeof loadDeck>>['deck']['file']['messages'][number]) {
  return { reason, place, ruleId, note, fix, file };
}

const fixtures = fixtureNames.map((name) => path.join(fixturesFolder, name, 'input.md'));
const decks = ['tour', 'keras-vs-pytorch'].map((name) => path.join(projectFolder, 'slides', name, 'deck.md'));

/** What a hand does to a text; places are shares of it, so that one edit fits every text. */
type Edit = (text: string) => string;

const edit: fc.Arbitrary<Edit> = fc
  .record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('word', 'line', 'take', 'swap', 'slide', 'matter', 'label'),
    word: fc.constantFrom(
      'word',
      '**strong**',
      '[^1]',
      '[a]',
      '`code`',
      '---',
      ':::',
      '```',
      '<b>',
      '![](x.png)',
      '{{x}}',
    ),
  })
  .map(
    ({ at, kind, word }): Edit =>
      (text) => {
        const lines = text.split('\n');
        const line = Math.min(lines.length - 1, Math.floor(at * lines.length));
        const written = lines[line] ?? '';
        if (kind === 'word') lines[line] = `${written} ${word}`;
        if (kind === 'line') lines.splice(line, 0, '', word, '');
        if (kind === 'take') lines.splice(line, 1);
        if (kind === 'slide') lines.splice(line, 0, '', '---', '', `# New ${word}`, '', 'Text.', '');
        if (kind === 'label') lines.push('', `[^1]: A note ${word}.`, '', '[a]: https://example.org/a');
        if (kind === 'matter')
          return `---\nfooter: A footer ${at}\nprogress: sections\n---\n\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`;
        if (kind !== 'swap') return lines.join('\n');
        const slides = text.split('\n---\n');
        const from = Math.floor(at * slides.length);
        return [...slides.slice(from), ...slides.slice(0, from)].join('\n---\n');
      },
  );

const edits = fc.array(edit, { minLength: 1, maxLength: 3 });

/** Some slides of a long deck, behind its front matter: all of them would take all the time there is. */
function takeSlides(text: string, from: number): string {
  const matter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const slides = text.slice(matter.length).split('\n---\n');
  const start = from % Math.max(1, slides.length - 8);
  return full ? text : matter + slides.slice(start, start + 8).join('\n---\n');
}

test('what an author calls line and column is no place', async () => {
  const deck = (style: string) =>
    `# A\n\n---\n\n# B\n\n<p line="3" column="2">${style}</p>\n\n:::steps{line=3 column=2 style=${style}}\n\n- a\n\n:::\n`;
  const rules = async (style: string) =>
    (await compileText(deck(style))).file.messages.map(({ ruleId }) => ruleId);
  expect(new Set(await rules('x'))).toEqual(new Set(['directive-option-unknown', 'html-removed']));
  const attributes = { line: '3', column: '2', style: 'x' };
  expect(movePlaces(attributes, origin, { line: 5, column: 1, offset: 40 })).toEqual(attributes);
  expect(writeContent(attributes, origin)).not.toBe(writeContent({ ...attributes, style: 'y' }, origin));
});

describe('with a memo', () => {
  test('a deck with everything in it is made again as it was', async () => {
    const deck = path.join(projectFolder, 'slides', 'tour', 'deck.md');
    const text = readFileSync(deck, 'utf8');
    const memo = createMemoryMemo();
    const first = await make(deck, text);
    expect(await make(deck, text, memo)).toEqual(first);
    memo.turn();
    expect(await make(deck, text, memo)).toEqual(first);
  });

  test.each([
    ['fixtures', fixtures, full ? 2000 : 25],
    ['decks', decks, full ? 200 : 5],
  ])(
    'a deck is what it is without, edit after edit: %s',
    async (_name, files, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...files), fc.nat(), edits, async (deck, from, changes) => {
          const memo = createMemoryMemo();
          let text = takeSlides(readFileSync(deck, 'utf8'), from);
          await make(deck, text, memo);
          for (const change of changes) {
            memo.turn();
            text = change(text);
            expect(await make(deck, text, memo)).toEqual(await make(deck, text));
          }
        }),
        { numRuns },
      );
    },
    full ? 3_600_000 : undefined,
  );

  test('a page that is followed is what it is without, edit after edit', async () => {
    const numRuns = full ? 500 : 8;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures, ...(full ? decks : [])),
        fc.nat(),
        edits,
        async (deck, from, changes) => {
          const memo = createMemoryMemo();
          let text = takeSlides(readFileSync(deck, 'utf8'), from);
          await makeLive(deck, text, memo);
          for (const change of changes) {
            memo.turn();
            text = change(text);
            expect(await makeLive(deck, text, memo)).toEqual(await makeLive(deck, text));
          }
        },
      ),
      { numRuns },
    );
  });

  test('a page that is followed shows pictures as they are now', async () => {
    const deckPath = path.join(projectFolder, 'slides', 'none.md');
    const text = '# A\n\n![One](a.svg)\n\n---\n\n# B\n\n![Two](a.svg){.inline}\n';
    const memo = createMemoryMemo();
    const svg = (width: number) =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 9"><rect width="9"/></svg>`);
    const states = [new Map([['a.svg', svg(20)]]), new Map(), new Map([['a.svg', svg(30)]])];
    const hashes = new Set<string>();
    for (const files of states) {
      const page = await makeLive(deckPath, text, memo, files);
      expect(page).toEqual(await makeLive(deckPath, text, undefined, files));
      hashes.add(page.hash);
      memo.turn();
    }
    expect(hashes.size).toBe(3);
  });

  test('of a page that is followed, only a slide that was changed is written anew', async () => {
    const deckPath = path.join(projectFolder, 'slides', 'none.md');
    const deck = (word: string) =>
      ['One', word, 'Three'].map((name) => `# ${name}\n\n- a\n`).join('\n---\n\n');
    const memo = createMemoryMemo();
    await makeLive(deckPath, deck('Two'), memo);
    const written: string[] = [];
    const counting: Memo = {
      get: (key) => memo.get(key),
      keep(key, value) {
        if (key.startsWith('live:')) written.push(key);
        memo.keep(key, value);
      },
    };
    await makeLive(deckPath, deck('Two more'), counting);
    expect(written).toHaveLength(1);
  });

  test('only what was changed is made anew', async () => {
    const made = new Map<string, number>();
    const memo = createMemoryMemo();
    const counting: Memo = {
      get: (key) => memo.get(key),
      keep(key, value) {
        const kind = /\w+/.exec(key)?.[0] ?? '';
        made.set(kind, (made.get(kind) ?? 0) + 1);
        memo.keep(key, value);
      },
    };
    const slide = (word: string) => `# ${word}\n\n${'Words of the slide. '.repeat(40)}\n\n- ${word}\n`;
    const deck = (word: string) => ['One', word, 'Three', 'Four'].map(slide).join('\n---\n\n');
    const deckPath = path.join(projectFolder, 'slides', 'none.md');
    await make(deckPath, deck('Two'), counting);
    expect(Object.fromEntries(made)).toEqual({ parse: 4, fit: 4, draw: 4, access: 4 });
    made.clear();
    await make(deckPath, deck('Other'), counting);
    expect(Object.fromEntries(made)).toEqual({ parse: 1, fit: 1, draw: 1, access: 1 });
  });
});
