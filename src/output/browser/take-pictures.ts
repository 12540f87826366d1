/** Takes the document of the slides and leaves pictures: of every page, of all of them on one sheet, of the first as a card. */
import type { Page, ScreenshotClip } from 'puppeteer';
import { type SealedContent, type Tabs, withSealedPage } from './sealed-page.js';

/** Kinds of pictures. */
export const pictureTypes = ['png', 'jpeg', 'webp'] as const;

/** A kind of picture. */
export type PictureType = (typeof pictureTypes)[number];

/** What to take. */
export interface PictureOptions {
  /** Size of a slide in px. */
  readonly width: number;
  readonly height: number;
  /** How many dots a px has. */
  readonly scale: number;
  readonly type: PictureType;
  /** Whether all slides are also taken on one sheet. */
  readonly sheet: boolean;
  /** Whether the first slide is also taken as a card for social media. */
  readonly card: boolean;
}

/** What was taken; each picture is handed over when it is there, so that a long deck is never in memory as a whole. */
export interface PictureSink {
  readonly slide: (index: number, picture: Uint8Array) => Promise<void>;
  readonly sheet: (picture: Uint8Array) => Promise<void>;
  readonly card: (picture: Uint8Array) => Promise<void>;
}

/** Told a slide by its id, with its picture (JPEG). */
export type ShowSlide = (id: string, picture: Uint8Array) => void;

const cardSize = { width: 1200, height: 630 };
const sheetColumns = 4;
const thumbnailWidth = 320;

/** How large a slide is shown among others: sharp at the width that a column has. */
const smallScale = 0.45;

/** Where every slide stands; runs in the page, whose own scripts are off. */
const measure = `Array.from(document.querySelectorAll('section.slide'), (slide) => {
  const { left, top, width, height } = slide.getBoundingClientRect();
  return { id: slide.id, clip: { x: left + scrollX, y: top + scrollY, width, height } };
})`;

interface SlidePlace {
  readonly id: string;
  readonly clip: ScreenshotClip;
}

/** Take a small picture of every slide of a page, which stays as it is. */
export async function takeSlides(page: Page, show: ShowSlide): Promise<void> {
  // A full browser does not paint a tab in the background.
  await page.bringToFront();
  for (const { id, clip } of (await page.evaluate(measure)) as readonly SlidePlace[])
    show(id, await take(page, { ...clip, scale: smallScale }, { type: 'jpeg' }));
}

/** Take pictures of a document of slides. */
export async function takePictures(
  browser: Tabs,
  content: SealedContent,
  options: PictureOptions,
  sink: PictureSink,
): Promise<void> {
  await withSealedPage(browser, { ...content, media: 'print' }, async ({ page }) => {
    // A full browser does not paint a tab in the background.
    await page.bringToFront();
    const { width, height, scale } = options;
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    const places = (await page.evaluate(measure)) as readonly SlidePlace[];
    for (const [index, { clip }] of places.entries())
      await sink.slide(index, await take(page, clip, options));
    if (options.sheet) await sink.sheet(await takeSheet(page, options, places.length));
    if (options.card) await sink.card(await takeCard(page, options));
  });
}

async function take(
  page: Page,
  clip: ScreenshotClip,
  { type }: Pick<PictureOptions, 'type'>,
): Promise<Uint8Array> {
  const quality = type === 'png' ? {} : { quality: 90 };
  return page.screenshot({ type, ...quality, clip, captureBeyondViewport: true });
}

/** The slides themselves, small and in rows: their numbers stand on them. */
async function takeSheet(page: Page, options: PictureOptions, count: number): Promise<Uint8Array> {
  const { width, height } = options;
  const gap = 16;
  const zoom = thumbnailWidth / width;
  await page.addStyleTag({
    content: `body{background:#fff!important}main{display:grid;grid-template-columns:repeat(${sheetColumns},${thumbnailWidth}px);gap:${gap}px;padding:${gap}px}
      section.slide{zoom:${zoom};outline:${1 / zoom}px solid #c9c5bb}`,
  });
  const rows = Math.ceil(count / sheetColumns);
  const clip = {
    x: 0,
    y: 0,
    width: sheetColumns * (thumbnailWidth + gap) + gap,
    height: Math.ceil(rows * (height * zoom + gap) + gap),
  };
  await page.setViewport({
    width: clip.width,
    height: Math.min(clip.height, 8000),
    deviceScaleFactor: options.scale,
  });
  return take(page, clip, options);
}

/** The slide in the middle, as high as the card; its ground goes on at the sides. */
async function takeCard(page: Page, options: PictureOptions): Promise<Uint8Array> {
  const scale = Math.min(cardSize.width / options.width, cardSize.height / options.height);
  await page.addStyleTag({
    content: `main{display:grid!important;grid-template:none/none!important;place-content:center;gap:0!important;padding:0!important;width:${cardSize.width}px;height:${cardSize.height}px;overflow:hidden;background:var(--lectern-ground)}
      section.slide{zoom:${scale}!important;outline:0!important}section.slide~section.slide{display:none}`,
  });
  await page.setViewport({ ...cardSize, deviceScaleFactor: 1 });
  return take(page, { x: 0, y: 0, ...cardSize }, options);
}
