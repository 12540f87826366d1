/** A deck that is printed in parts is the same document: structure, outline, links, labels, words and looks; and fonts are in it once. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAssets, stringifyDocument } from '../../src/compile.js';
import { type PrintLayout, printLayouts } from '../../src/config/print-settings.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { printInParts } from '../../src/output/browser/print-page.js';
import { loadDeck } from '../../src/output/load.js';
import { finishParts } from '../../src/output/pdf/post-pass.js';
import { checkPdfUa } from '../../src/output/pdf/ua/check.js';
import { generateDeck } from '../bench/generate-deck.mjs';
import { projectFolder, shippedFiles } from '../support.js';
import { readPdfBytes } from './read-pdf.js';
import { readTags } from './read-structure.js';

const facts = { title: 'A deck', lang: 'en' };
const deckOf = (name: string) => path.join(projectFolder, 'slides', name, 'deck.md');
const read = (name: string) => readFile(deckOf(name), 'utf8');
const flagship = 'keras-vs-pytorch';
const cases: readonly (readonly [PrintLayout, string, number, () => Promise<string>])[] = [
  ['slides', 'tour', 13, () => read('tour')],
  ['slides', flagship, 10, () => read(flagship)],
  ['notes', flagship, 12, () => read(flagship)],
  ['handout', flagship, 9, () => read(flagship)],
  ['outline', flagship, 10, () => read(flagship)],
  ...(process.env.LECTERN_FULL
    ? [
        ...printLayouts.map((layout) => [layout, 'tour', 96, async () => generateDeck(1000)] as const),
        ...(['notes', 'handout', 'outline'] as const).map(
          (layout) => [layout, 'tour', 13, () => read('tour')] as const,
        ),
      ]
    : []),
];

let running: RunningBrowser;
beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});
afterAll(() => running.close());

interface Wish {
  readonly layout?: PrintLayout;
  readonly perPart: number;
  /** All at once, with parts on pages of their own. */
  readonly isWhole?: boolean;
}

/** Print a deck, whole or in parts. */
async function printDeck(deckPath: string, text: string, wish: Wish): Promise<Uint8Array> {
  const { layout = 'slides', perPart, isWhole = false } = wish;
  const document = layout === 'outline' ? { document: 'outline' as const } : {};
  const options = {
    ...document,
    assets: 'folder',
    assetsFolder: 'assets',
    bytes: Buffer.from(text),
  } as const;
  const { deck, sources } = await loadDeck(deckPath, options, await shippedFiles());
  placeAssets(deck, sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  const written = stringifyDocument(deck, layout, sources);
  let article = -1;
  const html = written.replaceAll('<article ', (tag) => {
    article += 1;
    return isWhole && article > 0 && article % perPart === 0 ? `${tag}style="break-before:page" ` : tag;
  });
  const slides = (deck.file.data.slides ?? []).map(({ number }) => ({
    name: `Slide ${number}`,
    isRepeated: false,
  }));
  const pageLabels = slides.map(({ name }) => name);
  const content = { html, assets, ...(!isWhole && { perPart }), timeoutMs: 600_000 };
  const parts = await printInParts(running.browser, content);
  expect(parts).toHaveLength(isWhole ? 1 : Math.ceil(slides.length / perPart));
  const about = layout === 'slides' ? { ...facts, slides, pageLabels } : facts;
  return finishParts(parts, about, () => Promise.reject(new Error('not joined')));
}

/**
 * All that hangs on the catalog, written down: structure with its attributes and trees, outline, places, labels, links.
 * Objects are called by the order in which they are met, pages by their number; what a page draws is read elsewhere.
 */
async function describeFile(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const pages = document.getPages();
  const met = new Map(pages.map(({ ref }, index) => [String(ref), `page ${index + 1}`]));
  const lines: string[] = [];
  const write = (value: PDFObject | undefined): string => {
    if (value instanceof PDFRef) {
      const known = met.get(String(value));
      if (known !== undefined) return known;
      const name = `object ${met.size}`;
      met.set(String(value), name);
      lines.push(`${name}: ${write(context.lookup(value))}`);
      return name;
    }
    if (value instanceof PDFArray) return `[${value.asArray().map(write).join(' ')}]`;
    if (value instanceof PDFStream) return 'stream';
    // A place far down a long page differs by thousandths of a point.
    if (value instanceof PDFNumber) return String(Math.round(value.asNumber() * 10) / 10);
    if (!(value instanceof PDFDict)) return String(value);
    const entries = value.entries().map(([key, one]) => [String(key), one] as const);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, one]) => `${key} ${write(one)}`).join(' ')}}`;
  };
  for (const key of ['StructTreeRoot', 'Outlines', 'Dests', 'PageLabels', 'MarkInfo', 'Lang'])
    lines.push(`${key}: ${write(catalog.get(PDFName.of(key)))}`);
  for (const { node } of pages) lines.push(`page: ${write(node.get(PDFName.of('Annots')))}`);
  return lines;
}

describe.each(cases)('%s of %s, %i slides at a time', (layout, name, perPart, text) => {
  let whole: Uint8Array;
  let joined: Uint8Array;
  beforeAll(async () => {
    whole = await printDeck(deckOf(name), await text(), { layout, perPart, isWhole: true });
    joined = await printDeck(deckOf(name), await text(), { layout, perPart });
  }, 300_000);

  test('all that hangs on the catalog is the same', async () => {
    expect(await describeFile(joined)).toEqual(await describeFile(whole));
  });

  test('pages have the same words, in sight and for who listens', async () => {
    const [one, other] = [await readPdfBytes(joined), await readPdfBytes(whole)];
    expect(one.texts).toEqual(other.texts);
    expect(one.pages).toEqual(other.pages);
    expect(one.links).toEqual(other.links);
    expect(one.outline).toEqual(other.outline);
    expect(await readTags(joined)).toEqual(await readTags(whole));
  });

  test('no page is made smaller to hold what stands out', async () => {
    const file = await PDFDocument.load(joined, { updateMetadata: false });
    const scales = file.getPages().map(({ node }) => {
      const stream = node.Contents();
      const content = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : Buffer.alloc(0);
      const matrices = Buffer.from(content)
        .toString('latin1')
        .match(/^[-.\d]+(?= 0 0 [-.\d]+ [-.\d]+ [-.\d]+ cm$)/gm);
      return Math.round(1000 * Number(matrices?.[0]) * Number(matrices?.[1])) / 1000;
    });
    expect(new Set(scales)).toEqual(new Set([0.75]));
  });

  test('breaks no rule', async () => {
    const findings = await checkPdfUa(Buffer.from(joined));
    expect(findings.map(({ rule, found }) => `${rule.id} ${found}`)).toEqual([]);
  });

  test('no program of a font, and no picture, is in it twice', async () => {
    const { context } = await PDFDocument.load(joined, { updateMetadata: false });
    const streams = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFStream ? [Buffer.from(object.getContents())] : []))
      .map((bytes) => bytes.toString('latin1'));
    expect(new Set(streams).size).toBe(streams.length);
  });

  test('holds nothing that nothing leads to', async () => {
    const { context } = await PDFDocument.load(joined, { updateMetadata: false });
    const met = new Set<string>();
    const visit = (value: PDFObject | undefined): void => {
      if (value instanceof PDFRef && !met.has(String(value))) {
        met.add(String(value));
        visit(context.lookup(value));
      }
      if (value instanceof PDFArray) value.asArray().forEach(visit);
      if (value instanceof PDFDict) value.values().forEach(visit);
      if (value instanceof PDFStream) visit(value.dict);
    };
    visit(context.trailerInfo.Root);
    visit(context.trailerInfo.Info);
    const isPacking = (object: PDFObject) =>
      object instanceof PDFStream && /ObjStm|XRef/.test(String(object.dict.get(PDFName.of('Type'))));
    const lost = context.enumerateIndirectObjects().filter(([reference]) => !met.has(String(reference)));
    expect(lost.filter(([, object]) => !isPacking(object)).map(String)).toEqual([]);
  });

  test('another print in parts is the same to the byte', async () => {
    const again = await printDeck(deckOf(name), await text(), { layout, perPart });
    expect(Buffer.compare(joined, again)).toBe(0);
  });
});

test('a link that is no right address does not stop the printing', async () => {
  const slide = (title: string) => `# ${title}\n\n<a href="#50%">half</a> and [the other](#b)\n`;
  const pdf = await printDeck(deckOf('tour'), `${slide('A')}\n---\n\n${slide('B')}`, { perPart: 1 });
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(2);
});
