/** The flagship deck as the audience sees it: its fonts, its edges, its size. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuildResult } from '../../src/output/build.js';
import { flagshipPath, goTo, listSlideIds, openPage, openStage, type Stage, showDeck } from './stage.js';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

/** Say what of a slide lies where it must not; runs in the page. */
function findOverflow(id: string): string[] {
  const found: string[] = [];
  const slide = document.getElementById(id);
  const canvas = slide?.querySelector('.slide-canvas');
  if (!slide || !canvas) return [`${id} has no canvas`];
  const edge = slide.getBoundingClientRect();
  const box = (element: Element | Range) => element.getBoundingClientRect();
  const name = (element: Element) =>
    `${id} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${element.textContent?.trim().slice(0, 30)}”`;
  if (canvas.scrollHeight > canvas.clientHeight) found.push(`${id} canvas ${canvas.scrollHeight} px high`);
  if (canvas.scrollWidth > canvas.clientWidth) found.push(`${id} canvas ${canvas.scrollWidth} px wide`);
  // A picture as large as the slide may lie beneath the foot.
  const foot = slide.dataset['layout'] === 'image' ? null : slide.querySelector('.slide-foot');
  const floor = foot && box(foot).height > 0 ? box(foot).top : edge.bottom;
  for (const child of slide.querySelectorAll('.slide-body > *')) {
    if (box(child).height > 0 && box(child).bottom > floor + 0.5)
      found.push(`${name(child)} ${(box(child).bottom - floor).toFixed(1)} px over the foot`);
  }
  const words = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const parent = words.currentNode.parentElement;
    if (!words.currentNode.nodeValue?.trim() || !parent || parent.closest('.visually-hidden, .katex-mathml'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const text = box(range);
    if (text.width === 0) continue;
    if (text.left < edge.left - 0.5 || text.right > edge.right + 0.5)
      found.push(`${name(parent)} beyond the sides`);
    if (text.top < edge.top - 0.5 || text.bottom > edge.bottom + 0.5)
      found.push(`${name(parent)} above or below`);
    if (parent.closest('.slide-body') && text.bottom > floor + 0.5)
      found.push(`${name(parent)} ${(text.bottom - floor).toFixed(1)} px of text over the foot`);
  }
  return found;
}

/** Every text of the audience's page and the family it must be set in. */
const families = [
  ['a title', '.slide-title', 'Lectern Serif'],
  ['a paragraph', '.slide-body > p', 'Lectern Sans'],
  ['a table', '.slide-body td', 'Lectern Sans'],
  ['code', '.slide-body code', 'Lectern Mono'],
  ['the foot', '.slide-foot .source, .slide-foot .slide-number', 'Lectern Sans'],
] as const;

describe.each(['paper', 'ink'])('in %s', (theme) => {
  let deck: BuildResult;

  beforeAll(async () => {
    deck = await stage.buildFile(`flagship-${theme}`, flagshipPath, { theme });
    await showDeck(page, deck.path);
  });

  test('no slide is fuller than it can be', async () => {
    const found: string[] = [];
    for (const id of await listSlideIds(page)) {
      await goTo(page, id, 99);
      found.push(...(await page.evaluate(findOverflow, id)));
    }
    expect(found).toEqual([]);
  });

  test('the bundled fonts are loaded, and no other is used', async () => {
    for (const id of await listSlideIds(page)) await goTo(page, id, 99);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', ''));
    });
    expect([...new Set(loaded)].sort()).toEqual(
      expect.arrayContaining([...new Set(families.map(([, , family]) => family))].sort()),
    );
    const failed = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family),
    );
    expect(failed).toEqual([]);
  });

  test.each(families)('%s is set in its font', async (_, selector, family) => {
    const used = await page.$$eval(selector, (elements) => [
      ...new Set(
        elements.map((element) => getComputedStyle(element).fontFamily.split(',')[0]?.replaceAll('"', '')),
      ),
    ]);
    expect(used).toEqual([family]);
  });
});

test('the page is one file of less than 700 KB, less than 300 KB on the wire', async () => {
  const { path: file, bytes } = await stage.buildFile('flagship', flagshipPath);
  expect(bytes).toBeLessThan(700_000);
  expect(gzipSync(readFileSync(file)).length).toBeLessThan(300_000);
});
