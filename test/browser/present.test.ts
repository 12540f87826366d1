/** A built deck in a real browser: it opens from the disk, asks for nothing, and does what a speaker's keys say. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BuildResult } from '../../src/output/build.js';
import { fixtureNames, fixturesFolder } from '../support.js';
import { smallDeck, smallDeckSlides } from './small-deck.js';
import {
  flagshipPath,
  goTo,
  listSlideIds,
  openPage,
  openStage,
  type Position,
  readPosition,
  type Stage,
  showDeck,
  waitForDeck,
  waitForSlide,
} from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let page: Page;
let deck: BuildResult;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  deck = await stage.buildText('small', smallDeck);
});
afterAll(() => stage?.close());

/** Everywhere a speaker can stand, in order: every slide, and every step of it. */
const positions: readonly Position[] = smallDeckSlides.flatMap(({ id, steps }) =>
  Array.from({ length: steps + 1 }, (_, step) => ({ id, step })),
);

const firstPosition = { id: 'welcome', step: 0 };

/** Press keys one after the other and note where the talk is after each. */
async function walk(keys: readonly Parameters<Page['keyboard']['press']>[0][]): Promise<Position[]> {
  const walked: Position[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    walked.push(await readPosition(page));
  }
  return walked;
}

describe('opening', () => {
  test.each([
    ['the small deck', async () => deck],
    ['the flagship deck', () => stage.buildFile('flagship', flagshipPath)],
  ])('%s opens from the disk, asks for nothing and complains of nothing', async (_, make) => {
    const built = await make();
    const tab = await openPage(stage.browser);
    const requests: string[] = [];
    const complaints: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    tab.on('console', (line) => complaints.push(line.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
    const address = pathToFileURL(built.path).href;
    await tab.goto(address);
    await waitForDeck(tab);
    for (const id of await listSlideIds(tab)) await goTo(tab, id, 99);
    await waitForSlide(tab, (await listSlideIds(tab)).at(-1) ?? '');
    expect(requests.filter((url) => !/^(data|blob):/.test(url))).toEqual([address]);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test.each(fixtureNames)('reveal.js counts the slides we count: %s', async (name) => {
    const { path: file, file: facts } = await stage.buildFile(
      `fixture-${name}`,
      path.join(fixturesFolder, name, 'input.md'),
    );
    await showDeck(page, file);
    const ids = facts.data.slides?.map(({ id }) => id) ?? [];
    expect(await page.evaluate(() => Reveal.getTotalSlides())).toBe(ids.length);
    expect(await listSlideIds(page)).toEqual(ids);
  });

  test('a query changes nothing and goes from the address', async () => {
    await showDeck(page, deck.path, '?showNotes=true&postMessage=true&transition=zoom&view=print#/loop');
    const config = await page.evaluate(() => {
      const { showNotes, postMessage, transition, view } = Reveal.getConfig();
      return {
        showNotes,
        postMessage,
        transition,
        view,
        print: document.querySelector('.print-pdf') !== null,
      };
    });
    expect(config).toMatchObject({ showNotes: false, postMessage: false, transition: 'slide', print: false });
    expect(new URL(page.url()).search).toBe('');
    expect(await readPosition(page)).toEqual({ id: 'loop', step: 0 });
  });

  test('a page that frames the deck cannot drive it', async () => {
    await showDeck(page, deck.path);
    const next = JSON.stringify({ method: 'next' });
    await page.evaluate(
      (message) =>
        new Promise((done) => {
          // The listener is the last one, so every other has had its turn.
          addEventListener('message', done, { once: true });
          postMessage(message, '*');
        }),
      next,
    );
    expect(await readPosition(page)).toEqual(firstPosition);
  });
});

describe('moving', () => {
  beforeEach(() => showDeck(page, deck.path));

  test('the right arrow leads through every step and slide, stacks included; the left arrow back', async () => {
    const on = await walk(positions.slice(1).map(() => 'ArrowRight' as const));
    expect(on).toEqual(positions.slice(1));
    expect(await walk(['ArrowRight'])).toEqual(positions.slice(-1));
    const back = await walk(positions.slice(1).map(() => 'ArrowLeft' as const));
    // Backwards a slide is met with all its steps shown.
    expect(back).toEqual(positions.slice(0, -1).toReversed());
  });

  test('a clicker leads through the same places', async () => {
    expect(await walk(positions.slice(1).map(() => 'PageDown' as const))).toEqual(positions.slice(1));
    expect(await walk(positions.slice(1).map(() => 'PageUp' as const))).toEqual(
      positions.slice(0, -1).toReversed(),
    );
  });

  test('Space, Home and End', async () => {
    expect(await walk(['Space', 'End', 'Home'])).toEqual([positions[1], positions.at(-1), firstPosition]);
  });

  test.each(['b', '.'] as const)('%s makes the screen black, and again brings the talk back', async (key) => {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => Reveal.isPaused())).toBe(true);
    // The overlay fades in.
    await page.waitForFunction(() => {
      const overlay = document.querySelector('.pause-overlay');
      if (!overlay || document.elementFromPoint(640, 360)?.closest('.pause-overlay') !== overlay)
        return false;
      const { opacity, backgroundColor } = getComputedStyle(overlay);
      const { width, height } = overlay.getBoundingClientRect();
      return opacity === '1' && backgroundColor === 'rgb(0, 0, 0)' && width >= 1280 && height >= 720;
    });
    await page.keyboard.press(key);
    expect(await page.evaluate(() => Reveal.isPaused())).toBe(false);
    expect(await readPosition(page)).toEqual(firstPosition);
  });

  test.each(['o', 'Escape'] as const)('%s opens the overview, and a slide is chosen there', async (key) => {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
    expect(await readPosition(page)).toEqual({ id: 'contents', step: 0 });
  });

  test('G goes to a slide by its number', async () => {
    await page.keyboard.press('g');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await waitForSlide(page, 'steps');
    expect(await readPosition(page)).toEqual({ id: 'steps', step: 0 });
  });

  test('? lists the keys; the talk stands still until the list is closed', async () => {
    await page.keyboard.press('?');
    expect(await page.$eval('dialog[open]', (dialog) => dialog.textContent)).toContain('Speaker window');
    expect(await walk(['ArrowRight'])).toEqual([firstPosition]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
    expect(await walk(['ArrowRight'])).toEqual([positions[1]]);
  });

  test('a swipe moves on and back', async () => {
    const tab = await stage.browser.newPage();
    await tab.setViewport({ width: 1280, height: 720, hasTouch: true });
    await showDeck(tab, deck.path);
    for (const [from, to, id] of [
      [900, 300, 'contents'],
      [300, 900, 'welcome'],
    ] as const) {
      const touch = await tab.touchscreen.touchStart(from, 300);
      await touch.move((from + to) / 2, 300);
      await touch.move(to, 300);
      await touch.end();
      await waitForSlide(tab, id);
      expect(await readPosition(tab)).toEqual({ id, step: 0 });
    }
    await tab.close();
  });
});

describe('addresses', () => {
  test.each(smallDeckSlides.map(({ id }) => id))('#/%s opens on that slide', async (id) => {
    await showDeck(page, deck.path, `#/${id}`);
    expect(await readPosition(page)).toEqual({ id, step: 0 });
  });

  test('the address follows the talk', async () => {
    await showDeck(page, deck.path);
    await goTo(page, 'below');
    await page.waitForFunction(() => location.hash.includes('below'));
    expect(new URL(page.url()).hash).toBe('#/below');
  });

  test.each(['loop', 'years'])('a link to #%s leads there', async (id) => {
    await showDeck(page, deck.path, '#/contents');
    await page.click(`#contents a[href$="#${id}"]`);
    await waitForSlide(page, id);
    expect(await readPosition(page)).toEqual({ id, step: 0 });
  });

  test('a link to a footnote stays on its slide, and on its step', async () => {
    await showDeck(page, deck.path, '#/steps/1');
    const before = await readPosition(page);
    await page.click('#steps [role="doc-noteref"]');
    expect(await readPosition(page)).toEqual(before);
    expect(before).toEqual({ id: 'steps', step: 2 });
  });
});

describe('for everybody', () => {
  test('screen readers can read: no application role, every slide has a name', async () => {
    await showDeck(page, deck.path);
    expect(await page.$('[role="application"]')).toBeNull();
    const names = await page.$$eval('section.slide', (slides) =>
      slides.map(
        (slide) =>
          document.getElementById(slide.getAttribute('aria-labelledby') ?? '')?.textContent ??
          slide.getAttribute('aria-label'),
      ),
    );
    expect(names).toEqual(smallDeckSlides.map(({ title }) => title));
  });

  test('only the slide on stage can be reached by the Tab key', async () => {
    await showDeck(page, deck.path);
    for (const { id } of smallDeckSlides) {
      await goTo(page, id);
      const reachable = await page.$$eval('section.slide', (slides) =>
        slides.filter((slide) => slide.closest('[inert]') === null).map((slide) => slide.id),
      );
      expect(reachable).toEqual([id]);
    }
  });

  test('who wants less motion gets none', async () => {
    const tab = await openPage(stage.browser);
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await showDeck(tab, deck.path);
    const { transition, backgroundTransition, autoAnimate } = await tab.evaluate(() => Reveal.getConfig());
    expect({ transition, backgroundTransition, autoAnimate }).toEqual({
      transition: 'none',
      backgroundTransition: 'none',
      autoAnimate: false,
    });
    const durations = await tab.$$eval('.reveal, .reveal *', (elements) => [
      ...new Set(elements.map((element) => getComputedStyle(element).transitionDuration)),
    ]);
    expect(durations).toEqual(['0s']);
    await tab.close();
  });
});

describe('what is private', () => {
  const visibleNotes = (tab: Page) =>
    tab.$$eval(
      'aside.notes, .speaker-notes',
      (notes) => notes.filter((note) => note.checkVisibility({ visibilityProperty: true })).length,
    );

  test('notes are in the page and never seen in it', async () => {
    await showDeck(page, deck.path, '?showNotes=true');
    expect(await page.$$eval('aside.notes', (notes) => notes.length)).toBe(3);
    for (const { id } of smallDeckSlides) {
      await goTo(page, id);
      expect(await visibleNotes(page)).toBe(0);
      expect(await page.evaluate(() => document.querySelector('main')?.innerText)).not.toContain('PRIVATE');
    }
    await page.keyboard.press('o');
    expect(await visibleNotes(page)).toBe(0);
    await page.keyboard.press('o');
  });

  test('nor on paper, nor on a phone', async () => {
    const tab = await openPage(stage.browser, 390, 800);
    await showDeck(tab, deck.path);
    await tab.waitForSelector('.reveal-scroll');
    expect(await visibleNotes(tab)).toBe(0);
    await tab.emulateMediaType('print');
    expect(await visibleNotes(tab)).toBe(0);
    await tab.close();
  });

  test('without notes, no byte of them is in the file; with them, handout texts are not', async () => {
    const silent = await stage.buildText('silent', smallDeck, { notes: false });
    expect(silent.slidesWithNotes).toBe(0);
    for (const word of ['PRIVATE', 'everybody', 'Line 17 of', 'HANDOUT', '<aside class="notes"'])
      expect(readFileSync(silent.path, 'utf8')).not.toContain(word);
    expect(readFileSync(deck.path, 'utf8')).toContain('PRIVATE-A');
    expect(readFileSync(deck.path, 'utf8')).not.toContain('HANDOUT');
  });
});

describe('Ctrl+P', () => {
  test.each([
    ['16:9', 960, 540],
    ['4:3', 720, 540],
  ])('prints a page for each slide, as large as the slide: %s', async (size, width, height) => {
    const { path: file } = await stage.buildText(
      `size-${width}`,
      smallDeck.replace('minutes: 12', `size: "${size}"`),
    );
    await showDeck(page, file);
    await goTo(page, 'steps', 0);
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pdf.getPages().map((one) => one.getSize())).toEqual(
      smallDeckSlides.map(() => expect.objectContaining({ width, height })),
    );
    // The talk goes on where it was.
    expect(await readPosition(page)).toEqual({ id: 'steps', step: 1 });
  });

  test('shows every step', async () => {
    await showDeck(page, deck.path);
    await page.emulateMediaType('print');
    const hidden = await page.$$eval(
      '.fragment',
      (steps) =>
        steps.filter((step) => !step.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .length,
    );
    await page.emulateMediaType('screen');
    expect(hidden).toBe(0);
  });
});

test('a medium beside the file is found', async () => {
  const { path: file } = await stage.buildFile('images', path.join(fixturesFolder, 'images', 'input.md'), {
    inlineLimit: 0,
  });
  expect(existsSync(path.join(path.dirname(file), 'images.assets'))).toBe(true);
  await showDeck(page, file);
  const broken = await page.$$eval('.slides img', async (pictures) => {
    await Promise.all(
      pictures.map((picture) => ((picture.loading = 'eager'), picture.decode().catch(() => {}))),
    );
    return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
  });
  expect(broken).toEqual([]);
});
