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

/** Texts of the audience's page and the family each is set in. */
const families = [
  ['the title of the talk', '[data-layout="title"] .slide-title', 'Lectern Display'],
  ['the title of a slide', '[data-layout="content"] .slide-title', 'Lectern Display'],
  ['a paragraph', '.slide-body > p', 'Lectern Sans'],
  ['a table', '.slide-body > table td', 'Lectern Sans'],
  ['code', '.slide-body code', 'Lectern Mono'],
  ['the foot', '.slide-foot .source, .slide-foot .slide-number', 'Lectern Sans'],
] as const;

/** Find characters that were taken from a font of this machine, because the bundled ones lack them. */
async function findForeignFonts(id: string): Promise<string[]> {
  const client = await page.createCDPSession();
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await client.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: `[id="${id}"] .slide-canvas, [id="${id}"] .slide-canvas *`,
  });
  const used = await Promise.all(
    nodeIds.map((nodeId) => client.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  await client.detach();
  const foreign = used.flatMap(({ fonts }) => fonts).filter(({ isCustomFont }) => !isCustomFont);
  return [...new Set(foreign.map(({ familyName }) => `${id}: ${familyName}`))];
}

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

  test.each(families)('%s is set in its font', async (_, selector, family) => {
    const used = await page.$$eval(selector, (elements) => [
      ...new Set(
        elements.map((element) => getComputedStyle(element).fontFamily.split(',')[0]?.replaceAll('"', '')),
      ),
    ]);
    expect(used).toEqual([family]);
  });
});

test('the bundled fonts are loaded, and every character comes from them', async () => {
  const { path: file } = await stage.buildFile('flagship', flagshipPath);
  await showDeck(page, file);
  const foreign: string[] = [];
  for (const id of await listSlideIds(page)) {
    await goTo(page, id, 99);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    foreign.push(...(await findForeignFonts(id)));
  }
  expect(foreign).toEqual([]);
  const loaded = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status !== 'unloaded')
      .map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`),
  );
  expect([...new Set(loaded)].sort()).toEqual([
    'Lectern Display loaded',
    'Lectern Mono loaded',
    'Lectern Sans loaded',
  ]);
});

test('the page is one file of less than 700 KB, less than 300 KB on the wire', async () => {
  const { path: file, bytes } = await stage.buildFile('flagship', flagshipPath);
  expect(bytes).toBeLessThan(700_000);
  expect(gzipSync(readFileSync(file)).length).toBeLessThan(300_000);
});
