/**
 * Takes slides whose text stands over a picture and leaves the texts that are too weak on it. What is behind them is only known when it
 * is drawn: the checker takes a picture of the slide without its letters and hands it back.
 */
import { type Colour, contrastOf } from './contrast.js';
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { listLines, type Place, type TextLine } from './text-lines.js';

/** WCAG 1.4.3: of text, and of large text. */
const least = { text: 4.5, large: 3 };

/** So large a share of the dots behind a line may be weaker: an edge in the picture hides no word. */
const tolerated = 0.1;

/** So many dots behind a line tell as much as all of them. */
const enoughDots = 4000;

/** Styles bring no pictures: no address is let through. */
const pictures = '.slide-background, .slide-picture :is(img, video), .slide-body :is(img, video)';

/** Where a slide stands on the page. */
export interface PictureSlide {
  readonly index: number;
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** List the slides that have text over a picture. */
export function listPictureSlides(): PictureSlide[] {
  return [...document.querySelectorAll('section.slide')].flatMap((slide, index) => {
    if (listOverPictures(slide).length === 0) return [];
    const { left, top, width, height } = slide.getBoundingClientRect();
    return [{ index, clip: { x: left + scrollX, y: top + scrollY, width, height } }];
  });
}

/** Find the texts of a slide that are too weak on its picture without letters (a PNG, in base64); one finding for each element. */
export async function findWeakText(index: number, picture: string): Promise<Finding[]> {
  const slide = document.querySelectorAll('section.slide')[index];
  if (!slide) return [];
  const readDots = await openPicture(picture, slide.getBoundingClientRect());
  const worst = new Map<Element, Finding>();
  for (const { parent, ink } of listOverPictures(slide)) {
    const needed = neededFor(parent);
    const contrast = weakestOf(readInk(parent), readDots(ink));
    if (contrast >= needed || (worst.get(parent)?.amount ?? needed) <= contrast) continue;
    const seen = (parent.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    worst.set(parent, { ...describe('text-over-picture', slide, parent, contrast, String(needed)), seen });
  }
  return [...worst.values()];
}

/** Lines of text that stand over a picture. */
function listOverPictures(slide: Element): TextLine[] {
  const boxes = [...slide.querySelectorAll(pictures)].map((one) => one.getBoundingClientRect());
  if (boxes.length === 0) return [];
  return listLines(slide).filter(({ box }) => boxes.some((place) => doMeet(box, place)));
}

function doMeet(one: Place, other: Place): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return width > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
}

function neededFor(element: Element): number {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
  return isLarge ? least.large : least.text;
}

/** The colour of letters, and how much of it is there. */
interface Ink {
  readonly colour: Colour;
  readonly alpha: number;
}

/** Read the colour in which an element's letters are drawn, however it is written: a browser paints it, and the dot is read. */
function readInk(element: Element): Ink {
  const { color, fill } = getComputedStyle(element);
  const pen = openPen(1, 1);
  if (pen) {
    pen.fillStyle = element.closest('svg') ? fill : color;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen?.getImageData(0, 0, 1, 1).data ?? [];
  let shown = alpha / 255;
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    shown *= Number(getComputedStyle(one).opacity);
  return { colour: [red, green, blue], alpha: shown };
}

function openPen(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
}

/** Open a picture of a slide; what it leaves reads the dots behind a place on the page. */
async function openPicture(picture: string, edge: DOMRect): Promise<(place: Place) => Colour[]> {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const pen = openPen(image.width, image.height);
  pen?.drawImage(image, 0, 0);
  const scale = image.width / edge.width;
  return ({ left, right, top, bottom }) => {
    const x = Math.max(0, Math.round((left - edge.left) * scale));
    const y = Math.max(0, Math.round((top - edge.top) * scale));
    const width = Math.min(image.width, Math.round((right - edge.left) * scale)) - x;
    const height = Math.min(image.height, Math.round((bottom - edge.top) * scale)) - y;
    if (!pen || width < 1 || height < 1) return [];
    const { data } = pen.getImageData(x, y, width, height);
    const step = Math.ceil((width * height) / enoughDots);
    return Array.from({ length: Math.ceil((width * height) / step) }, (_, at): Colour => {
      const [red = 0, green = 0, blue = 0] = data.subarray(4 * step * at, 4 * step * at + 3);
      return [red, green, blue];
    });
  };
}

/** The contrast that all but a few of the dots have, rounded down: what is said to be enough is enough. */
function weakestOf({ colour, alpha }: Ink, dots: readonly Colour[]): number {
  // What is not there yet, or not any more, is not read.
  if (alpha === 0) return Number.POSITIVE_INFINITY;
  const contrasts = dots.map((dot) => contrastOf(mix(colour, alpha, dot), dot)).sort((a, b) => a - b);
  return Math.floor((contrasts[Math.floor(contrasts.length * tolerated)] ?? 21) * 10) / 10;
}

/** A colour that is not all there lets the ground through. */
function mix([red, green, blue]: Colour, alpha: number, [r, g, b]: Colour): Colour {
  const on = (value: number, below: number) => value * alpha + below * (1 - alpha);
  return [on(red, r), on(green, g), on(blue, b)];
}
