/** A long deck in a real browser: slides that are not near have no boxes, so that a page of hundreds costs what a page of ten does. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDeck, picture, pictureName } from '../bench/generate-deck.mjs';
import { openStage, openStillPage, type Stage, showDeck } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openStillPage(stage.browser);
  await writeFile(path.join(stage.folder, pictureName), picture);
});
afterAll(() => stage?.close());

/** Which slides, counted from the current one, have elements with a box. */
function listBoxes(): Promise<number[]> {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slides section.slide')];
    const current = slides.indexOf(Reveal.getCurrentSlide());
    const hasBox = (slide: Element) =>
      [slide, ...slide.querySelectorAll('*')].some((element) => element.getClientRects().length > 0);
    return slides.flatMap((slide, index) => (hasBox(slide) ? [index - current] : []));
  });
}

const near = [-1, 0, 1];

describe('a deck of 300 slides', () => {
  beforeAll(async () => {
    const { path: file } = await stage.buildText('long', generateDeck(300));
    await showDeck(page, file);
  });

  test('has boxes for what is shown and what is near, from the start', async () => {
    expect(await listBoxes()).toEqual([0, 1]);
  });

  test('has no more of them after a jump, and after a walk', async () => {
    await page.evaluate(() => Reveal.slide(150));
    expect(await listBoxes()).toEqual(near);
    for (let step = 0; step < 12; step += 1) await page.evaluate(() => Reveal.next());
    expect(await listBoxes()).toEqual(near);
  });
});
