/** Takes decks and writes their PDFs: one browser for all of them, every document of a deck from one compilation. */
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { VFile } from 'vfile';
import { type DeckTree, placeAssets, stringifyDocument } from '../compile.js';
import { isInRange, type PrintLayout } from '../config/print-settings.js';
import { defaultDeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { ownText } from '../diagnostics/file-parts.js';
import { type KeptBrowser, keepBrowser } from './browser/keep-browser.js';
import type { BrowserChoice } from './browser/launch.js';
import { printInParts, printToPdf } from './browser/print-page.js';
import { countPages } from './browser/print-parts.js';
import { openDiskMemo } from './cache/disk-memo.js';
import type { Cache } from './cache/find-cache.js';
import { markLines } from './check/mark-lines.js';
import { probePage } from './check/probe-page.js';
import { reportFindings } from './check/report-findings.js';
import { checkAttachment, checkNames, checkRange } from './check-print.js';
import { type DeckPath, identifyDeck } from './find-decks.js';
import { inParallel } from './in-parallel.js';
import { type LoadedDeck, type LoadOptions, loadDeck } from './load.js';
import { lockOutput } from './lock-output.js';
import { loadPackage } from './package-files.js';
import { describePages, numberPages } from './page-labels.js';
import type { PdfAttachment } from './pdf/facts.js';
import { finishParts } from './pdf/post-pass.js';
import { sourceSeconds } from './source-date.js';
import { writeFileAtomically } from './write-file.js';

/** How to print. */
export interface PrintOptions extends LoadOptions {
  /** Documents to make. Default: what the deck says (`print:`), else `slides`. */
  readonly layouts?: readonly PrintLayout[] | undefined;
  /** Folder in which every deck gets a folder of its own. Default `dist/slides`. */
  readonly out?: string | undefined;
  /** `system`, `embedded`, or the path of a browser. Default: the system's, else the embedded one. */
  readonly browser?: BrowserChoice | undefined;
  /** WebSocket address of a browser that runs elsewhere and is used instead. */
  readonly remoteBrowser?: string | undefined;
  /** Decks at the same time. Default 1. */
  readonly concurrency?: number | undefined;
  /** Environment in which a browser is looked for and run. Default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Longest time for one document, in milliseconds. Default five minutes. */
  readonly timeout?: number | undefined;
  /** Date in the PDF. Default: `SOURCE_DATE_EPOCH`, else none, so that the same deck gives the same bytes. */
  readonly date?: Date | undefined;
  /** Told what is done: `printing slides of keras-vs-pytorch`. */
  readonly onProgress?: ((status: string) => void) | undefined;
  /** The package's files, when the caller has them already (`loadPackage`). */
  readonly shipped?: Sources | undefined;
  /** What is kept of decks between runs (`findCache`). Default: nothing. */
  readonly cache?: Cache | undefined;
}

/** A printed deck. */
export interface PrintResult {
  readonly name: string;
  readonly documents: readonly PrintedDocument[];
  /** Messages and facts of the deck. */
  readonly file: VFile;
}

/** One PDF. */
export interface PrintedDocument {
  readonly layout: PrintLayout;
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  readonly pages: number;
}

/** Five minutes: a deck of 1,000 slides prints in well under one. */
const defaultTimeout = 300_000;

/** By measurement: with more Chromium becomes slow, with fewer the fonts are written too often. */
const slidesPerPart = 200;

/** Sheets, or rows of them, that fill pages of one, two and three rows: no page is left half empty at the end of a part. */
const sheetsPerPart = 96;

/**
 * Print decks. The old PDFs stay until the new ones are complete.
 *
 * @throws UserError when a deck cannot be read, no browser is found, it hangs or dies, or the output cannot be written
 */
export async function print(decks: readonly DeckPath[], options: PrintOptions = {}): Promise<PrintResult[]> {
  checkNames(decks, options.layouts);
  checkAttachment(
    options.print?.attachSource,
    decks.map(({ talk }) => talk ?? options.talk),
  );
  const shipped = options.shipped ?? (await loadPackage());
  const env = options.env ?? process.env;
  // Starting the browser and compiling share no work: the browser starts first and is ready when the pages are.
  const remote = options.remoteBrowser;
  const browser = keepBrowser({ choice: options.browser, env, signal: options.signal, remote });
  try {
    const results = await inParallel(decks, options.concurrency ?? 1, async (deck) => {
      if (options.signal?.aborted) return [];
      options.onProgress?.(`reading ${deck.name}`);
      const talk = deck.talk ?? options.talk;
      const memo = options.cache && (await openDiskMemo(options.cache, ['print', ...identifyDeck(deck)]));
      const settings = { memo, ...options, talk, shipped };
      const loaded = await loadDeck(
        deck.path,
        { ...settings, assets: 'folder', assetsFolder: 'assets' },
        shipped,
      );
      placeAssets(loaded.deck, loaded.sources);
      const folder = path.join(options.out ?? path.join('dist', 'slides'), deck.name);
      const work = () => printDeck(deck, loaded, browser, settings, folder);
      const result = await lockOutput(folder, options.signal, work);
      await memo?.save();
      return [result];
    });
    return results.flat();
  } finally {
    options.onProgress?.('closing the browser');
    await browser.close();
  }
}

async function printDeck(
  { name, path: deckPath }: DeckPath,
  loaded: LoadedDeck,
  browser: KeptBrowser,
  options: PrintOptions & { readonly shipped: Sources },
  folder: string,
): Promise<PrintResult> {
  const { deck } = loaded;
  const documents: PrintedDocument[] = [];
  const { print: said } = deck.file.data.deck ?? defaultDeckOptions;
  checkRange(options.print?.range, deck.file);
  for (const layout of options.layouts ?? said.layouts ?? (['slides'] as const)) {
    const tell = (what: string) => options.onProgress?.(`${what} ${layout} of ${name}`);
    const { pdf, pages } = await printDocument(
      layout === 'outline' ? await loadText(deckPath, loaded, options) : loaded,
      layout,
      browser,
      { ...options, tell },
    );
    const target = path.join(folder, `${layout}.pdf`);
    await writeFileAtomically(target, pdf);
    documents.push({ layout, path: target, bytes: pdf.length, pages });
  }
  return { name, documents, file: deck.file };
}

/** A text is made from the slides as they were written: what was cut to fit is whole there, and nothing is left out. */
async function loadText(
  deckPath: string,
  { deck, bytes }: LoadedDeck,
  options: PrintOptions & { readonly shipped: Sources },
): Promise<LoadedDeck> {
  // Of the same text, should its author save meanwhile.
  const text = await loadDeck(
    deckPath,
    { ...options, bytes, document: 'outline', assetsFolder: 'assets' },
    options.shipped,
  );
  placeAssets(text.deck, text.sources);
  const range = options.print?.range ?? deck.file.data.deck?.print.range;
  if (!range) return text;
  // Slides that go on count as several in the deck, and as one here.
  const kept = new Set(
    (deck.file.data.slides ?? [])
      .filter(({ number }) => isInRange(number, range))
      .map(({ id }) => id.replace(/~\d+$/, '')),
  );
  const numbers = (text.deck.file.data.slides ?? []).filter(({ id }) => kept.has(id));
  const settings = {
    ...options.print,
    range: numbers.map(({ number }) => ({ from: number, to: number })),
  };
  return { ...text, deck: { ...text.deck, config: { ...text.deck.config, print: settings } } };
}

async function printDocument(
  { deck, sources }: LoadedDeck,
  layout: PrintLayout,
  browser: KeptBrowser,
  options: PrintOptions & { readonly tell: (what: string) => void },
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const measured = layout === 'slides';
  const html = stringifyDocument(measured ? markLines(deck) : deck, layout, sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  const name = `${layout} of \`${deck.file.path}\``;
  const perPart = measured ? slidesPerPart : sheetsPerPart;
  const content = { html, assets, name, perPart, timeoutMs: options.timeout ?? defaultTimeout };
  const inspect = async (page: Page) =>
    reportFindings(deck.file, { print: await probePage(page, sources, 'fit') });
  let isTold = false;
  const parts = await browser.use((tabs) => {
    // Once: a browser that ends amid the work is started again.
    if (!isTold) options.tell('printing');
    isTold = true;
    return printInParts(tabs, content, measured ? inspect : undefined);
  });
  options.tell('finishing');
  const { title, author, subtitle, lang } = deck.file.data.deck ?? defaultDeckOptions;
  const date = options.date ?? sourceDate(options.env ?? process.env);
  const attachments = isAttaching(deck) ? [sourceAttachment(deck.file)] : [];
  const about = { title: title || 'Untitled talk', author, subject: subtitle, lang, date, attachments };
  // Counted before the objects are packed.
  const pages = parts.reduce((sum, part) => sum + countPages(part), 0);
  const facts = { ...about, ...(layout === 'slides' ? describePages(deck) : numberPages(pages)) };
  const printWhole = async () => (await browser.use((tabs) => printToPdf(tabs, content))).pdf;
  return { pdf: await finishParts(parts, facts, printWhole), pages };
}

/** The source of a talk is that of the whole deck, with all that the talk leaves out. */
function isAttaching({ config, file }: DeckTree): boolean {
  if (file.data.talk) return false;
  return config.print.attachSource ?? file.data.deck?.print.attachSource ?? false;
}

/** The Markdown as it was read. */
function sourceAttachment(file: VFile): PdfAttachment {
  return {
    name: path.basename(file.path),
    description: 'The source of this document',
    type: 'text/markdown',
    bytes: Buffer.from(ownText(file)),
  };
}

function sourceDate(env: Readonly<Record<string, string | undefined>>): Date | undefined {
  const seconds = sourceSeconds(env);
  return seconds === undefined ? undefined : new Date(seconds * 1000);
}
