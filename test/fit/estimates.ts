/** What the fit estimates of every slide of a deck, beside what a browser measures: both as lists by slide. */
import type { Root } from 'mdast';
import type { Browser } from 'puppeteer';
import type { VFile } from 'vfile';
import { stringifyDocument } from '../../src/compile.js';
import { components } from '../../src/components/index.js';
import { defaultDeckOptions } from '../../src/deck/options.js';
import { isAside } from '../../src/fit/continue-slide.js';
import { createRuler, type FitContext } from '../../src/fit/measure-slide.js';
import { loadDeck } from '../../src/output/load.js';
import { createFitContext } from '../../src/plugins/remark-fit.js';
import { listSlides } from '../../src/plugins/remark-to-hast.js';
import { compileFile, shippedFiles } from '../support.js';

/** Heights of one slide in px. */
export interface Heights {
  readonly id: string;
  readonly need: number;
  readonly room: number;
}

/** Heights of one slide, estimated and measured. */
export interface Comparison {
  readonly id: string;
  readonly layout: string;
  readonly estimated: Heights;
  readonly measured: Heights;
}

/** Estimate a deck and measure it, unfitted, at one fit. */
export async function compareDeck(deckPath: string, browser: Browser, fit = 1): Promise<Comparison[]> {
  const { sources } = await loadDeck(deckPath, {}, await shippedFiles());
  const estimated: (Heights & { readonly layout: string })[] = [];
  const estimate = () => (tree: Root, file: VFile) => {
    const context: FitContext = createFitContext(tree, file, components, sources);
    for (const slide of listSlides(tree)) {
      const blocks = slide.children.filter((block) => !isAside(block));
      const ruler = createRuler(slide, fit, context);
      const room = ruler.room(blocks, false);
      const need = ruler.need(blocks, room);
      // Components measure themselves, and have tests of their own.
      if (blocks.some(({ type }) => context.components.get(type)?.measure !== undefined)) continue;
      estimated.push({ id: slide.id, layout: slide.options.layout ?? 'content', need, room: room.height });
      if (fit < 1) slide.fit = fit;
    }
    file.data.deck = { ...(file.data.deck ?? defaultDeckOptions), fit: 'none' };
  };
  const deck = await compileFile(deckPath, { remarkPlugins: [estimate] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setContent(stringifyDocument(deck, 'slides', await shippedFiles()));
  await page.evaluate(async () => {
    // Before the first layout no face is in use, and `ready` has nothing to wait for.
    await Promise.all(Array.from(document.fonts, (face) => face.load().catch(() => undefined)));
    await document.fonts.ready;
  });
  const measured = await page.evaluate(() =>
    Array.from(document.querySelectorAll('section.slide'), (slide) => {
      const body = slide.querySelector('.slide-body');
      if (!body) return { id: slide.id, need: 0, room: 0 };
      const boxes = Array.from(body.children, (child) => child.getBoundingClientRect());
      const seen = boxes.filter(({ height }) => height > 0);
      const top = Math.min(...seen.map((box) => box.top));
      const bottom = Math.max(...seen.map((box) => box.bottom));
      return { id: slide.id, need: seen.length > 0 ? bottom - top : 0, room: body.clientHeight };
    }),
  );
  await page.close();
  return estimated.flatMap(({ layout, ...one }) => {
    // What an author's own `split=` cuts is estimated whole and measured in parts.
    const isCut = deck.file.data.slides?.some(({ id, part }) => id === one.id && part);
    const found = isCut ? undefined : measured.find(({ id }) => id === one.id);
    return found ? [{ id: one.id, layout, estimated: one, measured: found }] : [];
  });
}
