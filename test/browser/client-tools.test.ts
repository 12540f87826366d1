/** What a speaker has at hand on the page: finder, lightbox, zoom, laser pointer, list of keys; all by keyboard. */
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyTable } from '../../src/client/keys.js';
import type { BuildResult } from '../../src/output/build.js';
import { toolDeck } from './client-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let page: Page;
let deck: BuildResult;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  deck = await stage.buildText('tools', toolDeck);
});
afterAll(() => stage?.close());
beforeEach(() => showDeck(page, deck.path));

type Key = Parameters<Page['keyboard']['press']>[0];

async function press(...keys: readonly Key[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Wait until a dialog is there, or gone: it is removed a moment after it has closed. */
async function waitForDialog(name: string, open = true): Promise<void> {
  await page.waitForFunction(
    (selector, wanted) => (document.querySelector(selector) !== null) === wanted,
    {},
    `dialog.lectern-${name}`,
    open,
  );
}

const listed = () =>
  page.$$eval('.finder-list li', (items) =>
    items.map((item) => item.querySelector('.finder-number')?.textContent),
  );

const chosen = () =>
  page.$eval('.finder-list [aria-selected="true"] .finder-title', (title) => title.textContent);

describe('jump', () => {
  test('lists every slide and begins at the one on stage', async () => {
    await goTo(page, 'steps');
    await press('g');
    expect(await listed()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(await chosen()).toBe('One after the other');
  });

  test.each([
    ['4', 'table'],
    ['cafe', 'chart'],
    ['AFTER one', 'steps'],
    ['end', 'end'],
  ])('%s and Enter', async (query, id) => {
    await press('g');
    await page.keyboard.type(query);
    await press('Enter');
    await waitForSlide(page, id);
    await waitForDialog('finder', false);
    expect(await readPosition(page)).toEqual({ id, step: 0 });
  });

  test('arrow keys choose', async () => {
    await press('g', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
    await waitForSlide(page, 'chart');
    expect(await readPosition(page)).toEqual({ id: 'chart', step: 0 });
  });

  test('a click chooses', async () => {
    await press('g');
    await page.click('.finder-list li:nth-child(7)');
    await waitForSlide(page, 'end');
    await waitForDialog('finder', false);
    expect(await readPosition(page)).toEqual({ id: 'end', step: 0 });
  });

  test('nothing found is said, and Enter goes nowhere', async () => {
    await press('g');
    await page.keyboard.type('xyz');
    await press('Enter');
    expect(await page.$eval('.finder-empty', (line) => line.textContent)).toBe('Nothing found');
    expect(await readPosition(page)).toEqual({ id: 'start', step: 0 });
  });

  test('digits and Enter go there without a dialog', async () => {
    await press('4', 'Enter');
    expect(await readPosition(page)).toEqual({ id: 'table', step: 0 });
    await press('9', '9', 'Enter');
    expect(await readPosition(page)).toEqual({ id: 'table', step: 0 });
    // What came between takes the digit back.
    await press('1', 'ArrowRight', 'Enter');
    expect(await readPosition(page)).toEqual({ id: 'grow', step: 0 });
  });
});

describe('search', () => {
  const openBySlash = () => press('/');
  const openByChord = async () => {
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await press('f');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
  };

  test.each([
    ['/', openBySlash],
    ['Ctrl+Shift+F', openByChord],
  ])('%s opens it; it shows number, title and the words around the hit', async (_, open) => {
    await open();
    await page.keyboard.type('coff');
    expect(await listed()).toEqual(['4']);
    const [title, excerpt, hit] = await page.$eval('.finder-list li', (item) =>
      ['.finder-title', '.finder-excerpt', 'mark'].map((part) => item.querySelector(part)?.textContent),
    );
    expect([title, hit]).toEqual(['Numbers', 'Coff']);
    expect(excerpt).toContain('Tea 40 Coffee 95');
  });

  test('goes to the step in which the word stands', async () => {
    await press('/');
    await page.keyboard.type('KÄNGAROO');
    await press('Enter');
    await waitForSlide(page, 'steps');
    expect(await readPosition(page)).toEqual({ id: 'steps', step: 2 });
  });

  test('numbers of slides are not words on them', async () => {
    await press('/');
    await page.keyboard.type('4 words');
    expect(await listed()).toEqual(['7']);
  });
});

describe('lightbox', () => {
  const picture = '#chart .slide-body img';
  beforeEach(() => goTo(page, 'chart'));

  test('Tab and Enter open the picture with its words; Esc closes, and the focus returns', async () => {
    await press('Tab', 'Enter');
    await waitForDialog('lightbox');
    const { width, caption } = await page.$eval('.lectern-lightbox', (dialog) => ({
      width: dialog.querySelector('img')?.getBoundingClientRect().width ?? 0,
      caption: dialog.querySelector('figcaption')?.textContent,
    }));
    expect(width).toBeGreaterThan(1100);
    expect(caption).toBe('Tea against coffee, two bars');
    await press('ArrowRight', 'Escape');
    await waitForDialog('lightbox', false);
    expect(await page.$eval(picture, (element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
    expect(await readPosition(page)).toEqual({ id: 'chart', step: 0 });
  });

  test('a click opens it and another closes it', async () => {
    await page.click(picture);
    await waitForDialog('lightbox');
    await page.click('.lectern-lightbox img');
    await waitForDialog('lightbox', false);
    expect(await readPosition(page)).toEqual({ id: 'chart', step: 0 });
  });

  test('only pictures on stage are buttons, and none on paper', async () => {
    const buttons = () => page.$$eval('.slides img[role="button"]', (images) => images.length);
    expect(await buttons()).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await buttons()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await buttons()).toBe(1);
    await goTo(page, 'end');
    expect(await buttons()).toBe(0);
  });
});

describe('zoom', () => {
  const scale = () =>
    page.$eval('.reveal', (element) => new DOMMatrix((element as HTMLElement).style.transform).a);
  const row = '#table tbody tr:last-child td:last-child';

  test('Alt and a click enlarge what is clicked; Esc ends it and opens no overview', async () => {
    await goTo(page, 'table');
    await page.keyboard.down('Alt');
    await page.click(row);
    await page.keyboard.up('Alt');
    expect(await scale()).toBeGreaterThan(2);
    await page.waitForFunction(() => document.getAnimations().length === 0);
    const box = await page.$eval(row, (cell) => cell.getBoundingClientRect().toJSON() as DOMRect);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(1280);
    expect(box.bottom).toBeLessThanOrEqual(720);
    await press('Escape');
    expect(await scale()).toBe(1);
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
  });

  test('Z enlarges what is in focus; arrow keys move, + and - scale, Z ends it', async () => {
    await goTo(page, 'chart');
    await page.focus('#chart .slide-body img');
    await press('z');
    const before = await scale();
    expect(before).toBeGreaterThan(1.2);
    const left = () =>
      page.$eval('.reveal', (element) => new DOMMatrix((element as HTMLElement).style.transform).e);
    const place = await left();
    await press('ArrowRight');
    expect(await left()).toBeLessThan(place);
    await press('+');
    expect(await scale()).toBeCloseTo(before * 1.25);
    await press('-', 'z');
    expect(await scale()).toBe(1);
    expect(await readPosition(page)).toEqual({ id: 'chart', step: 0 });
  });

  test('Z without focus and pointer enlarges the middle; the next slide is seen whole', async () => {
    await press('z');
    expect(await scale()).toBe(2);
    await press('PageDown');
    await waitForSlide(page, 'chart');
    expect(await scale()).toBe(1);
  });
});

describe('laser pointer', () => {
  const dot = () =>
    page.$eval('.lectern-laser', (element) => {
      const { left, width, top, height } = element.getBoundingClientRect();
      return { seen: element.checkVisibility(), x: left + width / 2, y: top + height / 2 };
    });

  test('L shows a dot at the pointer instead of it, and again hides it', async () => {
    await page.mouse.move(300, 200);
    expect((await dot()).seen).toBe(false);
    await press('l');
    expect(await dot()).toEqual({ seen: true, x: 300, y: 200 });
    await page.mouse.move(640.5, 333);
    expect(await dot()).toEqual({ seen: true, x: 640.5, y: 333 });
    expect(await page.$eval('#start .slide-title', (title) => getComputedStyle(title).cursor)).toBe('none');
    await press('l');
    expect((await dot()).seen).toBe(false);
    expect(await readPosition(page)).toEqual({ id: 'start', step: 0 });
  });

  test('it is gone when the pointer leaves the page', async () => {
    await page.mouse.move(300, 200);
    await press('l');
    await page.evaluate(() => document.documentElement.dispatchEvent(new PointerEvent('pointerleave')));
    expect((await dot()).seen).toBe(false);
  });
});

describe('the list of keys', () => {
  test('? lists every line of the table in words, and again closes it', async () => {
    await press('?');
    const lines = await page.$$eval('.lectern-help :is(dt, dd)', (cells) =>
      cells.map((cell) => cell.textContent ?? ''),
    );
    expect(lines).toHaveLength(2 * keyTable.length);
    expect(lines.filter((line) => line === '' || /[{}]|undefined/.test(line))).toEqual([]);
    const fits = await page.$eval('.lectern-help', (dialog) => dialog.scrollHeight <= dialog.clientHeight);
    expect(fits).toBe(true);
    await press('?');
    await waitForDialog('help', false);
  });

  test('is in the language of the deck, with the deck’s own words on top', async () => {
    const text = '---\nlang: de\nstrings:\n  helpBlack: Licht aus\n---\n\n# Hallo\n';
    await showDeck(page, (await stage.buildText('german', text)).path);
    await press('?');
    const seen = await page.$eval('.lectern-help', (dialog) => dialog.textContent);
    expect(seen).toMatch(/^TastenRechts, Leertaste, Bild abWeiter, Schritt für Schritt/);
    expect(seen).toContain('Licht aus');
    expect(seen).not.toContain('Black screen');
  });

  test.each([
    ['?', 'help'],
    ['g', 'finder'],
    ['/', 'finder'],
  ] as const)('%s: Esc closes the dialog, the next one opens the overview', async (key, name) => {
    await press(key);
    await waitForDialog(name);
    await press('Escape');
    await waitForDialog(name, false);
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
    await press('Escape');
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(true);
  });

  test('while a dialog is open no key moves the talk, wherever the focus is', async () => {
    await press('?');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await press('ArrowRight', 'b', 'l', 'o');
    const state = await page.evaluate(() => [Reveal.isPaused(), Reveal.isOverview()]);
    expect(state).toEqual([false, false]);
    expect(await readPosition(page)).toEqual({ id: 'start', step: 0 });
  });
});

describe('the screen stays awake', () => {
  /** Count what is asked of the browser, and answer as one that can or one that refuses. */
  async function openWith(refuses: boolean): Promise<{ tab: Page; complaints: string[] }> {
    const tab = await openPage(stage.browser);
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.evaluateOnNewDocument((refused) => {
      const requests: string[] = [];
      const request = (type: string) => {
        requests.push(type);
        return refused ? Promise.reject(new Error('no')) : Promise.resolve({ released: false });
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request, requests } });
    }, refuses);
    await showDeck(tab, deck.path);
    return { tab, complaints };
  }

  const requests = (tab: Page) =>
    tab.evaluate(() => (navigator.wakeLock as unknown as { requests: string[] }).requests.length);

  test.each([
    ['from the first key on, asked for once', false],
    ['a browser that refuses is no matter', true],
  ])('%s', async (_, refuses) => {
    const { tab, complaints } = await openWith(refuses);
    expect(await requests(tab)).toBe(0);
    for (const key of ['ArrowRight', 'ArrowRight'] as const) await tab.keyboard.press(key);
    expect(await requests(tab)).toBe(1);
    expect(complaints).toEqual([]);
    await tab.close();
  });
});
