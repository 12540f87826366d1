/** Pictures in a PDF have as many dots as paper shows, whatever they had before; their place stays. */
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { printToPdf } from '../../src/output/browser/print-page.js';

let running: RunningBrowser;
beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});
afterAll(() => running.close());

/** Draw a picture that does not compress well, as photographs do not. */
async function drawPicture(type: string, width: number, height: number, isOpaque = true): Promise<Buffer> {
  const { browser } = running;
  const page = await browser.newPage();
  const url = await page.evaluate(
    (kind, w, h, opaque) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d');
      if (!pen) return '';
      for (let x = 0; x < w; x += 10)
        for (let y = 0; y < h; y += 10) {
          pen.fillStyle = `rgb(${(x * y) % 256} ${(x * 7 + y * 3) % 256} ${(x + y * y) % 256})`;
          if (opaque || x > 40) pen.fillRect(x, y, 10, 10);
        }
      return canvas.toDataURL(kind, 0.8);
    },
    type,
    width,
    height,
    isOpaque,
  );
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

interface Printed {
  readonly bytes: number;
  /** Pictures: their dots and how they are packed. */
  readonly pictures: readonly string[];
}

async function printPicture(body: Buffer, type: string, html: string): Promise<Printed> {
  const styles = '<style>@page{size:1280px 720px;margin:0}</style>';
  const { pdf } = await printToPdf(running.browser, {
    html: `<!doctype html><meta charset="utf-8">${styles}${html}`,
    assets: new Map([['assets/a b.x', { body, type }]]),
  });
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const pictures = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFStream) || !(object.dict instanceof PDFDict)) return [];
    const { dict } = object;
    if (String(dict.get(PDFName.of('Subtype'))) !== '/Image') return [];
    const [width, height] = ['Width', 'Height'].map((key) =>
      dict.lookup(PDFName.of(key), PDFNumber).asNumber(),
    );
    return [`${width} x ${height} ${String(dict.get(PDFName.of('Filter')))}`];
  });
  return { bytes: pdf.length, pictures };
}

const image = (style: string) => `<img src="assets/a%20b.x" alt="a" style="${style}">`;

describe('a picture', () => {
  test.each([
    ['a JPEG that is shown small', 'image/jpeg', [2000, 1500], 'width:160px', ['500 x 375 /DCTDecode']],
    ['a PNG that is shown small', 'image/png', [1600, 1200], 'width:160px', ['500 x 375 /FlateDecode']],
    ['a WebP', 'image/webp', [1600, 1200], 'width:600px', ['1600 x 1200 /DCTDecode']],
    ['a JPEG as large as paper shows', 'image/jpeg', [1600, 1200], 'width:600px', ['1600 x 1200 /DCTDecode']],
    [
      'a JPEG that covers a place',
      'image/jpeg',
      [2000, 1500],
      'width:160px;height:60px;object-fit:cover',
      ['500 x 375 /DCTDecode'],
    ],
    [
      'a JPEG of which a part is shown',
      'image/jpeg',
      [2000, 1500],
      'width:160px;height:60px;object-fit:none',
      ['160 x 60 /FlateDecode'],
    ],
  ] as const)('%s', async (_, type, [width, height], style, pictures) => {
    const body = await drawPicture(type, width, height);
    expect((await printPicture(body, type, image(style))).pictures).toEqual(pictures);
  });

  test('has a quarter of its bytes at a quarter of its width', async () => {
    const body = await drawPicture('image/jpeg', 2000, 1500);
    const { bytes } = await printPicture(body, 'image/jpeg', image('width:160px'));
    expect(bytes).toBeLessThan(body.length / 4);
  });

  test('that is seen through keeps its holes', async () => {
    const body = await drawPicture('image/webp', 1600, 1200, false);
    const { pictures } = await printPicture(body, 'image/webp', image('width:160px'));
    // The second is what says where it is seen through.
    expect(pictures).toEqual(['500 x 375 /FlateDecode', '500 x 375 /FlateDecode']);
  });

  test('that is shown twice is one, as large as where it is largest', async () => {
    const body = await drawPicture('image/jpeg', 2000, 1500);
    const { pictures } = await printPicture(body, 'image/jpeg', image('width:100px') + image('width:160px'));
    expect(pictures).toEqual(['500 x 375 /DCTDecode']);
  });
});
