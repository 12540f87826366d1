/** What a slide says of the page while it is shown (`state=`), and what the speaker sees of steps with order and effect. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

const deck = `---
transition: none
---

::slide{#plain}

## Plain

---

::slide{#dark state=lights-out}

## Dark

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
