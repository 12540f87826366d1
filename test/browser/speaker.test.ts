/** The speaker window of a real talk: what it shows, that both windows stay together, and that it ends with the talk. */
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BuildResult } from '../../src/output/build.js';
import { smallDeck, smallDeckSlides } from './small-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let deck: BuildResult;
let talk: Page;
let speaker: Page;

beforeAll(async () => {
  stage = await openStage();
  // A slide on its way is nowhere to compare with.
  deck = await stage.buildText('small', smallDeck.replace('transition: slide', 'transition: none'));
  talk = await openPage(stage.browser);
});
afterAll(() => stage?.close());

beforeEach(async () => {
  await showDeck(talk, deck.path);
  speaker = await openSpeaker();
});

async function openSpeaker(key: 's' | 'S' = 's'): Promise<Page> {
  const opened = new Promise<Page | null>((resolve) => talk.once('popup', resolve));
  await talk.keyboard.press(key);
  const popup = await opened;
  if (!popup) throw new Error('Unexpected end of the speaker window, expected it to open');
  await popup.setViewport({ width: 1280, height: 800 });
  return popup;
}

/** What a part of the window says. */
const textOf = (selector: string) => speaker.$eval(selector, (element) => element.textContent?.trim() ?? '');

/** The title of the slide in one of the two previews. */
const titleIn = (selector: string) => textOf(`${selector} .slide-title`);

describe('shows', () => {
  test('the slide, the next one, the notes with their formatting, place and clocks', async () => {
    expect(await titleIn('.speaker-current')).toBe('A small talk');
    expect(await titleIn('.speaker-next')).toBe('Contents');
    expect(await textOf('.speaker-notes')).toContain('Welcome everybody, and say hello.');
    expect(await textOf('.speaker-notes strong')).toBe('everybody');
    expect(await textOf('.speaker-notes code')).toBe('hello');
    expect(await speaker.$$eval('.speaker-notes li', (items) => items.length)).toBe(2);
    expect(await textOf('.speaker-position')).toBe(`1 / ${smallDeckSlides.length}`);
    expect(await textOf('.speaker-clock')).toMatch(/^\d{1,2}:\d\d/);
    expect(await textOf('.speaker-elapsed')).toMatch(/^0:\d\d$/);
    expect(await textOf('.speaker-planned')).toBe('/ 12:00');
    expect(await speaker.title()).toContain('A small talk');
  });

  test('a heading that only screen readers find', async () => {
    const { width, height } = await speaker.$eval('h1', (heading) =>
      heading.getBoundingClientRect().toJSON(),
    );
    expect([width, height]).toEqual([1, 1]);
    expect(await textOf('h1')).toContain('A small talk');
  });

  test('every part inside the window, none over another', async () => {
    const boxes = await speaker.$$eval(
      '.speaker-bar, .speaker-current, .speaker-label, .speaker-next, .speaker-notes',
      (parts) =>
        parts.map((part) => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          return { name: part.className, left, top, right, bottom };
        }),
    );
    expect(boxes).toHaveLength(5);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(1280);
      expect(box.bottom).toBeLessThanOrEqual(800);
    }
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right - 0.5 &&
            other.left < one.right - 0.5 &&
            one.top < other.bottom - 0.5 &&
            other.top < one.bottom - 0.5,
        )
        .map((other) => `${one.name} over ${other.name}`),
    );
    expect(overlaps).toEqual([]);
  });

  test('the slide as it is on stage: the same place for every line of text, only smaller', async () => {
    const readLines = (page: Page, selector: string) =>
      page.$eval(selector, (slide) => {
        const frame = slide.getBoundingClientRect();
        const scale = 1280 / frame.width;
        return [...slide.querySelectorAll('.slide-canvas p, .slide-canvas .slide-title')].map((element) => {
          const { left, top, width } = element.getBoundingClientRect();
          return [left - frame.left, top - frame.top, width].map((px) => px * scale);
        });
      });
    await goTo(talk, 'contents');
    const onStage = await readLines(talk, '#contents');
    const inWindow = await readLines(speaker, '.speaker-current .slide');
    expect(onStage.length).toBeGreaterThan(1);
    expect(inWindow).toEqual(onStage.map((line) => line.map((px) => expect.closeTo(px, 0))));
  });

  test('the steps to come', async () => {
    await goTo(talk, 'steps');
    const visible = (selector: string) =>
      speaker.$$eval(`${selector} .fragment.visible`, (steps) => steps.length);
    for (let step = 0; step < 3; step += 1) {
      expect(await titleIn('.speaker-next')).toBe('One after the other');
      expect(await visible('.speaker-current')).toBe(step);
      expect(await visible('.speaker-next')).toBe(step + 1);
      await talk.keyboard.press('ArrowRight');
    }
    expect(await titleIn('.speaker-next')).toBe('Above');
  });

  test('that a slide has no notes, and that the talk ends', async () => {
    await goTo(talk, 'years');
    expect(await textOf('.speaker-notes')).toBe('No notes');
    expect(await textOf('.speaker-label')).toBe('End of the talk');
    expect(await speaker.$('.speaker-next .slide')).toBeNull();
  });

  test('no notes within the copies of the slides', async () => {
    await goTo(talk, 'contents');
    expect(await speaker.$('.speaker-preview aside.notes')).toBeNull();
  });
});

describe('moves', () => {
  test('with the talk', async () => {
    await talk.keyboard.press('PageDown');
    expect(await titleIn('.speaker-current')).toBe('Contents');
    expect(await textOf('.speaker-notes')).toContain('PRIVATE-A');
    expect(await textOf('.speaker-position')).toBe(`2 / ${smallDeckSlides.length}`);
  });

  test('the talk: through all slides and steps, and back', async () => {
    const steps = smallDeckSlides.reduce((sum, slide) => sum + slide.steps + 1, 0) - 1;
    for (let step = 0; step < steps; step += 1) await speaker.keyboard.press('ArrowRight');
    expect(await readPosition(talk)).toEqual({ id: 'years', step: 0 });
    for (let step = 0; step < steps; step += 1) await speaker.keyboard.press('PageUp');
    expect(await readPosition(talk)).toEqual({ id: 'welcome', step: 0 });
    expect(await titleIn('.speaker-current')).toBe('A small talk');
  });

  test.each([
    ['Space', 'contents'],
    ['Enter', 'contents'],
    ['End', 'years'],
  ] as const)('the talk with %s', async (key, id) => {
    await speaker.keyboard.press(key);
    expect((await readPosition(talk)).id).toBe(id);
  });

  test('End to where it leads in the talk, also when that ends in a stack', async () => {
    const text = '# One\n\n---\n\n::::stack\n\n## Two\n\n---\n\n::slide{#last}\n\n## Three\n\n::::\n';
    const { path: file } = await stage.buildText('stack-last', text);
    await showDeck(talk, file);
    speaker = await openSpeaker();
    await talk.keyboard.press('End');
    const inTalk = await readPosition(talk);
    await talk.keyboard.press('Home');
    await speaker.keyboard.press('End');
    expect(await readPosition(talk)).toEqual(inTalk);
  });

  test('the black screen, which the window shows dimmed', async () => {
    await speaker.keyboard.press('b');
    expect(await talk.evaluate(() => Reveal.isPaused())).toBe(true);
    expect(await speaker.$('.speaker-current .dark, .speaker-current.dark')).not.toBeNull();
    await speaker.keyboard.press('b');
    expect(await talk.evaluate(() => Reveal.isPaused())).toBe(false);
    expect(await speaker.$('.dark')).toBeNull();
  });
});

describe('helps', () => {
  test('+ and - change the size of the notes', async () => {
    const size = () =>
      speaker.$eval('.speaker-notes', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
    const before = await size();
    await speaker.keyboard.press('+');
    expect(await size()).toBeGreaterThan(before);
    await speaker.keyboard.press('-');
    expect(await size()).toBe(before);
  });

  test('long notes scroll, and a new slide shows its own from the top', async () => {
    await goTo(talk, 'contents');
    await speaker.$eval('.speaker-notes', (notes) => notes.scrollTo(0, notes.scrollHeight));
    const lastSeen = await speaker.$eval('.speaker-notes', (notes) => {
      const last = notes.lastElementChild?.getBoundingClientRect();
      return last !== undefined && last.bottom <= innerHeight && last.bottom > 0;
    });
    expect(lastSeen).toBe(true);
    await goTo(talk, 'welcome');
    expect(await speaker.$eval('.speaker-notes', (notes) => notes.scrollTop)).toBe(0);
  });

  test('the timer counts, and a click on it begins again without taking the space bar', async () => {
    const shown = () =>
      speaker.waitForFunction(() => document.querySelector('.speaker-elapsed')?.textContent !== '0:00');
    await shown();
    await speaker.click('.speaker-timer');
    expect(await textOf('.speaker-elapsed')).toBe('0:00');
    await speaker.keyboard.press('Space');
    expect((await readPosition(talk)).id).toBe('contents');
  });
});

describe('belongs to its talk', () => {
  test('S again brings the same window back', async () => {
    const before = (await stage.browser.pages()).length;
    await talk.keyboard.press('s');
    expect(await talk.evaluate(() => document.querySelector('.lectern-message'))).toBeNull();
    expect((await stage.browser.pages()).length).toBe(before);
  });

  test('a closed window opens anew, where the talk is', async () => {
    const closed = new Promise((resolve) => speaker.once('close', resolve));
    // From within, so that the talk knows at once; the answer is lost with the window.
    speaker.evaluate(() => window.close()).catch(() => {});
    await closed;
    await talk.keyboard.press('ArrowRight');
    speaker = await openSpeaker('S');
    expect(await titleIn('.speaker-current')).toBe('Contents');
  });

  test('it closes with the talk', async () => {
    const closed = new Promise((resolve) => speaker.once('close', resolve));
    await talk.goto('about:blank');
    await closed;
    expect(speaker.isClosed()).toBe(true);
  });

  test('a browser that blocks the window gets a line that says what to do', async () => {
    await showDeck(talk, deck.path);
    // What a browser with its pop-up blocker on answers.
    await talk.evaluate(() => {
      window.open = () => null;
    });
    await talk.keyboard.press('s');
    expect(await talk.$eval('[role="alert"]', (line) => line.textContent)).toMatch(/Allow pop-up windows/);
    await talk.keyboard.press('ArrowRight');
    await waitForSlide(talk, 'contents');
  });
});

test('on one screen M shows the view over the talk: it moves the talk, and M or Esc leads back', async () => {
  await speaker.close();
  await showDeck(talk, deck.path);
  const view = async () => (await (await talk.$('.lectern-mirror'))?.contentFrame()) ?? undefined;
  for (const leave of ['m', 'Escape'] as const) {
    await goTo(talk, 'welcome');
    await talk.keyboard.press('m');
    const mirror = await view();
    expect(await mirror?.$eval('.speaker-current .slide-title', (title) => title.textContent)).toBe(
      'A small talk',
    );
    expect(await mirror?.$eval('.speaker-notes strong', (word) => word.textContent)).toBe('everybody');
    const box = await talk.$eval('.lectern-mirror', (frame) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      return [left, top, width - innerWidth, height - innerHeight];
    });
    expect(box).toEqual([0, 0, 0, 0]);
    await talk.keyboard.press('ArrowRight');
    await waitForSlide(talk, 'contents');
    expect(await mirror?.$eval('.speaker-current .slide-title', (title) => title.textContent)).toBe(
      'Contents',
    );
    await talk.keyboard.press(leave);
    expect(await talk.$('.lectern-mirror')).toBeNull();
    await talk.keyboard.press('ArrowLeft');
    await waitForSlide(talk, 'welcome');
  }
});
