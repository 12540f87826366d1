/** What a slide says of the page while it is shown (`state=`), and what the speaker sees of steps with order and effect. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

const deck = `---
transition: none
---

::slide{#plain}

## Plain

---

::slide{#dark state=lights-out}

## Dark

---

::slide{#corner background="dot.svg" background-size=40% background-position="right bottom"}

## Behind it, in a corner

---

::slide{#upper background="dot.svg" background-size=20% background-position="30% top"}

## Behind it, above

---

::slide{#steps}

## Steps

:::steps{order="2,1+3" effect=strike}

- one
- two
- three

:::
`;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle r="5" /></svg>';
  await writeFile(path.join(stage.folder, 'dot.svg'), dot);
  await showDeck(page, (await stage.buildText('state', deck)).path);
});
afterAll(() => stage?.close());

const hasState = () => page.evaluate(() => document.querySelector('.lights-out') !== null);

test('a class stands on the page while its slide is shown, and no longer', async () => {
  expect(await hasState()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await waitForSlide(page, 'dark');
  expect(await hasState()).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await waitForSlide(page, 'plain');
  expect(await hasState()).toBe(false);
});

test('a picture behind a slide has the share and the place that are asked for', async () => {
  const read = (id: string) =>
    page.evaluate((slideId) => {
      const slide = document.getElementById(slideId);
      const canvas = slide?.querySelector('.slide-canvas')?.getBoundingClientRect();
      const picture = slide?.querySelector('.slide-background img')?.getBoundingClientRect();
      if (!canvas || !picture) return undefined;
      const box = [picture.x - canvas.x, picture.y - canvas.y, picture.width, picture.height];
      return box.map((px) => Math.round((px / canvas.width) * 1280));
    }, id);
  await goTo(page, 'corner');
  // Twice as wide as high; 100 % is edge to edge.
  expect(await read('corner')).toEqual([768, 464, 512, 256]);
  await goTo(page, 'upper');
  expect(await read('upper')).toEqual([307, 0, 256, 128]);
});

test('the speaker sees each step as the audience does, and what the next one changes', async () => {
  await page.evaluate(() => {
    location.hash = '#/steps';
  });
  await waitForSlide(page, 'steps');
  const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const speaker = await opened;
  if (!speaker) throw new Error('Unexpected end of the speaker window, expected it to open');
  const stepsIn = (selector: string) =>
    speaker.$$eval(`${selector} .fragment.visible`, (items) => items.map((item) => item.textContent?.trim()));
  const seen = [];
  for (let step = 0; step <= 2; step += 1) {
    await speaker.waitForFunction(
      (count) => document.querySelectorAll('.speaker-current .fragment.visible').length === count,
      {},
      [0, 1, 3][step],
    );
    seen.push([await stepsIn('.speaker-current'), await stepsIn('.speaker-next')]);
    expect((await readPosition(page)).step).toBe(seen.at(-1)?.[0]?.length);
    await speaker.keyboard.press('ArrowRight');
  }
  const all = ['one', 'two', 'three'];
  expect(seen.map(([current]) => current)).toEqual([[], ['two'], all]);
  expect(seen.slice(0, 2).map(([, next]) => next)).toEqual([['two'], all]);
  await speaker.close();
});
