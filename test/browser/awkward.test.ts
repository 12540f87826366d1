/** Content that is long, short or odd: on the slide as a whole, with every word, at a size that can be read. */
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixturesFolder } from '../support.js';
import { goTo, listSlideIds, openPage, openStage, type Stage, showDeck } from './stage.js';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

const names = [
  'long-code',
  'long-tables',
  'long-lists',
  'long-pictures',
  'short-slides',
  'emoji-in-headings',
];

describe.each(names)('%s', (name) => {
  let ids: string[];

  beforeAll(async () => {
    const { path: file } = await stage.buildFile(name, path.join(fixturesFolder, name, 'input.md'));
    await showDeck(page, file);
    ids = await listSlideIds(page);
  });

  test('no text is smaller than can be read', async () => {
    const small: string[] = [];
    for (const id of ids) {
      await goTo(page, id);
      small.push(
        ...(await page.$eval(`[id="${id}"] .slide-canvas`, (canvas) => {
          const texts = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = texts.nextNode(); node; node = texts.nextNode()) {
            const element = node.parentElement;
            const text = node.textContent?.trim() ?? '';
            if (!element || text === '' || element.closest('.visually-hidden, .katex')) continue;
            const least = element.closest('.slide-foot, sup') ? 14 : 16;
            if (Number.parseFloat(getComputedStyle(element).fontSize) < least) found.push(text);
          }
          return found;
        })),
      );
    }
    expect(small).toEqual([]);
  });

  test('nothing lies over anything else, and nothing beside the slide but code that is said to be too wide', async () => {
    const faults: string[] = [];
    for (const id of ids) {
      await goTo(page, id);
      faults.push(
        ...(await page.$eval(`[id="${id}"] .slide-body`, (body) => {
          const blocks = [...body.children].filter((one) => one.checkVisibility());
          return blocks.flatMap((block, index) => {
            const { top, left, right } = block.getBoundingClientRect();
            const above = blocks[index - 1]?.getBoundingClientRect().bottom ?? 0;
            const wide = block.tagName !== 'PRE' && (right > 1280 - 60 || left < 60);
            return top < above - 1 || wide ? [block.outerHTML.slice(0, 80)] : [];
          });
        })),
      );
    }
    expect(faults).toEqual([]);
  });

  test('every slide has a name of its own in the list of slides', async () => {
    const labels = await page.$$eval('section.slide', (all) =>
      all.map((one) => {
        const title = document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent;
        return (title ?? one.getAttribute('aria-label') ?? '').trim();
      }),
    );
    expect(labels).toHaveLength(ids.length);
    expect(labels).not.toContain('');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('four levels of a list are four steps to the right, each with its mark', async () => {
  const { path: file } = await stage.buildFile('levels', path.join(fixturesFolder, 'long-lists', 'input.md'));
  await showDeck(page, file);
  const edges = await page.$$eval('.slide-body > ul:first-child li', (items) =>
    items.slice(0, 5).map((item) => {
      const range = document.createRange();
      range.selectNode(item.firstChild ?? item);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(edges).toEqual(edges.toSorted((one, other) => one - other));
  expect(new Set(edges).size).toBe(5);
});

test('the footer of the deck stands in one place, whatever else is at the foot', async () => {
  const slides = [
    'Words.\n\nSource: a book.',
    'Words.',
    'Words.[^n]\n\n[^n]: A note.',
    'Words.\n\n- a\n- list',
  ];
  const { path: file } = await stage.buildText(
    'footer',
    `---\nfooter: A conference\n---\n\n${slides.map((slide, index) => `## Slide ${index}\n\n${slide}`).join('\n\n---\n\n')}\n`,
  );
  await showDeck(page, file);
  const places = new Set<string>();
  for (const id of await listSlideIds(page)) {
    await goTo(page, id);
    places.add(
      await page.$eval(`[id="${id}"] .slide-footer`, (footer) => {
        const { left, top } = footer.getBoundingClientRect();
        return `${Math.round(left)} ${Math.round(top)}`;
      }),
    );
  }
  expect([...places]).toHaveLength(1);
});
