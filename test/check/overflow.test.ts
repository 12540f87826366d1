/**
 * What the check says of a corpus of decks, beside what pixels say: each slide is drawn unclipped with and without its body, and
 * where the pictures differ there is ink of it: beyond its place, or not.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeckTree, placeAssets, stringifyDocument } from '../../src/compile.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { measureDeck } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { projectFolder, shippedFiles } from '../support.js';

const folder = path.join(projectFolder, 'test', 'check', 'decks');
/** Every fourth in the short form: a deck takes seconds. */
const step = process.env.LECTERN_FULL === '1' ? 1 : 4;
const names = readdirSync(folder)
  .sort()
  .filter((_name, index) => index % step === 0);

let running: RunningBrowser;

beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});

afterAll(() => running.close());

describe('overflow, beside pixels', () => {
  it.each(names)('%s', async (name) => {
    const { deck, sources } = await loadDeck(path.join(folder, name), {}, await shippedFiles());
    placeAssets(deck, sources);
    const truth = await readPixels(stringifyDocument(deck, 'slides', sources), assetsOf(deck));
    await measureDeck(deck, sources, running.browser);
    const said = deck.file.messages.filter(({ ruleId }) => ruleId === 'slide-overflow');
    expect(said.map(({ line }) => line).filter((line) => line === undefined)).toEqual([]);
    expect({ name, overflows: said.length > 0 }).toEqual({ name, overflows: truth > 2 });
    expect(name.startsWith('overflow-')).toBe(truth > 2);
    if (truth > 2) expect(Math.abs(Number(said[0]?.actual) - truth)).toBeLessThanOrEqual(2);
  });
});

/** Nothing cuts. */
const unclipped = 'section.slide { overflow: visible !important; contain: none !important }';

/** Further than any deck of the corpus reaches, in px. */
const far = 1500;

/** How far the ink of the slide's body reaches beyond its place, in px: the slide is drawn with and without it. */
async function readPixels(html: string, assets: ReturnType<typeof assetsOf>): Promise<number> {
  return withSealedPage(running.browser, { html, assets, media: 'print' }, async ({ page }) => {
    await page.bringToFront();
    await page.setViewport({ width: 1280 + far, height: 720 + far });
    await page.addStyleTag({ content: unclipped });
    const place = await page.$eval('.slide-body', (body) => {
      const { right, bottom } = body.getBoundingClientRect();
      return { right: Math.min(1280, right), bottom: Math.min(720, bottom) };
    });
    const whole = await draw(page);
    await page.addStyleTag({ content: '.slide-body { opacity: 0 !important }' });
    const ink = await findInk(whole, await draw(page));
    return Math.max(0, ink.bottom - place.bottom, ink.right - place.right);
  });
}

/** The first picture after a change may still be of the frame before. */
async function draw(page: Page): Promise<string> {
  await page.screenshot({ encoding: 'base64' });
  return page.screenshot({ encoding: 'base64' });
}

/** Where two pictures differ: right and lower edge. */
async function findInk(one: string, other: string): Promise<{ right: number; bottom: number }> {
  const tab = await running.browser.newPage();
  try {
    return await tab.evaluate(
      async (pictures) => {
        const [first, second] = await Promise.all(
          pictures.map(async (picture) => {
            const bitmap = await createImageBitmap(
              await (await fetch(`data:image/png;base64,${picture}`)).blob(),
            );
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            return context?.getImageData(0, 0, bitmap.width, bitmap.height);
          }),
        );
        const edge = { right: 0, bottom: 0 };
        if (!first || !second) return edge;
        for (let at = 0; at < first.data.length; at += 4) {
          if ([0, 1, 2].every((channel) => first.data[at + channel] === second.data[at + channel])) continue;
          edge.right = Math.max(edge.right, ((at / 4) % first.width) + 1);
          edge.bottom = Math.max(edge.bottom, Math.floor(at / 4 / first.width) + 1);
        }
        return edge;
      },
      [one, other],
    );
  } finally {
    await tab.close();
  }
}

function assetsOf(deck: DeckTree) {
  return new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
}
