/** What `print` can be told of its documents: each option on real pages. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrintLayout, type PrintSettings, printLayouts } from '../../src/config/print-settings.js';
import { checkPdfUa } from '../../src/output/pdf/ua/check.js';
import { print } from '../../src/output/print.js';
import { shippedFiles } from '../support.js';
import { type PdfFile, readPdf } from './read-pdf.js';

const slides = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];
const extras: Readonly<Record<string, string>> = {
  One: '[Far away](https://example.org/far?a=1) and [on](#seven)\n\n:::notes\nSPOKEN\n:::\n\n:::handout\nFOR-READERS and [more](https://example.org/more)\n:::',
  Two: ':::steps\n- FIRST\n- SECOND\n- THIRD\n:::',
  Three: '::slide{background="#123456"}\n\nOn a ground',
};
const deck = [
  '---\ntitle: A talk\nauthor: Ada\nevent: Meetup\ndate: May 2026\n---',
  ...slides.map((title) => `## ${title}\n\n${extras[title] ?? `Text of ${title}.`}`),
].reduce((head, slide, index) => `${head}${index === 1 ? '\n\n' : '\n\n---\n\n'}${slide}`);

let folder = '';
let deckPath = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-options-'));
  deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, deck);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function printOne(layout: PrintLayout, settings: PrintSettings = {}, text = deck): Promise<PdfFile> {
  const out = await mkdtemp(path.join(folder, 'out-'));
  const [result] = await print([{ name: 'deck', path: deckPath }], {
    layouts: [layout],
    print: settings,
    bytes: Buffer.from(text),
    out,
    shipped: await shippedFiles(),
  });
  expect(result?.documents.map(({ pages }) => pages)).toEqual([expect.any(Number)]);
  const file = await readPdf(path.join(out, 'deck', `${layout}.pdf`));
  const findings = await checkPdfUa(Buffer.from(file.bytes));
  expect(findings.map(({ rule, found }) => `${rule.id} ${found}`)).toEqual([]);
  return file;
}

const sizes = ({ pages }: PdfFile) => [...new Set(pages.map((size) => size.map(Math.round).join('x')))];

describe('a page of the handout', () => {
  test.each([1, 2, 3, 4, 6] as const)('holds %i slides, in their order, on either paper', async (perPage) => {
    for (const paper of ['A4', 'Letter'] as const) {
      const { texts } = await printOne('handout', { perPage, paper, cover: false });
      expect(texts).toHaveLength(Math.ceil(slides.length / perPage));
      slides.forEach((title, index) => expect(texts[Math.floor(index / perPage)]).toContain(title));
    }
  });

  test('has a running head with title, speaker, event and date', async () => {
    const { texts } = await printOne('handout', { cover: false });
    for (const text of texts) expect(text).toContain('Atalk');
    expect(texts[0]).toContain('Ada·Meetup·May2026');
    expect(texts[0]).toContain('Page1of3');
  });

  test('prints addresses of links as notes, numbered where they are named', async () => {
    const { texts } = await printOne('handout');
    expect(texts.join('')).toContain('Faraway:https://example.org/far?a=1');
    expect(texts.join('')).toContain('more2');
  });

  test('has a wide table beneath its slide: beside it, broken numbers would fill the page', async () => {
    const head = '| Task | Keras 3 | On JAX | On PyTorch | Eager | Compiled |\n|---|--:|--:|--:|--:|--:|';
    const row = '\n| Segment Anything | 1,355.25 | 1,361.69 | 1,388.87 | 1,305.52 | 1,222.85 |';
    const text = deck.replace('FOR-READERS', `${head}${row.repeat(12)}\n\nFOR-READERS`);
    const { texts } = await printOne('handout', { cover: false }, text);
    expect(texts[0]).toContain('FIRST');
  });

  test('says what the speaker says only when asked to', async () => {
    expect((await printOne('handout')).texts.join('')).not.toContain('SPOKEN');
    expect((await printOne('handout', { notes: true })).texts.join('')).toContain('SPOKEN');
    expect((await printOne('notes', { notes: false })).texts.join('')).not.toContain('SPOKEN');
    expect((await printOne('outline', { notes: false })).texts.join('')).not.toContain('SPOKEN');
  });

  test('its cover shows where the deck is', async () => {
    const { texts, links } = await printOne('handout', { address: 'https://example.org/talk' });
    expect(texts[0]).toContain('example.org/talk');
    expect(links.filter(({ page }) => page === 0).map(({ uri }) => uri)).toEqual([
      'https://example.org/talk',
    ]);
  });
});

describe('paper', () => {
  test.each([
    ['en', 'notes', '595x842'],
    ['en-US', 'notes', '612x792'],
    ['en-US', 'slides', '960x540'],
  ] as const)('of a deck in %s, %s: %s', async (lang, layout, size) => {
    const text = deck.replace('---\n', `---\nlang: ${lang}\n`);
    expect(sizes(await printOne(layout, {}, text))).toEqual([size]);
  });

  test('carries slides too, one a sheet', async () => {
    const file = await printOne('slides', { paper: 'A4' });
    expect(sizes(file)).toEqual(['842x595']);
    expect(file.pages).toHaveLength(slides.length);
  });
});

test('steps get a page each, in order, and the outline one entry', async () => {
  const { texts, outline } = await printOne('slides', { steps: true });
  const pages = texts.filter((text) => text.startsWith('Two'));
  expect(pages.map((text) => text.match(/FIRST|SECOND|THIRD/g) ?? [])).toEqual([
    [],
    ['FIRST'],
    ['FIRST', 'SECOND'],
    ['FIRST', 'SECOND', 'THIRD'],
  ]);
  expect(texts).toHaveLength(slides.length + 3);
  expect(outline.map(({ title }) => title)).toEqual(slides);
});

test('a range prints those slides, with their numbers in the deck, and no link leads to the others', async () => {
  const { texts, links } = await printOne('slides', {
    range: [
      { from: 1, to: 2 },
      { from: 6, to: 6 },
    ],
  });
  expect(texts.map((text) => text.match(/\d\/7/)?.[0])).toEqual(['1/7', '2/7', '6/7']);
  expect(links.map(({ uri, target }) => uri ?? target)).toEqual(['https://example.org/far?a=1']);
});

test('the deck’s own settings count where the command says nothing', async () => {
  const text = deck.replace('---\n', '---\nprint:\n  per-page: 6\n  cover: false\n');
  expect((await printOne('handout', {}, text)).pages).toHaveLength(2);
  expect((await printOne('handout', { perPage: 1 }, text)).pages).toHaveLength(7);
});

test('the source is attached', async () => {
  const { bytes } = await printOne('slides', { attachSource: true });
  const files = (await PDFDocument.load(bytes)).getAttachments();
  expect(files.map(({ name, data }) => [name, Buffer.from(data).toString()])).toEqual([['deck.md', deck]]);
});

test('spared ink: nothing dark is painted', async () => {
  const { bytes } = await printOne('slides', { inkSaver: true }, deck.replace('---\n', '---\ntheme: ink\n'));
  const plain = await printOne('slides');
  expect(bytes.length).toBeLessThan(plain.bytes.length + 500);
});

test.each([
  [{ layouts: ['slides', 'slides'] as const }, 'output-duplicate'],
  [{ print: { range: [{ from: 3, to: 9 }] } }, 'option-invalid'],
  [{ print: { attachSource: true }, talk: 'short' }, 'option-invalid'],
])('%o is refused', async (options, code) => {
  const printing = print([{ name: 'deck', path: deckPath }], { ...options, out: folder });
  await expect(printing).rejects.toMatchObject({ name: 'UserError', code });
});

test('two decks of one name are refused', async () => {
  const two = { name: 'deck', path: deckPath };
  await expect(print([two, two], { out: folder })).rejects.toMatchObject({ code: 'output-duplicate' });
});

const untitled =
  '---\ntitle: T\n---\n\n# T\n\n---\n\nNo title here.\n\n---\n\n::slide{layout=section}\n\n# Part\n\n---\n\n## In it\n\n### Heading\n\n---\n\nNone here.';

test.each(printLayouts)(
  'in %s every slide is in the outline, under its section, and pages are called as they are numbered',
  async (layout) => {
    const range = [{ from: 2, to: 5 }];
    const { outline, bytes } = await printOne(layout, { range, cover: false, perPage: 1 }, untitled);
    expect(outline.map(({ title }) => title)).toEqual([
      'Slide 2 of 5',
      'Part',
      'In it',
      'Heading',
      'Slide 5 of 5',
    ]);
    // An outline is a text: several slides stand on a page.
    if (layout !== 'outline') expect(outline.map(({ page }) => page)).toEqual([0, 1, 2, 2, 3]);
    const labels = (await PDFDocument.load(bytes)).catalog.lookup(PDFName.of('PageLabels'));
    expect(String(labels).replaceAll(/\s+/g, ' ')).toContain(layout === 'slides' ? '/St 2' : '/St 1');
  },
);

test('the outline has the rows and events that a slide leaves out', async () => {
  const events = Array.from({ length: 40 }, (_, index) => `- ${1970 + index}: Event number ${index + 1}.`);
  const rows = '| Path | One | Two |\n| --- | --- | --- |\n| Chosen | 1 | 2 |\n| Unchosen | 3 | 4 |';
  const few =
    ':::timeline[Few]{from=2000 to=2010}\n\n- 1990: Tooearly.\n- 2005: Within.\n- 2020: Toolate.\n\n:::';
  const text = `---\ntitle: T\n---\n\n## Table\n\n:::comparison[Some]{rows="Chosen"}\n\n${rows}\n\n:::\n\n---\n\n## Years\n\n:::timeline[All]\n\n${events.join('\n')}\n\n:::\n\n---\n\n## A few years\n\n${few}`;
  const slidesText = (await printOne('slides', {}, text)).texts.join('');
  const outlineText = (await printOne('outline', {}, text)).texts.join('');
  expect(slidesText).not.toContain('Unchosen');
  expect(outlineText).toContain('Unchosen34');
  for (const event of ['Tooearly', 'Within', 'Toolate']) expect(outlineText).toContain(event);
  for (let event = 1; event <= 40; event += 1) expect(outlineText).toContain(`Eventnumber${event}.`);
});

test('decks that are printed at the same time are those that are printed one after another', async () => {
  const names = ['a', 'b', 'c'];
  const decks = names.map((name) => ({ name, path: path.join(folder, `${name}.md`) }));
  for (const deckFile of decks)
    await writeFile(deckFile.path, `## ${deckFile.name}\n\n${deckFile.name.repeat(9)}\n`);
  const printAll = async (concurrency: number) => {
    const out = await mkdtemp(path.join(folder, 'out-'));
    const open = new Set<string>();
    let most = 0;
    const onProgress = (status: string) => {
      const [what, name = ''] = [status.split(' ')[0], status.split(' ').at(-1)];
      if (what === 'reading') most = Math.max(most, open.add(name).size);
      if (what === 'finishing') open.delete(name);
    };
    const results = await print(decks, { out, concurrency, onProgress, shipped: await shippedFiles() });
    const files = results.flatMap(({ documents }) => documents.map((document) => readFile(document.path)));
    return { names: results.map(({ name }) => name), files: await Promise.all(files), most };
  };
  const [one, two] = [await printAll(1), await printAll(2)];
  expect([one.most, two.most]).toEqual([1, 2]);
  expect(two).toEqual({ ...one, most: 2 });
  expect(one.names).toEqual(names);
});
