/** The deck as a text: what is no component is in the text's size, lists have their marks, components are made smaller as a whole. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { shippedFiles } from '../support.js';
import { openPage, openStage, type Stage } from './stage.js';

const deck = `# A talk

A text.

- one
- two

1. first

<div>

In a box

</div>

$$
a^2
$$

:::stats

- **3** files

:::
`;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  await page.setContent(String((await compile(deck, { document: 'outline' }, await shippedFiles())).value));
});
afterAll(() => stage?.close());

/** Height of a line of an element as it is drawn, in px. */
const lineHeight = (selector: string) =>
  page.$eval(selector, (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return Math.round(range.getClientRects()[0]?.height ?? 0);
  });

test('text in elements of the author is as large as other text', async () => {
  const text = await lineHeight('.outline-text > p');
  expect(text).toBeGreaterThan(10);
  expect(await lineHeight('.outline-text > div > p')).toBe(text);
  expect(await lineHeight('.outline-text li')).toBe(text);
  // A letter of a formula is less high than a line; of half its size it would be half as high.
  expect(await lineHeight('.outline-text .math-display .mathnormal')).toBeGreaterThan(0.8 * text);
});

test('lists have bullets and numbers', async () => {
  const styles = await page.$$eval('.outline-text :is(ul, ol):not(figure *)', (all) =>
    all.map((one) => getComputedStyle(one).listStyleType),
  );
  expect(styles).toEqual(['disc', 'decimal']);
});

test('a component keeps the proportions of its slide', async () => {
  const sizes = await page.$$eval('.outline-drawing .stats *', (all) =>
    all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  );
  expect(Math.max(...sizes)).toBeGreaterThanOrEqual(60);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
});
