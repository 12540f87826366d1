/** A real browser and a folder of built decks, for the tests of one file; both are gone afterwards. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { launchBrowser } from '../../src/output/browser/launch.js';
import { type BuildOptions, type BuildResult, build } from '../../src/output/build.js';
import { projectFolder, shippedFiles } from '../support.js';

declare const Reveal: RevealApi;

/** The deck that shows everything. */
export const flagshipPath = path.join(projectFolder, 'slides', 'keras-vs-pytorch', 'deck.md');

/** What the tests of a file share. */
export interface Stage {
  readonly browser: Browser;
  readonly folder: string;
  /** Build a text as a deck of a name. */
  buildText(name: string, text: string, options?: BuildOptions): Promise<BuildResult>;
  /** Build a deck on the disk under a name. */
  buildFile(name: string, deckPath: string, options?: BuildOptions): Promise<BuildResult>;
  close(): Promise<void>;
}

/** Start the browser and make the folder; a `live` one can reach servers of this machine. */
export async function openStage({ live = false } = {}): Promise<Stage> {
  const [running, folder] = await Promise.all([
    launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env, loopback: live }),
    mkdtemp(path.join(tmpdir(), 'lectern-stage-')),
  ]);
  const buildFile = async (name: string, deckPath: string, options: BuildOptions = {}) =>
    build({ name, path: deckPath }, { out: folder, shipped: await shippedFiles(), ...options });
  return {
    browser: running.browser,
    folder,
    buildFile,
    async buildText(name, text, options) {
      const deckPath = path.join(folder, `${name}.md`);
      await writeFile(deckPath, text);
      return buildFile(name, deckPath, options);
    },
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Open a tab as large as a slide. */
export async function openPage(browser: Browser, width = 1280, height = 720): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  return page;
}

/** Open a tab of a reader who asked for no motion: what is measured stands where it ends, and nothing has to be waited for. */
export async function openStillPage(browser: Browser): Promise<Page> {
  const page = await openPage(browser);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  return page;
}

/** Show a built deck and wait until it can be presented; `address` is what follows the path (`?query#hash`). */
export async function showDeck(page: Page, file: string, address = ''): Promise<void> {
  // A tab that is on the same file would only change its hash.
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href + address);
  await waitForDeck(page);
}

/** Wait until reveal.js has started and the fonts are there; our client ends its start in the same turn. */
export async function waitForDeck(page: Page): Promise<void> {
  await page.waitForFunction(() => Reveal.isReady());
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Where a talk is. */
export interface Position {
  readonly id: string;
  /** How many steps are visible. */
  readonly step: number;
}

/** Ask where the talk is. */
export function readPosition(page: Page): Promise<Position> {
  return page.evaluate(() => {
    const slide = Reveal.getCurrentSlide();
    return { id: slide.id, step: slide.querySelectorAll('.fragment.visible').length };
  });
}

/** Go to a slide by its id, all steps shown when `step` is 99. */
export function goTo(page: Page, id: string, step = -1): Promise<void> {
  return page.evaluate(
    (slideId, fragment) => {
      const { h, v } = Reveal.getIndices(document.getElementById(slideId) as HTMLElement);
      Reveal.slide(h, v, fragment);
    },
    id,
    step,
  );
}

/** Wait until the talk is on a slide. */
export async function waitForSlide(page: Page, id: string): Promise<void> {
  await page.waitForFunction((slideId) => Reveal.getCurrentSlide().id === slideId, {}, id);
}

/** List the ids of the slides in the order of the talk. */
export function listSlideIds(page: Page): Promise<string[]> {
  return page.$$eval('.slides section.slide', (slides) => slides.map((slide) => slide.id));
}
