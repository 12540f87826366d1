/** Phones: a clicker with a PIN and followers with a code, over a second address of this machine, in windows of their own. */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import type Axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { RemoteRole } from '../../src/deck/remote-talk.js';
import { type LiveDeck, type LiveOptions, openLive, serveDeck, waitForText } from './live-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage, waitForSlide } from './stage.js';

declare const axe: typeof Axe;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;
let talk: Page;

beforeAll(async () => {
  stage = await openStage({ live: true });
  talk = await openPage(stage.browser);
});
afterAll(() => stage?.close());

const text = `---
title: A talk
minutes: 12
transition: none
---

# Start

:::notes

Greet the sponsor first.

:::

---

## Steps

:::steps

- first
- second

:::

:::notes

Count slowly.

[step] The **first** whisper.

:::

---

## End

Last words.
`;

async function present(source = text, options: LiveOptions = {}): Promise<LiveDeck> {
  const folder = await mkdtemp(path.join(stage.folder, 'remote-'));
  const deck = await serveDeck(folder, { 'talk.md': source }, { remote: '127.0.0.2', ...options });
  onTestFinished(() => deck.close());
  await openLive(talk, deck);
  return deck;
}

/** Open a phone: a browser of its own, upright unless told. */
async function openPhone(address: string, width = 390, height = 844): Promise<Page> {
  const context = await stage.browser.createBrowserContext();
  onTestFinished(() => context.close());
  const phone = await context.newPage();
  await phone.setViewport({ width, height });
  await phone.goto(address);
  return phone;
}

async function enter(phone: Page, code: string): Promise<void> {
  await phone.waitForSelector('#code');
  await phone.$eval('#code', (field) => ((field as HTMLInputElement).value = ''));
  await phone.type('#code', code);
  await phone.keyboard.press('Enter');
}

const door = ({ server }: LiveDeck, role: RemoteRole) => {
  if (!server.doors) throw new Error('Unexpected server without phones');
  return server.doors[role];
};

async function openClicker(deck: LiveDeck): Promise<Page> {
  const { address, code } = door(deck, 'clicker');
  const phone = await openPhone(address);
  await enter(phone, code);
  await phone.waitForSelector('.current .slide');
  return phone;
}

const titleIn = (page: Page, selector: string) =>
  page.$eval(`${selector} .slide-title`, (title) => title.textContent);
const press = (phone: Page, selector: string) => phone.click(selector);
const waitForClicker = (phone: Page, position: string) => waitForText(phone, '.position', position);

test('the clicker moves the talk step by step, and shows slide, next step, notes and time', async () => {
  const phone = await openClicker(await present());
  expect(await titleIn(phone, '.current')).toBe('Start');
  expect(await titleIn(phone, '.next')).toBe('Steps');
  expect(await phone.$eval('.notes', (notes) => notes.textContent?.trim())).toBe('Greet the sponsor first.');
  expect(await phone.$eval('.elapsed', (time) => time.textContent)).toBe('0:00 / 12:00');
  await press(phone, '.moves .go');
  await waitForSlide(talk, 'steps');
  await waitForClicker(phone, '2 / 3');
  await phone.waitForSelector('.elapsed:not(.paused)');
  await press(phone, '.moves .go');
  await phone.waitForSelector('.current .fragment.visible');
  expect(await readPosition(talk)).toEqual({ id: 'steps', step: 1 });
  expect(await phone.$$eval('.next .fragment.visible', (steps) => steps.length)).toBe(2);
  expect(await phone.$eval('.notes strong .note-part.now', (said) => said.textContent)).toBe('first');
  await press(phone, '.moves .back');
  await talk.waitForSelector('#steps:not(:has(.fragment.visible))');
  await phone.keyboard.press('PageDown');
  await talk.waitForSelector('#steps .fragment.visible');
});

test('the phone stays with a talk that is moved elsewhere, black and still pictures too', async () => {
  const deck = await present();
  const phone = await openClicker(deck);
  const follower = await openPhone(door(deck, 'follower').address);
  await follower.waitForSelector('.followed .slide');
  await talk.keyboard.press('End');
  await waitForClicker(phone, '3 / 3');
  await waitForText(follower, '.followed', 'Last words.');
  await waitForText(phone, '.label', 'End of the talk');
  await talk.keyboard.press('b');
  await waitForText(phone, '.status', 'The audience sees a black screen');
  await follower.waitForSelector('.followed > .reveal:empty');
  await press(phone, '.tool[aria-pressed="true"]');
  await waitForText(follower, '.followed', 'Last words.');
  const opened = new Promise<Page | null>((resolve) => talk.once('popup', resolve));
  await talk.keyboard.press('s');
  const speaker = await opened;
  await speaker?.keyboard.press('f');
  await waitForText(phone, '.status', 'The audience sees a still picture');
  await press(phone, '.moves .back');
  await waitForClicker(phone, '2 / 3');
  expect(await titleIn(follower, '.followed')).toBe('End');
  await speaker?.keyboard.press('f');
  await waitForText(follower, '.followed', 'Steps');
  await speaker?.keyboard.press('t');
  await waitForText(phone, '.tool', 'Go on');
});

test('ten wrong PINs lock the clicker, also for the right one; who is inside stays, and a new PIN opens it', async () => {
  const deck = await present();
  const { address, code } = door(deck, 'clicker');
  const inside = await openClicker(deck);
  const phone = await openPhone(address);
  for (let left = 9; left > 0; left -= 1) {
    await enter(
      phone,
      code.replace(/^./, (digit) => String((Number(digit) + left) % 10)),
    );
    await waitForText(phone, '.problem', `Tries left: ${left}`);
  }
  await enter(phone, '999');
  await waitForText(phone, '.problem', 'Too many wrong codes');
  const answer = phone.waitForResponse((response) => response.url().includes('/enter'));
  await enter(phone, code);
  expect((await answer).status()).toBe(423);
  expect(await phone.$('.moves')).toBeNull();
  await press(inside, '.moves .go');
  await waitForSlide(talk, 'steps');
  const opened = new Promise<Page | null>((resolve) => talk.once('popup', resolve));
  await talk.keyboard.press('s');
  const speaker = await opened;
  if (!speaker) throw new Error('Unexpected end of the speaker window');
  await speaker.setViewport({ width: 1280, height: 800 });
  await speaker.click('.speaker-tool');
  await waitForText(speaker, '.door-locked', 'Locked');
  await speaker.click('.door button');
  await speaker.waitForFunction(() => !document.querySelector('.door-locked'));
  // Who came in by the old one is out.
  await inside.waitForSelector('#code');
  const fresh = await speaker.$eval('.door-code', (shown) => shown.lastChild?.textContent?.replace(' ', ''));
  expect(fresh).toMatch(/^\d{6}$/);
  expect(fresh).not.toBe(code);
  await enter(phone, fresh ?? '');
  await phone.waitForSelector('.current .slide');
});

test('the speaker window shows both ways in; the stage is shown the one to follow, without a PIN', async () => {
  const deck = await present();
  const opened = new Promise<Page | null>((resolve) => talk.once('popup', resolve));
  await talk.keyboard.press('s');
  const speaker = await opened;
  if (!speaker) throw new Error('Unexpected end of the speaker window');
  await speaker.setViewport({ width: 1280, height: 800 });
  await speaker.click('.speaker-tool');
  const [clicker, follower] = [door(deck, 'clicker'), door(deck, 'follower')];
  const labels = await speaker.$$eval('.door-squares', (codes) =>
    codes.map((code) => code.getAttribute('aria-label')),
  );
  expect(labels).toEqual([clicker.address, follower.address]);
  const codes = await speaker.$$eval('.door-code', (shown) => shown.map((one) => one.lastChild?.textContent));
  expect(codes.map((code) => code?.replace(' ', ''))).toEqual([clicker.code, follower.code]);
  await openClicker(deck);
  await waitForText(speaker, '.door', '1 connected');
  await speaker.evaluate(() => document.querySelectorAll<HTMLElement>('.door button')[1]?.click());
  await talk.waitForSelector('.lectern-follow .door-squares');
  expect(await talk.$eval('.lectern-follow', (panel) => panel.textContent)).toContain(follower.code);
  expect(await talk.content()).not.toContain(clicker.code);
  await talk.keyboard.press('Escape');
  await talk.waitForFunction(() => !document.querySelector('.lectern-follow'));
});

test('a save reaches the phones: the slide, its notes and the look', async () => {
  const deck = await present();
  const phone = await openClicker(deck);
  await deck.save('talk.md', text.replace('# Start', '# Begin').replace('the sponsor', 'nobody'));
  await waitForText(phone, '.current', 'Begin');
  await waitForText(phone, '.notes', 'Greet nobody first.');
  const readInk = (page: Page) => page.$eval('.slide', (slide) => getComputedStyle(slide).color);
  const inkOnPaper = await readInk(phone);
  await deck.save('talk.md', text.replace('minutes: 12', 'minutes: 12\ntheme: ink'));
  await phone.waitForFunction(
    (before) => getComputedStyle(document.querySelector('.current .slide') as Element).color !== before,
    {},
    inkOnPaper,
  );
  expect(await readInk(phone)).toBe(await readInk(talk));
});

test('of two windows of the talk the clicker moves the one that moved last, and the other when that is closed', async () => {
  const deck = await present();
  const second = await openPage(stage.browser);
  await openLive(second, deck);
  await second.keyboard.press('End');
  const phone = await openClicker(deck);
  await waitForClicker(phone, '3 / 3');
  await press(phone, '.moves .back');
  await waitForSlide(second, 'steps');
  expect((await readPosition(talk)).id).toBe('start');
  await second.close();
  await waitForClicker(phone, '1 / 3');
  await press(phone, '.moves .go');
  await waitForSlide(talk, 'steps');
  await waitForClicker(phone, '2 / 3');
});

test('a talk that nobody shows is said, and its buttons rest', async () => {
  const deck = await present();
  const phone = await openClicker(deck);
  await talk.goto('about:blank');
  await waitForText(phone, '.status', 'The talk is not on screen');
  expect(await phone.$$eval('button', (all) => all.every((one) => one.disabled))).toBe(true);
});

test.each([
  ['upright', 390, 844],
  ['a small one', 320, 568],
  ['on its side', 844, 390],
] as const)(
  'everything is on the phone, and what is pressed is as large as a thumb: %s',
  async (_, width, height) => {
    const deck = await present(text.replace('title: A talk', 'title: Ein Vortrag\nlang: de'));
    const { address, code } = door(deck, 'clicker');
    const phone = await openPhone(address, width, height);
    await enter(phone, code);
    await phone.waitForSelector('.current .slide');
    expect(await phone.$eval('html', (html) => html.lang)).toBe('de');
    expect(await phone.$eval('.moves .go', (button) => button.textContent)).toBe('Weiter');
    const boxes = await phone.$$eval('.remote button, .frame, .notes, .bar', (parts) =>
      parts.map((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        return { name: part.className, left, top, right, bottom, isButton: part.tagName === 'BUTTON' };
      }),
    );
    for (const { name, left, top, right, bottom, isButton } of boxes) {
      expect([name, left >= 0 && top >= 0 && right <= width && bottom <= height]).toEqual([name, true]);
      if (isButton) expect([name, right - left >= 48 && bottom - top >= 48]).toEqual([name, true]);
    }
    const big = boxes.find(({ name }) => name === 'go');
    expect((big?.right ?? 0) - (big?.left ?? 0)).toBeGreaterThanOrEqual(width * 0.25);
  },
);

test('axe finds nothing on the pages of phones, before and behind the code', async () => {
  const deck = await present();
  const pages = [
    await openPhone(door(deck, 'clicker').address),
    await openClicker(deck),
    await openPhone(door(deck, 'follower').address),
  ];
  await pages[2]?.waitForSelector('.followed .slide');
  for (const page of pages) {
    // Our policy runs no script but its own; this one looks from outside.
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => axe.run({ exclude: ['.frame'] }));
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('the talk goes to a slide that was chosen, and the phone with it', async () => {
  const phone = await openClicker(await present());
  await goTo(talk, 'steps', 1);
  await waitForClicker(phone, '2 / 3');
  await phone.waitForFunction(() => document.querySelectorAll('.current .fragment.visible').length === 2);
  expect(await phone.$$eval('.current .fragment.visible', (steps) => steps.length)).toBe(2);
});

/** Find a port that nobody listens on. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a server that was started anew has other codes: the talk is found again, the phone asks', async () => {
  const port = await findPort();
  const deck = await present(text, { port });
  const phone = await openClicker(deck);
  await deck.close();
  await waitForText(phone, '.status', 'No connection');
  expect(await phone.$$eval('button', (all) => all.every((one) => one.disabled))).toBe(true);
  const again = await serveDeck(deck.folder, { 'talk.md': text }, { remote: '127.0.0.2', port });
  onTestFinished(() => again.close());
  await phone.waitForSelector('#code');
  await enter(phone, door(again, 'clicker').code);
  await phone.waitForSelector('.current .slide');
  await press(phone, '.moves .go');
  await waitForSlide(talk, 'steps');
});
