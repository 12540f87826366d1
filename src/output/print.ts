/** Takes decks and writes their PDFs: one browser for all of them, every document of a deck from one compilation. */
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { VFile } from 'vfile';
import { type DeckTree, placeAssets, stringifyDocument } from '../compile.js';
import type { DocumentKind } from '../config/config.js';
import { defaultDeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { type BrowserChoice, launchBrowser } from './browser/launch.js';
import { printToPdf } from './browser/print-page.js';
import type { DeckPath } from './find-decks.js';
import { type LoadedDeck, type LoadOptions, loadDeck } from './load.js';
import { reportOverflow } from './measure-slides.js';
import { loadPackage } from './package-files.js';
import { finishPdf } from './pdf/post-pass.js';
import { sourceSeconds } from './source-date.js';
import { writeFileAtomically } from './write-file.js';

/** Documents that can be printed, by the name of their file. */
export const printLayouts = ['slides', 'notes', 'handout'] as const satisfies readonly DocumentKind[];

/** A document that can be printed. */
export type PrintLayout = (typeof printLayouts)[number];

/** How to print. */
export interface PrintOptions extends LoadOptions {
  /** Documents to make. Default: `slides`. */
  readonly layouts?: readonly PrintLayout[] | undefined;
  /** Folder in which every deck gets a folder of its own. Default `dist/slides`. */
  readonly out?: string | undefined;
  /** `system`, `embedded`, or the path of a browser. Default: the system's, else the embedded one. */
  readonly browser?: BrowserChoice | undefined;
  /** Environment in which a browser is looked for and run. Default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Longest time for one document, in milliseconds. Default five minutes. */
  readonly timeout?: number | undefined;
  /** Date in the PDF. Default: `SOURCE_DATE_EPOCH`, else none, so that the same deck gives the same bytes. */
  readonly date?: Date | undefined;
  /** Told before each document: `slides of keras-vs-pytorch`. */
  readonly onProgress?: ((status: string) => void) | undefined;
  /** The package's files, when the caller has them already (`loadPackage`). */
  readonly shipped?: Sources | undefined;
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

/**
 * Print decks. The old PDFs stay until the new ones are complete.
 *
 * @throws UserError when a deck cannot be read, no browser is found, it hangs or dies, or the output cannot be written
 */
export async function print(decks: readonly DeckPath[], options: PrintOptions = {}): Promise<PrintResult[]> {
  const shipped = options.shipped ?? (await loadPackage());
  const env = options.env ?? process.env;
  // Starting the browser and compiling share no work: the browser starts first and is ready when the pages are.
  const starting = launchBrowser({ choice: options.browser, env, signal: options.signal });
  // When compiling fails first, nobody else would hear of a browser that fails to start.
  starting.catch(() => {});
  const results: PrintResult[] = [];
  try {
    for (const deck of decks) {
      if (options.signal?.aborted) break;
      options.onProgress?.(`reading ${deck.name}`);
      const loaded = await loadDeck(
        deck.path,
        { ...options, assets: 'folder', assetsFolder: 'assets' },
        shipped,
      );
      placeAssets(loaded.deck, loaded.sources);
      results.push(await printDeck(deck, loaded, (await starting).browser, options));
    }
  } finally {
    await starting.then(
      (running) => running.close(),
      () => {},
    );
  }
  return results;
}

type Browser = Awaited<ReturnType<typeof launchBrowser>>['browser'];

async function printDeck(
  { name }: DeckPath,
  { deck, sources }: LoadedDeck,
  browser: Browser,
  options: PrintOptions,
): Promise<PrintResult> {
  const folder = path.join(options.out ?? path.join('dist', 'slides'), name);
  const documents: PrintedDocument[] = [];
  for (const layout of options.layouts ?? ['slides']) {
    options.onProgress?.(`printing ${layout} of ${name}`);
    const { pdf, pages } = await printDocument(deck, layout, sources, browser, options);
    const target = path.join(folder, `${layout}.pdf`);
    await writeFileAtomically(target, pdf);
    documents.push({ layout, path: target, bytes: pdf.length, pages });
  }
  return { name, documents, file: deck.file };
}

async function printDocument(
  deck: DeckTree,
  layout: PrintLayout,
  sources: Sources,
  browser: Browser,
  options: PrintOptions,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const html = stringifyDocument(deck, layout, sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  const content = { html, assets, timeoutMs: options.timeout ?? defaultTimeout };
  const inspect = layout === 'slides' ? (page: Page) => reportOverflow(page, deck.file) : undefined;
  const printed = await printToPdf(browser, content, inspect);
  const { title, author, subtitle, lang } = deck.file.data.deck ?? defaultDeckOptions;
  const date = options.date ?? sourceDate(options.env ?? process.env);
  const facts = { title: title || 'Untitled talk', author, subject: subtitle, lang, date };
  // Counted before the objects are packed.
  return { pdf: await finishPdf(printed.pdf, facts), pages: countPages(printed.pdf) };
}

function sourceDate(env: Readonly<Record<string, string | undefined>>): Date | undefined {
  const seconds = sourceSeconds(env);
  return seconds === undefined ? undefined : new Date(seconds * 1000);
}

/** Count pages by the page objects of Chromium's file, which are plain text. */
function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}
