/**
 * What pixels say of a deck, without asking for the box of any content: each slide is drawn unclipped, whole, without its body,
 * and without anything. Where two pictures differ there is ink: beyond its place, or not.
 */
import type { Browser, Page } from 'puppeteer';
import { type DeckTree, stringifyDocument } from '../../src/compile.js';
import type { Sources } from '../../src/deck/sources.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { allSlides } from '../../src/output/check/all-slides.js';
import type { Medium } from '../../src/output/check/report-findings.js';
import { type Edges, findDifference, type Picture, readPng } from './read-png.js';

/** Ink beyond its place, in px: of the body beyond the body, of anything beyond the slide. */
export interface PixelTruth {
  readonly id: string;
  readonly beyond: number;
}

/** Marks that hang beside the text are no content. Nothing cuts, and a slide stands alone in the middle of much room. */
const style = `
html, body { overflow: hidden !important; margin: 0 !important }
section.slide { overflow: visible !important; contain: none !important; margin: var(--above) var(--beside) var(--below) !important }
section.slide:not(.looked-at) { display: none !important }
html::after { position: fixed; z-index: 9; inset: 0 auto auto 0; width: 1px; height: 1px; background: var(--stamp); content: '' }
.looked-at ::before, .looked-at ::after { opacity: 0 !important }
.looked-at ::marker { color: transparent !important }
.without-body .looked-at .slide-body, .without-all .looked-at .slide-canvas > :not(.slide-background) { opacity: 0 !important }`;

/** How much room there is around a slide; ink further out counts as far as the room's edge. */
interface Room {
  readonly above: number;
  readonly beside: number;
  readonly below: number;
}

/** Room for a verdict alone: most slides need no more, and a large picture takes long. */
const near: Room = { above: 60, beside: 100, below: 200 };

/** Room for the decks of the corpus, whose px are compared. */
const far: Room = { above: 300, beside: 900, below: 1300 };

/**
 * Look at every slide of a deck, or at those of some ids.
 *
 * @param verdictOnly whether it is enough to know that ink is beyond its place, and not how far
 */
export async function readPixels(
  deck: DeckTree,
  sources: Sources,
  browser: Browser,
  medium: Medium,
  { verdictOnly = false, ids }: { readonly verdictOnly?: boolean; readonly ids?: readonly string[] } = {},
): Promise<PixelTruth[]> {
  const html = stringifyDocument(deck, medium === 'print' ? 'slides' : 'present', sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  return withSealedPage(browser, { html, assets, media: medium, timeoutMs: 300_000 }, async ({ page }) => {
    if (medium === 'screen') await page.addStyleTag({ content: allSlides });
    await page.addStyleTag({ content: style });
    await page.bringToFront();
    const known = ids ?? (await page.$$eval('section.slide', (slides) => slides.map(({ id }) => id)));
    const truths: PixelTruth[] = [];
    for (const id of known) {
      const seen = await readSlide(page, id, near);
      truths.push({ id, beyond: seen === 0 || verdictOnly ? seen : await readSlide(page, id, far) });
    }
    return truths;
  });
}

async function readSlide(page: Page, id: string, room: Room): Promise<number> {
  const { slide, body } = await standAlone(page, id, room);
  const width = Math.ceil(slide.right + room.beside);
  const height = Math.ceil(slide.bottom + room.below);
  await page.setViewport({ width, height });
  const whole = await draw(page, '');
  const inkOfBody = body && findDifference(whole, await draw(page, 'without-body'));
  const inkOfAll = findDifference(whole, await draw(page, 'without-all'));
  return Math.max(
    inkOfBody && body ? beyond(inkOfBody, meet(body, slide)) : 0,
    inkOfAll ? beyond(inkOfAll, slide) : 0,
  );
}

/** Show one slide alone with room around it, and tell where it and its body are. */
async function standAlone(
  page: Page,
  id: string,
  room: Room,
): Promise<{ readonly slide: Edges; readonly body: Edges | undefined }> {
  const { slide, body } = await page.evaluate(
    (slideId, sides) => {
      for (const [side, px] of Object.entries(sides))
        document.documentElement.style.setProperty(`--${side}`, `${px}px`);
      for (const one of document.querySelectorAll('section.slide'))
        one.classList.toggle('looked-at', one.id === slideId);
      const edgesOf = (element: Element | null | undefined) => {
        if (!element) return undefined;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      const shown = document.querySelector('.looked-at');
      return { slide: edgesOf(shown), body: edgesOf(shown?.querySelector('.slide-body')) };
    },
    id,
    { ...room },
  );
  if (!slide) throw new Error(`There is no slide ${id}`);
  return { slide, body };
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

/**
 * Draw the page as it is now. A busy browser answers with the frame before: every picture bears a stamp in its corner, of a colour of
 * its own, and is taken again until it has it.
 */
async function draw(page: Page, without: string): Promise<Picture> {
  drawn = (drawn + 1) % 0x1_00_00_00;
  const stamp = [drawn >> 16, (drawn >> 8) & 0xff, drawn & 0xff];
  await page.evaluate(
    (name, color) => {
      document.documentElement.className = name;
      document.documentElement.style.setProperty('--stamp', color);
    },
    without,
    `rgb(${stamp.join()})`,
  );
  for (;;) {
    const picture = readPng(await page.screenshot({ optimizeForSpeed: true }));
    const corner = picture.bytes.subarray(0, stamp.length);
    if (!stamp.every((value, index) => corner[index] === value)) continue;
    corner.fill(0);
    return picture;
  }
}

let drawn = 0;
