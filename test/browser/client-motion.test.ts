/** What moves by itself on the page: auto-advance, auto-animate, videos behind slides; and the page on a phone. */
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePage, toolDeck, toolSlides } from './client-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

async function buildChanged(name: string, ...changes: [Record<string, string>, Record<string, string>?]) {
  const deck = await stage.buildText(name, toolDeck);
  await changePage(deck, ...changes);
  return deck.path;
}

describe('auto-advance', () => {
  const state = () =>
    page.$eval('.lectern-advance', (button) => ({
      shown: button.checkVisibility(),
      label: button.getAttribute('aria-label'),
      going: Reveal.isAutoSliding(),
    }));

  test('a slide goes on by itself; one that does not shows no button', async () => {
    await showDeck(page, await buildChanged('advance', { start: 'data-autoslide="50"' }));
    await waitForSlide(page, 'chart');
    expect(await state()).toMatchObject({ shown: false, going: false });
  });

  test('A pauses it and lets it go on; a key that moves the talk does not pause it', async () => {
    const file = await buildChanged('paused', {
      start: 'data-autoslide="600000"',
      chart: 'data-autoslide="600000"',
    });
    await showDeck(page, file);
    expect(await state()).toEqual({ shown: true, label: 'Pause auto-advance', going: true });
    await page.keyboard.press('a');
    expect(await state()).toEqual({ shown: true, label: 'Go on with auto-advance', going: false });
    await page.keyboard.press('PageDown');
    expect(await state()).toMatchObject({ shown: true, going: false });
    await page.click('.lectern-advance');
    expect(await state()).toMatchObject({ going: true });
    await page.keyboard.press('PageUp');
    expect(await state()).toMatchObject({ going: true });
  });

  test('it waits while a dialog is open', async () => {
    const file = await buildChanged('held', { steps: 'data-autoslide="50"' });
    await showDeck(page, file, '#/chart');
    await page.keyboard.press('?');
    await goTo(page, 'steps');
    // Three times it was this slide's turn.
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const config = Reveal.getConfig();
          const own = config.autoSlideMethod;
          let turns = 0;
          config.autoSlideMethod = () => {
            own?.();
            turns += 1;
            if (turns === 3) done();
          };
        }),
    );
    expect(await readPosition(page)).toEqual({ id: 'steps', step: 0 });
    await page.keyboard.press('Escape');
    await waitForSlide(page, 'table');
    expect(await readPosition(page)).toEqual({ id: 'table', step: 0 });
  });
});

describe('auto-animate', () => {
  const animated = { grow: 'data-auto-animate', grown: 'data-auto-animate' };

  test('what two slides share moves from its old place to its new one', async () => {
    await showDeck(page, await buildChanged('animate', animated), '#/grow');
    const item = '#grown .slide-body li';
    const old = await page.$eval('#grow .slide-body li', (element) => element.getBoundingClientRect().top);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() =>
      document.querySelector('#grown')?.matches('[data-auto-animate="running"]'),
    );
    const moving = await page.$eval(item, (element) => {
      const target = element.getAttribute('data-auto-animate-target');
      const animations = element.getAnimations();
      // Its first frame is where the shared line was on the slide before.
      for (const animation of animations) {
        animation.pause();
        animation.currentTime = 0;
      }
      const from = element.getBoundingClientRect().top;
      for (const animation of animations) animation.finish();
      return { target, count: animations.length, from, to: element.getBoundingClientRect().top };
    });
    expect(moving.target).not.toBeNull();
    expect(moving.count).toBeGreaterThan(0);
    expect(moving.from).toBeCloseTo(old, 0);
    expect(moving.to).toBeGreaterThan(old + 20);
  });
});

describe('a video behind a slide', () => {
  /** Nothing to see, but it says whether it plays. */
  const video =
    '<div class="slide-background" aria-hidden="true"><video autoplay src="data:video/webm;base64,"></video></div>';

  /** Note what is asked of videos: this browser may lack every codec. */
  async function listenToVideos(tab: Page): Promise<void> {
    await tab.evaluateOnNewDocument(() => {
      const playing = new WeakMap<HTMLMediaElement, boolean>();
      Object.defineProperty(HTMLMediaElement.prototype, 'paused', {
        get(this: HTMLMediaElement) {
          return !(playing.get(this) ?? false);
        },
      });
      HTMLMediaElement.prototype.play = function play() {
        playing.set(this, true);
        return Promise.resolve();
      };
      HTMLMediaElement.prototype.pause = function pause() {
        playing.set(this, false);
      };
    });
  }

  const playing = (tab: Page) =>
    tab.$$eval('.slide-background video', (videos) =>
      videos.filter((one) => !one.paused).map((one) => one.closest('section')?.id),
    );

  test('plays on its slide only, without sound', async () => {
    const file = await buildChanged('video', {}, { chart: video, table: video });
    const tab = await openPage(stage.browser);
    await listenToVideos(tab);
    await showDeck(tab, file);
    expect(await playing(tab)).toEqual([]);
    await goTo(tab, 'chart');
    expect(await playing(tab)).toEqual(['chart']);
    await goTo(tab, 'table');
    expect(await playing(tab)).toEqual(['table']);
    const [sound] = await tab.$$eval('.slide-background video', (videos) =>
      videos.map(({ muted, loop, autoplay, playsInline }) => ({ muted, loop, autoplay, playsInline })),
    );
    expect(sound).toEqual({ muted: true, loop: true, autoplay: false, playsInline: true });
    await goTo(tab, 'end');
    expect(await playing(tab)).toEqual([]);
    await tab.close();
  });

  test('stands still for who wants less motion', async () => {
    const file = await buildChanged('still', {}, { chart: video });
    const tab = await openPage(stage.browser);
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await listenToVideos(tab);
    await showDeck(tab, file, '#/chart');
    expect(await playing(tab)).toEqual([]);
    await tab.close();
  });
});

describe('on a phone', () => {
  test('the talk is a page to scroll: every slide whole, as wide as the window', async () => {
    const tab = await stage.browser.newPage();
    await tab.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    const { path } = await stage.buildText('phone', toolDeck);
    await showDeck(tab, path);
    await tab.waitForSelector('.reveal-scroll');
    const boxes = await tab.$$eval('section.slide', (slides) =>
      slides.map((slide) => slide.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes).toHaveLength(toolSlides.length);
    for (const { left, right, height } of boxes) {
      // reveal.js scales in steps of a hundredth.
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(390);
      expect(right - left).toBeGreaterThan(380);
      expect(height).toBeCloseTo(((right - left) * 9) / 16);
    }
    const overlaps = boxes.filter(({ top }, index) => top < (boxes[index - 1]?.bottom ?? top) - 1);
    expect(overlaps).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await tab.tap('#chart .slide-body img');
    await tab.waitForSelector('.lectern-lightbox');
    await tab.close();
  });

  test('keys that need the stage do no harm', async () => {
    const tab = await openPage(stage.browser, 390, 844);
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    const { path } = await stage.buildText('phone-keys', toolDeck);
    await showDeck(tab, path);
    await tab.waitForSelector('.reveal-scroll');
    for (const key of ['z', 'l', 'l', 'a', 'o', 'b', 'b', 'Escape'] as const) await tab.keyboard.press(key);
    await tab.keyboard.press('g');
    await tab.keyboard.type('7');
    await tab.keyboard.press('Enter');
    await waitForSlide(tab, 'end');
    expect(complaints).toEqual([]);
    expect(await tab.evaluate(() => Reveal.isOverview())).toBe(false);
    await tab.close();
  });
});
