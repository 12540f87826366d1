/** The printed documents: what is on their pages, what is not, and that they look as the talk does. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAssets, stringifyDocument } from '../../src/compile.js';
import type { DocumentKind } from '../../src/config/config.js';
import { type PrintLayout, printLayouts } from '../../src/config/print-settings.js';
import { type FoundBrowser, findBrowser } from '../../src/output/browser/find-browser.js';
import { withBrowser } from '../../src/output/browser/launch.js';
import { type SealedPage, withSealedPage } from '../../src/output/browser/sealed-page.js';
import { build } from '../../src/output/build.js';
import { loadDeck } from '../../src/output/load.js';
import { type PrintOptions, print } from '../../src/output/print.js';
import { longNote, smallDeck, smallDeckSlides } from '../browser/small-deck.js';
import { flagshipPath, showDeck } from '../browser/stage.js';
import { shippedFiles } from '../support.js';
import { holdsText, type PdfFile, readPdf } from './read-pdf.js';

declare const Reveal: RevealApi;

const browsers = await Promise.all(
  ['embedded', 'system'].map(async (choice) => ({
    choice,
    found: await findBrowser({ choice, env: process.env }).catch(() => undefined),
  })),
);
const chosen = process.env.LECTERN_BROWSER ?? browsers.find(({ found }) => found)?.choice;

const a4 = [595, 842] as const;
const slideCount = smallDeckSlides.length;
const pageOf = (id: string) => smallDeckSlides.findIndex((slide) => slide.id === id);

let folder = '';
let smallPath = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-print-'));
  smallPath = path.join(folder, 'small.md');
  await writeFile(smallPath, smallDeck);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Documents = Readonly<Record<PrintLayout, PdfFile>>;

async function printAll(deckPath: string, out: string, options: PrintOptions = {}): Promise<Documents> {
  const target = path.join(folder, out);
  const shipped = await shippedFiles();
  await print([{ name: 'deck', path: deckPath }], {
    layouts: printLayouts,
    out: target,
    shipped,
    ...options,
  });
  const files = printLayouts.map(async (layout) => [
    layout,
    await readPdf(path.join(target, 'deck', `${layout}.pdf`)),
  ]);
  return Object.fromEntries(await Promise.all(files)) as Documents;
}

/** Page sizes to whole points: A4 is 595.28 by 841.89. */
const sizes = ({ pages }: PdfFile) => pages.map(([width, height]) => [Math.round(width), Math.round(height)]);
const allText = ({ texts }: PdfFile) => texts.join('');
const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
const deadLinks = ({ links }: PdfFile) => links.filter(({ target, uri }) => target === undefined && !uri);

describe.each(browsers)('printed by the $choice browser', ({ choice, found }) => {
  describe.skipIf(found === undefined)('(skipped where there is none)', () => {
    let documents: Documents;

    beforeAll(async () => {
      documents = await printAll(smallPath, choice, { browser: choice });
    });

    test('slides.pdf has a page for each slide, as large as the slide, with its title on it', () => {
      const { slides } = documents;
      expect(sizes(slides)).toEqual(smallDeckSlides.map(() => [960, 540]));
      smallDeckSlides.forEach(({ title }, index) => expect(slides.texts[index]).toContain(squeeze(title)));
    });

    test('every step is there, on one page', () => {
      for (const step of ['the first step', 'the second step', 'the third step'])
        expect(documents.slides.texts[pageOf('steps')]).toContain(squeeze(step));
    });

    test.each(printLayouts)('%s.pdf is tagged and says title, author and language', (layout) => {
      expect(documents[layout]).toMatchObject({
        tagged: true,
        title: 'A small talk',
        author: 'Ada Example',
        lang: 'en-GB',
      });
    });

    test('its outline names the slides and leads to them', () => {
      const titles = new Set<string>(smallDeckSlides.map(({ title }) => title));
      const { outline } = documents.slides;
      expect(outline.filter(({ title }) => titles.has(title))).toEqual(
        smallDeckSlides.map(({ title }, page) => ({ title, page })),
      );
    });

    test('its links lead where they say', () => {
      const { links } = documents.slides;
      const contents = links.filter(({ page }) => page === pageOf('contents')).map(({ target }) => target);
      expect(contents).toEqual([pageOf('loop'), pageOf('years')]);
      const above = links.filter(({ page }) => page === pageOf('above'));
      expect(above.map(({ target }) => target)).toContain(pageOf('above'));
      expect(above.map(({ uri }) => uri)).toContain('https://example.org/mail');
      expect(printLayouts.flatMap((layout) => deadLinks(documents[layout]))).toEqual([]);
    });

    test('handout.pdf is A4: a cover, then three slides a page, with its own texts', () => {
      const { handout } = documents;
      expect(sizes(handout)).toEqual(Array.from({ length: 1 + Math.ceil(slideCount / 3) }, () => a4));
      smallDeckSlides.forEach(({ title }, index) =>
        expect(handout.texts[1 + Math.floor(index / 3)]).toContain(squeeze(title)),
      );
      expect(handout.texts[0]).toContain(squeeze('A small talk'));
      expect(handout.texts[1]).toContain(squeeze(`Page 2 of ${handout.pages.length}`));
      expect(allText(handout)).toContain('HANDOUT-A');
    });

    test('outline.pdf is a text: every title in order, readers’ and speaker’s texts', () => {
      const { outline } = documents;
      const places = smallDeckSlides.map(({ title }) => allText(outline).indexOf(squeeze(title)));
      expect(places).not.toContain(-1);
      expect(allText(outline)).toContain('HANDOUT-A');
      expect(allText(outline)).toContain('PRIVATE-A');
    });

    test('notes.pdf is A4, every slide begins a page, and long notes go on', () => {
      const { notes } = documents;
      expect(new Set(sizes(notes).map(String))).toEqual(new Set([String(a4)]));
      expect(notes.pages.length).toBeGreaterThan(slideCount);
      const begins = smallDeckSlides.map(({ id, title }) =>
        notes.texts.findIndex((text, page) => page >= pageOf(id) && text.includes(squeeze(title))),
      );
      expect(new Set(begins).size).toBe(slideCount);
      for (const line of longNote) expect(holdsText(notes.texts, line)).toBe(true);
    });

    test('what is private stays with the speaker, and what is for readers with the handout', () => {
      const { slides, handout, notes } = documents;
      for (const secret of ['PRIVATE-A', 'PRIVATE-B', 'Welcome everybody']) {
        expect(allText(notes)).toContain(squeeze(secret));
        for (const { texts, bytes } of [slides, handout]) {
          expect(texts.join('')).not.toContain(squeeze(secret));
          expect(Buffer.from(bytes).includes(secret)).toBe(false);
        }
      }
      expect(allText(slides)).not.toContain('HANDOUT');
      expect(allText(notes)).not.toContain('HANDOUT');
    });

    test('another print is the same to the byte', async () => {
      const again = await printAll(smallPath, `${choice}-again`, { browser: choice });
      const changed = printLayouts.filter(
        (layout) => Buffer.compare(documents[layout].bytes, again[layout].bytes) !== 0,
      );
      expect(changed).toEqual([]);
    });
  });
});

/** Compile a deck for print and show one of its documents as the printer sees it. */
async function withDocument<Result>(
  found: FoundBrowser,
  deckPath: string,
  layout: DocumentKind,
  use: (sealed: SealedPage) => Promise<Result>,
): Promise<Result> {
  const { deck, sources } = await loadDeck(
    deckPath,
    { assets: 'folder', assetsFolder: 'assets' },
    await shippedFiles(),
  );
  placeAssets(deck, sources);
  const html = stringifyDocument(deck, layout, sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  return withBrowser({ found, env: process.env }, ({ browser }) =>
    withSealedPage(browser, { html, assets, media: 'print' }, use),
  );
}

describe.skipIf(chosen === undefined)('in the pages', () => {
  let found: FoundBrowser;

  beforeAll(async () => {
    found = await findBrowser({ choice: chosen, env: process.env });
  });

  test.each(['notes', 'handout'] as const)(
    '%s: the slide whole, its text below or beside it',
    async (layout) => {
      const sheets = await withDocument(found, smallPath, layout, ({ page }) =>
        page.$$eval('.sheet', (all) =>
          all.map((sheet) => {
            const box = (selector: string) => {
              const { left, top, right, bottom } =
                sheet.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
              return { left, top, right, bottom };
            };
            return { slide: box('.slide'), picture: box('.sheet-slide'), text: box('.sheet-beside') };
          }),
        ),
      );
      expect(sheets).toHaveLength(slideCount);
      for (const { slide, picture, text } of sheets) {
        for (const side of ['left', 'top', 'right', 'bottom'] as const)
          expect(slide[side]).toBeCloseTo(picture[side], 0);
        if (layout === 'notes') expect(text.top).toBeGreaterThanOrEqual(picture.bottom);
        else expect(text.left).toBeGreaterThanOrEqual(picture.right);
        expect(picture.right - picture.left).toBeGreaterThan(380);
      }
    },
  );

  test.each(['slides', 'handout'] as const)('%s: no byte of the notes', async (layout) => {
    const html = await withDocument(found, smallPath, layout, ({ page }) => page.content());
    expect(html).not.toContain('PRIVATE');
    expect(html.includes('HANDOUT')).toBe(layout === 'handout');
  });
});

describe.skipIf(chosen === undefined)('the flagship deck', () => {
  let documents: Documents;
  let slides: readonly { readonly id: string; readonly title: string }[];
  let asides: Readonly<Record<'notes' | 'handout', string[]>>;

  beforeAll(async () => {
    documents = await printAll(flagshipPath, 'flagship', { browser: chosen });
    const { deck } = await loadDeck(flagshipPath, {}, await shippedFiles());
    slides = deck.file.data.slides ?? [];
    asides = { notes: [], handout: [] };
    visit(deck.tree, 'element', (element) => {
      if (element.tagName !== 'aside') return;
      for (const name of ['notes', 'handout'] as const)
        if (toClasses(element).includes(name)) asides[name].push(...listBlocks(element));
    });
  });

  test('has a page for each slide and an outline of them', () => {
    expect(documents.slides.pages).toHaveLength(slides.length);
    const named = slides
      .map(({ title }, page) => ({ title: squeeze(title), page }))
      .filter(({ title }) => title !== '');
    // A slide that goes on says so in its title: "(2 of 3)".
    const outline = documents.slides.outline.map(({ title, page }) => ({
      title: squeeze(title).replace(/\(\d+of\d+\)$/, ''),
      page,
    }));
    expect(outline.filter(({ title }) => named.some((one) => one.title === title))).toEqual(named);
  });

  test.each(printLayouts)('%s.pdf: no link leads nowhere', (layout) => {
    expect(documents[layout].links.length).toBeGreaterThan(0);
    expect(deadLinks(documents[layout])).toEqual([]);
  });

  test.each(['notes', 'handout'] as const)(
    '%s.pdf holds every paragraph of its texts, none cut',
    (layout) => {
      const { texts } = documents[layout];
      expect(asides[layout].length).toBeGreaterThan(20);
      expect(asides[layout].filter((block) => !holdsText(texts, block))).toEqual([]);
    },
  );

  test('no sentence of the notes is in slides.pdf or handout.pdf', () => {
    const sentences = asides.notes.filter((block) => block.length > 60);
    for (const layout of ['slides', 'handout'] as const)
      expect(sentences.filter((block) => holdsText(documents[layout].texts, block))).toEqual([]);
  });
});

function toClasses({ properties: { className } }: Element): unknown[] {
  return Array.isArray(className) ? className : [];
}

/** List the texts of an aside by block: a paragraph, an item, a cell. */
function listBlocks(aside: Element): string[] {
  const blocks: string[] = [];
  visit(aside, 'element', (element) => {
    const simple = element.children.every(
      (child) => child.type !== 'element' || !/^(p|ul|ol|pre|table|blockquote)$/.test(child.tagName),
    );
    if (/^(p|li|td|th|h\d)$/.test(element.tagName) && simple) blocks.push(toText(element));
  });
  return blocks.filter((block) => block.trim() !== '');
}

/** Where every line of a slide's text is, from the slide's corner; runs in a page. */
function readBoxes(id: string): number[][] {
  const slide = document.getElementById(id);
  if (!slide) return [];
  const corner = slide.getBoundingClientRect();
  const boxes: number[][] = [];
  const words = document.createTreeWalker(
    slide.querySelector('.slide-canvas') ?? slide,
    NodeFilter.SHOW_TEXT,
  );
  while (words.nextNode()) {
    const { nodeValue, parentElement } = words.currentNode;
    // Words that are there to be heard have no place.
    if (!nodeValue?.trim() || parentElement?.closest('.visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const { x, y, width, height } of range.getClientRects())
      boxes.push([x - corner.x, y - corner.y, width, height]);
  }
  return boxes;
}

test.skipIf(chosen === undefined)('a printed slide is the presented one, within two pixels', async () => {
  const found = await findBrowser({ choice: chosen, env: process.env });
  const out = path.join(folder, 'parity');
  const shipped = await shippedFiles();
  const built = await build({ name: 'deck', path: flagshipPath }, { out, shipped });
  const ids = built.file.data.slides?.map(({ id }) => id) ?? [];
  const readAll = async (page: Page, prepare: (id: string) => Promise<void>) => {
    const boxes: number[][][] = [];
    for (const id of ids) {
      await prepare(id);
      boxes.push(await page.evaluate(readBoxes, id));
    }
    return boxes;
  };
  const printed = await withDocument(found, flagshipPath, 'slides', async ({ page }) => {
    await page.setViewport({ width: 1280, height: 720 });
    return readAll(page, async () => {});
  });
  const presented = await withBrowser({ found, env: process.env }, async ({ browser }) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await showDeck(page, built.path);
    return readAll(page, (id) =>
      page.evaluate((slideId) => {
        const { h, v } = Reveal.getIndices(document.getElementById(slideId) as HTMLElement);
        Reveal.slide(h, v, 99);
      }, id),
    );
  });
  expect(printed.flat().length).toBeGreaterThan(500);
  const apart = ids.flatMap((id, slide) => {
    const [onPaper = [], onStage = []] = [printed[slide], presented[slide]];
    if (onPaper.length !== onStage.length)
      return [`${id}: ${onPaper.length} lines, ${onStage.length} on stage`];
    return onPaper
      .filter((box, line) => box.some((px, side) => Math.abs(px - (onStage[line]?.[side] ?? Number.NaN)) > 2))
      .map((box) => `${id}: ${box.join(' ')}`);
  });
  expect(apart).toEqual([]);
});

test.skipIf(chosen === undefined)('two decks in one run share one browser', async () => {
  const found = await findBrowser({ choice: chosen, env: process.env });
  // A browser that writes a line whenever it is started, and is the real one otherwise.
  const program = path.join(folder, 'headless-shell');
  const log = path.join(folder, 'starts');
  const environment = Object.entries(found.env ?? {}).map(([name, value]) => `export ${name}='${value}'`);
  await writeFile(
    program,
    ['#!/bin/sh', ...environment, `echo started >> '${log}'`, `exec '${found.executablePath}' "$@"`].join(
      '\n',
    ),
  );
  await chmod(program, 0o755);
  const letter = path.join(folder, 'letter.md');
  await writeFile(letter, '---\ntitle: Paper\nlang: en-US\n---\n\n# One\n\n---\n\n# Two\n');
  const results = await print(
    [
      { name: 'one', path: smallPath },
      { name: 'two', path: letter },
    ],
    { layouts: ['slides', 'handout'], out: folder, browser: program, shipped: await shippedFiles() },
  );
  expect(results.map(({ documents }) => documents.map(({ pages }) => pages))).toEqual([
    [slideCount, 1 + Math.ceil(slideCount / 3)],
    [2, 2],
  ]);
  expect(await readFile(log, 'utf8')).toBe('started\n');
  // In the United States paper is Letter.
  expect(sizes(await readPdf(path.join(folder, 'two', 'handout.pdf')))).toEqual([
    [612, 792],
    [612, 792],
  ]);
});
