/**
 * Takes a page that is to be printed and leaves its pictures no larger than paper shows: Chromium writes a JPEG into the PDF as it is,
 * however small it is drawn, and any other picture dot by dot, so that a WebP becomes thirty times as large. A step of its own
 * because how large a picture is drawn is known when the page is laid out.
 */
import type { Page } from 'puppeteer';
import type { PageAsset } from './sealed-page.js';

/** Pictures that are made of dots; of moving ones the first is printed as it is. */
const dotted = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** Dots to a px of CSS: 300 to an inch, which is what presses ask for. */
const density = 300 / 96;

/** A picture as it was given. */
interface Original {
  readonly type: string;
  readonly bytes: number;
}

/** Make pictures as small as they are printed. */
export async function fitPictures(page: Page, assets?: ReadonlyMap<string, PageAsset>): Promise<void> {
  const pictures = [...(assets ?? [])].filter(([, { type }]) => dotted.includes(type));
  if (pictures.length === 0) return;
  const originals = pictures.map(([name, { type, body }]) => [name, { type, bytes: body.length }] as const);
  await page.evaluate(shrinkPictures, Object.fromEntries(originals), density);
}

/** Runs in the page. A picture that is shown more than once stays one, as large as where it is largest. */
async function shrinkPictures(originals: Readonly<Record<string, Original>>, dots: number): Promise<void> {
  const uses = new Map<string, HTMLImageElement[]>();
  for (const image of document.images) {
    const name = image.currentSrc.startsWith('http') ? new URL(image.currentSrc).pathname.slice(1) : '';
    const isScaled = getComputedStyle(image).objectFit !== 'none' && image.naturalWidth > 0;
    if (isScaled && originals[decodeURI(name)]) uses.set(name, [...(uses.get(name) ?? []), image]);
  }
  for (const [name, images] of uses) {
    const [first] = images;
    const original = originals[decodeURI(name)];
    if (!first || !original) continue;
    const share = Math.max(...images.map((image) => shareOf(image))) * dots;
    // A little too large is not worth another loss; what is written dot by dot is.
    const isKept = share > 0.8 && (original.type === 'image/jpeg' || original.type === 'image/png');
    if (isKept || share === 0) continue;
    const smaller = draw(first, Math.min(1, share), original.type === 'image/png');
    if (original.type === 'image/jpeg' && smaller.length * 0.75 > original.bytes) continue;
    await Promise.all(images.map((image) => replace(image, smaller)));
  }

  function shareOf(image: HTMLImageElement): number {
    const { width, height } = image.getBoundingClientRect();
    return Math.max(width / image.naturalWidth, height / image.naturalHeight);
  }

  /** Draw a picture smaller: without loss where dots are seen through, or where nothing was lost before. */
  function draw(image: HTMLImageElement, share: number, isLossless: boolean): string {
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.naturalWidth * share);
    canvas.height = Math.ceil(image.naturalHeight * share);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return image.currentSrc;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (isLossless) return canvas.toDataURL('image/png');
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let alpha = 3;
    while (alpha < data.length && data[alpha] === 255) alpha += 4;
    const isOpaque = alpha >= data.length;
    return isOpaque ? canvas.toDataURL('image/jpeg', 0.9) : canvas.toDataURL('image/png');
  }

  /** What has no size of its own keeps the one it has. */
  async function replace(image: HTMLImageElement, source: string): Promise<void> {
    const { width, height } = getComputedStyle(image);
    Object.assign(image.style, { width, height });
    image.removeAttribute('srcset');
    image.src = source;
    await image.decode();
  }
}
