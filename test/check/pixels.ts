/**
 * What pixels say of a deck, without asking for the box of any content: each slide is drawn unclipped, whole, without its body,
 * and without anything. Where two pictures differ there is ink: beyond its place, or not.
 */
import type { Browser, Page } from 'puppeteer';
import { type DeckTree, stringifyDocument } from '../../src/compile.js';
import type { Sources } from '../../src/deck/sources.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { allSlides } from '../../src/output/check/measure-deck.js';
import type { Medium } from '../../src/output/check/report-findings.js';
import { type Edges, findDifference, type Picture, readPng } from './read-png.js';

/** Ink beyond its place, in px: of the body beyond the body, of anything beyond the slide. */
export interface PixelTruth {
  readonly id: string;
  readonly beyond: number;
}

/** Marks that hang beside the text are no content. Nothing cuts, and a slide stands alone in the middle of much room. */
const style = (far: Far) => `
html, body { overflow: hidden !important; margin: 0 !important }
section.slide { overflow: visible !important; contain: none !important; margin: ${far.above}px ${far.beside}px ${far.below}px !important }
section.slide:not(.looked-at) { display: none !important }
.looked-at ::before, .looked-at ::after { opacity: 0 !important }
.without-body .looked-at .slide-body, .without-all .looked-at .slide-canvas > :not(.slide-background) { opacity: 0 !important }`;

/** How much room there is around a slide; ink further out counts as far as the room's edge. */
interface Far {
  readonly above: number;
  readonly beside: number;
  readonly below: number;
}

/** Room for the decks of the corpus, whose px are compared. */
export const corpusRoom: Far = { above: 300, beside: 900, below: 1300 };

/** Room for a verdict alone. */
export const verdictRoom: Far = { above: 60, beside: 100, below: 200 };

/** Look at every slide of a deck, or at those of some ids. */
export async function readPixels(
  deck: DeckTree,
  sources: Sources,
  browser: Browser,
  medium: Medium,
  { far = corpusRoom, ids }: { readonly far?: Far; readonly ids?: readonly string[] } = {},
): Promise<PixelTruth[]> {
  const html = stringifyDocument(deck, medium === 'print' ? 'slides' : 'present', sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  return withSealedPage(browser, { html, assets, media: medium, timeoutMs: 300_000 }, async ({ page }) => {
    if (medium === 'screen') await page.addStyleTag({ content: allSlides });
    await page.addStyleTag({ content: style(far) });
    await page.bringToFront();
    const known = ids ?? (await page.$$eval('section.slide', (slides) => slides.map(({ id }) => id)));
    const truths: PixelTruth[] = [];
    for (const id of known) truths.push({ id, beyond: await readSlide(page, id, far) });
    return truths;
  });
}

async function readSlide(page: Page, id: string, far: Far): Promise<number> {
  const places = await page.evaluate((slideId) => {
    for (const slide of document.querySelectorAll('section.slide'))
      slide.classList.toggle('looked-at', slide.id === slideId);
    const edgesOf = (element: Element | null | undefined) => {
      if (!element) return undefined;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const slide = document.querySelector('.looked-at');
    return { slide: edgesOf(slide), body: edgesOf(slide?.querySelector('.slide-body')) };
  }, id);
  const { slide, body } = places;
  if (!slide) throw new Error(`There is no slide ${id}`);
  const width = Math.ceil(slide.right + far.beside);
  const height = Math.ceil(slide.bottom + far.below);
  await page.setViewport({ width, height });
  const whole = await draw(page, '');
  const inkOfBody = body && findDifference(whole, await draw(page, 'without-body'));
  const inkOfAll = findDifference(whole, await draw(page, 'without-all'));
  return Math.max(
    inkOfBody && body ? beyond(inkOfBody, meet(body, slide)) : 0,
    inkOfAll ? beyond(inkOfAll, slide) : 0,
  );
}

function meet(one: Edges, other: Edges): Edges {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** A letter in italics leans out of its box, and is no less seen in the slide's margin. */
const lean = 6;

function beyond(ink: Edges, place: Edges): number {
  const beside = Math.max(place.left - ink.left, ink.right - place.right);
  return Math.max(0, beside > lean ? beside : 0, place.top - ink.top, ink.bottom - place.bottom);
}

/** The first picture after a change may still be of the frame before. */
async function draw(page: Page, without: string): Promise<Picture> {
  await page.evaluate((name) => {
    document.documentElement.className = name;
  }, without);
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  return readPng(await page.screenshot({ optimizeForSpeed: true }));
}
