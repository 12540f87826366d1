/** Takes decks and writes pictures of their slides, from the very document that is printed. */
import path from 'node:path';
import type { VFile } from 'vfile';
import { placeAssets, stringifyDocument } from '../compile.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listSections } from '../deck/sections.js';
import type { Sources } from '../deck/sources.js';
import { planPrint } from '../document/print/plan.js';
import { listPrintedSlides, type PrintedSlide } from '../document/print/print-body.js';
import { type KeptBrowser, keepBrowser } from './browser/keep-browser.js';
import type { Tabs } from './browser/sealed-page.js';
import { type PictureType, takePictures } from './browser/take-pictures.js';
import { checkNames, checkRange } from './check-print.js';
import type { DeckPath } from './find-decks.js';
import { loadDeck } from './load.js';
import { lockOutput } from './lock-output.js';
import { loadPackage } from './package-files.js';
import type { PrintOptions } from './print.js';
import { writeFileAtomically } from './write-file.js';

/** How to take pictures. */
export interface ImageOptions extends Omit<PrintOptions, 'layouts' | 'date'> {
  /** Default `png`. */
  readonly type?: PictureType | undefined;
  /** Dots for each px of a slide, 0.1 to 4. Default 1. */
  readonly scale?: number | undefined;
  /** Whether to make a sheet of all slides too. */
  readonly sheet?: boolean | undefined;
  /** Whether to make a card of the first slide too, 1200 by 630 px. */
  readonly card?: boolean | undefined;
}

/** The pictures of a deck. */
export interface ImageResult {
  readonly name: string;
  readonly paths: readonly string[];
  readonly file: VFile;
}

/**
 * Take pictures of decks.
 *
 * @throws UserError as `print` does
 */
export async function images(decks: readonly DeckPath[], options: ImageOptions = {}): Promise<ImageResult[]> {
  checkNames(decks);
  const shipped = options.shipped ?? (await loadPackage());
  const env = options.env ?? process.env;
  const browser = keepBrowser({
    choice: options.browser,
    env,
    signal: options.signal,
    remote: options.remoteBrowser,
  });
  try {
    const results: ImageResult[] = [];
    for (const deck of decks) {
      if (options.signal?.aborted) break;
      options.onProgress?.(`taking pictures of ${deck.name}`);
      results.push(await pictureDeck(deck, browser, { ...options, shipped }));
    }
    return results;
  } finally {
    await browser.close();
  }
}

async function pictureDeck(
  { name, path: deckPath }: DeckPath,
  kept: KeptBrowser,
  options: ImageOptions & { readonly shipped: Sources },
): Promise<ImageResult> {
  // A slide is a picture of itself: paper and ink do not matter.
  const print = { range: options.print?.range, steps: options.print?.steps, paper: 'slide' } as const;
  const { deck, sources } = await loadDeck(
    deckPath,
    { ...options, print, assets: 'folder', assetsFolder: 'assets' },
    options.shipped,
  );
  checkRange(print.range, deck.file);
  placeAssets(deck, sources);
  const { size } = deck.file.data.deck ?? defaultDeckOptions;
  const plan = planPrint('slides', deck.config.print, deck.file.data.deck ?? defaultDeckOptions);
  const names = nameSlides(listPrintedSlides(listSections(deck.tree), plan));
  const { type = 'png', scale = 1, sheet = false, card = false } = options;
  const folder = path.join(options.out ?? path.join('dist', 'slides'), name, 'images');
  const paths = new Set<string>();
  const write = async (file: string, picture: Uint8Array): Promise<void> => {
    const target = path.join(folder, `${file}.${type === 'jpeg' ? 'jpg' : type}`);
    await writeFileAtomically(target, picture);
    paths.add(target);
  };
  const content = {
    html: stringifyDocument(deck, 'slides', sources),
    assets: new Map(
      [...(deck.file.data.assets ?? [])].map(([key, { bytes, type: media }]) => [
        key,
        { body: bytes, type: media },
      ]),
    ),
    timeoutMs: options.timeout ?? 300_000,
    name: `the pictures of \`${name}\``,
  };
  const take = (browser: Tabs) =>
    takePictures(
      browser,
      content,
      { ...size, scale, type, sheet, card },
      {
        slide: (index, picture) => write(names[index] ?? String(index), picture),
        sheet: (picture) => write('contact-sheet', picture),
        card: (picture) => write('card', picture),
      },
    );
  await lockOutput(folder, options.signal, () => kept.use(take));
  return { name, paths: [...paths], file: deck.file };
}

/** Numbers of equal length, so that files stand in the order of the slides: `007`, steps before it `007-1`. */
function nameSlides(slides: readonly PrintedSlide[]): string[] {
  const digits = Math.max(3, String(slides.at(-1)?.number ?? 0).length);
  return slides.map(({ number, step }) => {
    const name = String(number).padStart(digits, '0');
    return step === undefined ? name : `${name}-${step}`;
  });
}
