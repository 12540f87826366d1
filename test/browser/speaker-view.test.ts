/** What the speaker window does beyond slide and notes: steps in notes, time and plan, panes, list, black and still pictures, keys; from a file and from the dev server. */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type Axe from 'axe-core';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { BuildResult } from '../../src/output/build.js';
import { serveDeck } from './live-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage, showDeck } from './stage.js';

declare const Reveal: RevealApi;
declare const axe: typeof Axe;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const text = `---
title: A measured talk
lang: en-GB
minutes: 12
---

# A measured talk

---

::slide{#steps minutes=2}

## Steps

:::steps

- the first
- the second
- the third

:::

:::notes

Say hello.

[step] The **first** one.

- [step] the second
- [step] the third

:::

---

::slide{#end}

## The end

Secret of nobody.

:::notes

PRIVATE words.

:::
`;

let stage: Stage;
let deck: BuildResult;
let talk: Page;
let speaker: Page;

beforeAll(async () => {
  stage = await openStage({ live: true });
  deck = await stage.buildText('measured', text);
  talk = await openPage(stage.browser);
});
afterAll(() => stage?.close());

beforeEach(async () => {
  await showDeck(talk, deck.path);
  speaker = await openSpeaker();
});

async function openSpeaker(): Promise<Page> {
  const opened = new Promise<Page | null>((resolve) => talk.once('popup', resolve));
  await talk.keyboard.press('s');
  const popup = await opened;
  if (!popup) throw new Error('Unexpected end of the speaker window, expected it to open');
  await popup.setViewport({ width: 1280, height: 800 });
  return popup;
}

const textOf = (selector: string) => speaker.$eval(selector, (element) => element.textContent?.trim() ?? '');

/** What of the notes stands out. */
const readNow = () =>
  speaker.$$eval('.note-part.now', (parts) => parts.map((part) => part.textContent?.trim()).join(' '));

describe('notes', () => {
  test('follow the steps, forwards and backwards', async () => {
    await goTo(talk, 'steps');
    expect(await readNow()).toBe('Say hello.');
    await speaker.keyboard.press('PageDown');
    expect(await readNow()).toBe('The first one.');
    expect(await speaker.$$eval('.note-part.said', (parts) => parts.length)).toBe(1);
    expect(await speaker.$$eval('.note-step', (marks) => marks.map((mark) => mark.textContent))).toEqual([
      'Step 1',
      'Step 2',
      'Step 3',
    ]);
    await speaker.keyboard.press('PageDown');
    await speaker.keyboard.press('PageDown');
    expect(await readNow()).toBe('the third');
    await speaker.keyboard.press('PageUp');
    expect(await readNow()).toBe('the second');
    expect(await textOf('.speaker-notes strong')).toBe('first');
  });

  test('of a step that is far down are scrolled to', async () => {
    const long = Array.from({ length: 60 }, (_, line) => `Line ${line} of what is said.`).join('\n\n');
    const many = text.replace('Say hello.', long);
    await showDeck(talk, (await stage.buildText('long', many)).path);
    speaker = await openSpeaker();
    await goTo(talk, 'steps', 0);
    const seen = await speaker.$eval('.note-step.now', (mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(seen).toBe(true);
  });

  test('are nowhere to be seen in the window of the audience', async () => {
    await goTo(talk, 'end');
    const seen = () =>
      talk.evaluate(
        () =>
          [...document.querySelectorAll('.note-step, aside.notes')].filter(
            (one) => one.getClientRects().length > 0,
          ).length,
      );
    expect(await seen()).toBe(0);
    expect(await talk.evaluate(() => document.body.innerText)).not.toContain('PRIVATE');
    await speaker.keyboard.press('f');
    expect(await seen()).toBe(0);
    expect(await talk.$$eval('.lectern-still aside', (found) => found.length)).toBe(0);
  });
});

describe('time', () => {
  test('of the talk and of the slide stand beside the plan', async () => {
    // Ten minutes that nobody planned are shared by two slides.
    expect(await textOf('.speaker-slide-time')).toMatch(/^This slide 0:\d\d \/ \d:\d\d$/);
    expect(await textOf('.speaker-planned')).toBe('/ 12:00');
    expect(await textOf('.speaker-verdict')).toBe('On time');
    await goTo(talk, 'steps');
    expect(await textOf('.speaker-slide-time')).toMatch(/^This slide 0:0\d \/ 2:00$/);
    await goTo(talk, 'end');
    expect(await textOf('.speaker-verdict')).toMatch(/^\d:\d\d ahead$/);
  });

  test('stands still while the timer is paused, and says so', async () => {
    await speaker.keyboard.press('t');
    expect(await textOf('.speaker-pause')).toBe('Go on');
    const before = await textOf('.speaker-elapsed');
    await talk.evaluate(() => {
      const began = performance.timeOrigin;
      performance.now = () => Date.now() - began + 60_000;
    });
    await speaker.keyboard.press('PageDown');
    expect(await textOf('.speaker-elapsed')).toBe(before);
    await speaker.click('.speaker-pause');
    expect(await textOf('.speaker-pause')).toBe('Pause');
  });

  test('is late when the plan is used up', async () => {
    await talk.evaluate(() => {
      const began = performance.timeOrigin;
      performance.now = () => Date.now() - began + 800_000;
    });
    await goTo(talk, 'steps');
    expect(await textOf('.speaker-verdict')).toMatch(/behind$/);
    expect(await speaker.$('.speaker-elapsed.over')).not.toBeNull();
  });

  test.each([
    ['en-US', /^\d\d:\d\d [AP]M$/],
    ['de', /^\d\d:\d\d$/],
  ])('of day is written as in %s', async (lang, form) => {
    await showDeck(talk, (await stage.buildText(`clock-${lang}`, text.replace('en-GB', lang))).path);
    speaker = await openSpeaker();
    expect(await textOf('.speaker-clock')).toMatch(form);
  });
});

describe('the audience', () => {
  test('sees a still picture while the talk goes on, and then the slide where it is', async () => {
    await goTo(talk, 'steps');
    await speaker.keyboard.press('f');
    await speaker.keyboard.press('End');
    expect(await textOf('.speaker-current .slide-title')).toBe('The end');
    expect(await textOf('.speaker-sees')).toBe('The audience sees a still picture');
    const topmost = () =>
      talk.evaluate(
        () =>
          document.elementFromPoint(300, 80)?.closest('.reveal')?.classList.contains('lectern-still') ??
          false,
      );
    const title = () => talk.$eval('.lectern-still', (still) => still.textContent);
    expect(await title()).toContain('Steps');
    expect(await talk.$eval('.lectern-still', (still) => still.querySelectorAll('[id]').length)).toBe(0);
    const place = (selector: string) => talk.$eval(selector, (one) => one.getBoundingClientRect().toJSON());
    await goTo(talk, 'steps');
    expect(await place('.lectern-still .slide-canvas')).toEqual(await place('#steps .slide-canvas'));
    await speaker.keyboard.press('f');
    expect(await topmost()).toBe(false);
    expect(await talk.$('.lectern-still')).toBeNull();
  });

  test.each(['b', '.', 'v'])('sees black with %s, and the speaker is told', async (key) => {
    await speaker.keyboard.press(key as 'b');
    expect(await talk.evaluate(() => Reveal.isPaused())).toBe(true);
    expect(await textOf('.speaker-sees')).toBe('The audience sees a black screen');
    await speaker.click('.speaker-black');
    expect(await textOf('.speaker-sees')).toBe('');
  });
});

describe('the window', () => {
  test('lists the slides with their times, and goes to the chosen one', async () => {
    await speaker.keyboard.press('g');
    const lines = await speaker.$$eval('.speaker-slides li', (items) =>
      items.map((item) => [...item.querySelectorAll('span')].map((part) => part.textContent)),
    );
    expect(lines.map(([number, title]) => [number, title])).toEqual([
      ['1', 'A measured talk'],
      ['2', 'Steps'],
      ['3', 'The end'],
    ]);
    expect(lines[1]?.[2]).toBe('/ 2:00');
    await speaker.keyboard.press('ArrowDown');
    await speaker.keyboard.press('ArrowDown');
    await speaker.keyboard.press('Enter');
    expect((await readPosition(talk)).id).toBe('end');
    expect(await speaker.$('dialog')).toBeNull();
  });

  test('takes a number and Enter', async () => {
    await speaker.keyboard.press('3');
    await speaker.keyboard.press('Enter');
    expect((await readPosition(talk)).id).toBe('end');
  });

  test('has panes that are resized by pointer and keys, and remembers them', async () => {
    const width = () => speaker.$eval('.speaker-notes', (notes) => notes.getBoundingClientRect().width);
    const before = await width();
    await speaker.focus('.speaker-along');
    await speaker.keyboard.press('ArrowLeft');
    const wider = await width();
    expect(wider).toBeGreaterThan(before);
    expect((await readPosition(talk)).id).toBe('a-measured-talk');
    await speaker.mouse.move(715, 400);
    const along = await speaker.$eval(
      '.speaker-along',
      (divider) => divider.getBoundingClientRect().left + 18,
    );
    await speaker.mouse.move(along, 400);
    await speaker.mouse.down();
    await speaker.mouse.move(400, 400);
    await speaker.mouse.up();
    const widest = await width();
    expect(widest).toBeGreaterThan(wider + 100);
    await showDeck(talk, deck.path);
    speaker = await openSpeaker();
    expect(Math.abs((await width()) - widest)).toBeLessThan(2);
    await talk.evaluate(() => localStorage.clear());
  });

  test.each([
    [1280, 800],
    [900, 600],
    [1600, 700],
  ])('has every part inside %i by %i', async (width, height) => {
    await speaker.setViewport({ width, height });
    await goTo(talk, 'steps');
    const outside = await speaker.$$eval('.speaker *:not(.slide, .slide *)', (parts) =>
      parts
        .filter((part) => {
          const { left, top, right, bottom, width: wide } = part.getBoundingClientRect();
          return (
            wide > 0 &&
            !part.closest('.speaker-notes') &&
            (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
          );
        })
        .map(({ className }) => className),
    );
    expect(outside).toEqual([]);
  });

  test('has nothing for axe to find', async () => {
    await goTo(talk, 'steps', 1);
    await speaker.evaluate(axeSource);
    const problems = await speaker.evaluate(async () => {
      // Slides are checked where they are shown.
      const { violations } = await axe.run({ exclude: ['.speaker-preview'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(problems).toEqual([]);
  });

  test('speaks the language of the talk', async () => {
    await showDeck(talk, (await stage.buildText('fr', text.replace('en-GB', 'fr'))).path);
    speaker = await openSpeaker();
    expect(await textOf('.speaker-freeze')).toBe('Figer');
    expect(await textOf('.speaker-verdict')).toBe('À l’heure');
  });

  test('works from the dev server, too', async () => {
    const folder = await mkdtemp(path.join(stage.folder, 'live-'));
    const live = await serveDeck(folder, { 'talk.md': text });
    onTestFinished(() => live.close());
    await talk.goto(live.server.url);
    await talk.waitForFunction(() => Reveal.isReady());
    speaker = await openSpeaker();
    await speaker.keyboard.press('PageDown');
    expect((await readPosition(talk)).id).toBe('steps');
    expect(await textOf('.speaker-current .slide-title')).toBe('Steps');
    await talk.keyboard.press('ArrowRight');
    expect(await readNow()).toBe('The first one.');
  });
});
