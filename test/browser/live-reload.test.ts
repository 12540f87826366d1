/** The page of the dev server follows what is saved, and the talk stays where it is: real server, real files, real browser. */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type LiveDeck, openLive, serveDeck, waitForText } from './live-deck.js';
import { goTo, listSlideIds, openPage, openStage, readPosition, type Stage } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ live: true });
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

const head = '---\ntitle: A talk\nslide-number: none\n---\n';

const slides: Readonly<Record<string, string>> = {
  start: '# Start',
  steps: '## Steps\n\n:::steps\n\n- first\n- second\n- third\n\n:::\n\n:::notes\n\nSay it slowly.\n\n:::',
  stack: '::::stack\n\n## Above\n\n---\n\n## Below\n\nDeep words.\n\n::::',
  end: '## End\n\nLast words.',
};

/** Write the deck, single slides otherwise. */
const write = (changes: Readonly<Record<string, string>> = {}) =>
  head + Object.values({ ...slides, ...changes }).join('\n\n---\n\n');

async function open(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: Parameters<typeof serveDeck>[2] = {},
): Promise<LiveDeck> {
  const folder = await mkdtemp(path.join(stage.folder, 'live-'));
  const deck = await serveDeck(folder, { 'talk.md': write(), ...files }, options);
  onTestFinished(() => deck.close());
  await openLive(page, deck);
  return deck;
}

/** Mark every slide's element, so that a new one is told from one that stayed. */
const markSlides = () =>
  page.evaluate(() => {
    for (const slide of document.querySelectorAll('section.slide'))
      slide.toggleAttribute('data-marked', true);
  });
const newSlides = () => page.$$eval('section.slide:not([data-marked])', (found) => found.map(({ id }) => id));

test('only the slide that changed is replaced, and slide and step stay', async () => {
  const deck = await open();
  await goTo(page, 'steps', 1);
  await markSlides();
  await deck.save('talk.md', write({ end: '## End\n\nOther words.' }));
  await waitForText(page, '#end', 'Other words.');
  expect(await newSlides()).toEqual(['end']);
  expect(await readPosition(page)).toEqual({ id: 'steps', step: 2 });
  expect(deck.builds).toHaveLength(1);
});

test('the slide on stage itself is replaced at its step', async () => {
  const deck = await open();
  await goTo(page, 'steps', 1);
  await markSlides();
  await deck.save('talk.md', write({ steps: slides.steps?.replace('third', 'last') ?? '' }));
  await waitForText(page, '#steps', 'last');
  expect(await newSlides()).toEqual(['steps']);
  expect(await readPosition(page)).toEqual({ id: 'steps', step: 2 });
  await page.keyboard.press('ArrowRight');
  expect(await readPosition(page)).toEqual({ id: 'steps', step: 3 });
});

test('slides that come, go and are renamed before and at the place do not move the talk', async () => {
  const deck = await open();
  await goTo(page, 'below');
  await markSlides();
  await deck.save('talk.md', write({ start: '# Start\n\n---\n\n## New\n\nWords.' }));
  await waitForText(page, '#new', 'Words.');
  expect(await newSlides()).toEqual(['new']);
  expect((await readPosition(page)).id).toBe('below');
  await deck.save('talk.md', write({ stack: slides.stack?.replace('## Below', '## Beneath') ?? '' }));
  await waitForText(page, '#beneath', 'Deep words.');
  expect((await readPosition(page)).id).toBe('beneath');
  expect(await listSlideIds(page)).toEqual(['start', 'steps', 'above', 'beneath', 'end']);
  await deck.save('talk.md', write({ stack: '## Alone' }));
  await waitForText(page, '#alone', 'Alone');
  expect(await listSlideIds(page)).toEqual(['start', 'steps', 'alone', 'end']);
  expect(await page.$('section.stack')).toBeNull();
  expect((await readPosition(page)).id).toBe('alone');
  await page.keyboard.press('ArrowRight');
  expect((await readPosition(page)).id).toBe('end');
});

test('the overview stays, and a slide that is new in it can be clicked', async () => {
  const deck = await open();
  await page.keyboard.press('o');
  await deck.save('talk.md', write({ steps: '## Steps\n\nOther words.' }));
  await waitForText(page, '#steps', 'Other words.');
  expect(await page.evaluate(() => Reveal.isOverview())).toBe(true);
  await page.evaluate(() => document.getElementById('steps')?.click());
  expect((await readPosition(page)).id).toBe('steps');
  expect(await page.evaluate(() => Reveal.isOverview())).toBe(false);
});

test('a page that is scrolled stays where it is', async () => {
  const deck = await open();
  const phone = await openPage(stage.browser, 400, 700);
  onTestFinished(() => phone.close());
  await openLive(phone, deck);
  const scroll = () => phone.evaluate(() => Reveal.getViewportElement()?.scrollTop ?? 0);
  await phone.evaluate(() => Reveal.getViewportElement()?.scrollTo(0, 300));
  const before = await scroll();
  expect(before).toBeGreaterThan(100);
  await deck.save('talk.md', write({ end: '## End\n\nOther words.' }));
  await waitForText(phone, '#end', 'Other words.');
  await phone.waitForFunction((top) => Reveal.getViewportElement()?.scrollTop === top, {}, before);
  expect(await phone.$('.reveal-scroll')).not.toBeNull();
});

test('the speaker window stays open, and shows the new notes', async () => {
  const deck = await open();
  await goTo(page, 'steps');
  const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const speaker = await opened;
  if (!speaker) throw new Error('Unexpected end of the speaker window');
  onTestFinished(() => speaker.close());
  await deck.save('talk.md', write({ steps: slides.steps?.replace('slowly', 'fast') ?? '' }));
  await waitForText(speaker, '.speaker-notes', 'Say it fast.');
  expect(await page.evaluate(() => document.querySelectorAll('.lectern-message').length)).toBe(0);
});

const square = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="100"><rect width="${size}" height="100"/></svg>`;

test('theme, CSS, pictures, included files, data, and words of another language, with no page loaded anew', async () => {
  const deck = await open({
    'talk.md': `${head.replace('title', 'css: own.css\ntitle')}# Start\n\n![A square](square.svg)\n\n---\n\n::include{src="part.md"}\n\n---\n\n## Data\n\n:::comparison{src=data.csv}\n\n:::\n`,
    'own.css': '.slide { --mine: 1px }',
    'square.svg': square(100),
    'part.md': '## Part\n\nOf the first kind.',
    'data.csv': 'Drink,Tea,Coffee\nSold,40,95\n',
  });
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await deck.save('part.md', '## Part\n\nOf the second kind.');
  await waitForText(page, '#part', 'second kind');
  await deck.save('data.csv', 'Drink,Tea,Coffee\nSold,41,95\n');
  await waitForText(page, '#data', '41');
  await deck.save('square.svg', square(120));
  await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 120);
  await deck.save('own.css', '.slide { --mine: 2px }');
  await waitForText(page, 'head style', '--mine:2px');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground();
  await deck.save('talk.md', '---\ntheme: ink\nlang: de\nsize: 4:3\n---\n\n# Anfang\n');
  await waitForText(page, '#anfang', 'Anfang');
  expect(await ground()).not.toBe(before);
  expect(await page.evaluate(() => [document.documentElement.lang, Reveal.getConfig().width])).toEqual([
    'de',
    960,
  ]);
  await page.keyboard.press('?');
  expect(await page.$eval('dialog h2', (title) => title.textContent)).toBe('Tasten');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
});

test('a talk in a file of its own, and the pictures that it names later', async () => {
  const deck = await open({ 'talks/short.yaml': 'include: [end]' }, { talk: 'short' });
  expect(await listSlideIds(page)).toEqual(['end']);
  await deck.save('talks/short.yaml', 'include: [start, end]');
  await waitForText(page, '#start', 'Start');
  expect(await listSlideIds(page)).toEqual(['start', 'end']);
});

test('a deck that is deleted or renamed leaves the last good one, and its return is shown', async () => {
  const deck = await open();
  await goTo(page, 'end');
  await rename(path.join(deck.folder, 'talk.md'), path.join(deck.folder, 'other.md'));
  await deck.attempts(1);
  expect(deck.failures[0]).toMatchObject({ code: 'deck-not-found' });
  expect((await readPosition(page)).id).toBe('end');
  expect((await fetch(deck.server.url)).status).toBe(200);
  await rm(path.join(deck.folder, 'other.md'));
  await deck.save('talk.md', write({ end: '## End\n\nBack again.' }));
  await waitForText(page, '#end', 'Back again.');
});

test('117: a server that was started anew is found again, and what changed meanwhile is shown in place', async () => {
  const deck = await open();
  await goTo(page, 'steps', 1);
  const port = Number(new URL(deck.server.url).port);
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await deck.close();
  const changed = write({ end: '## End\n\nAfter the restart.' });
  const again = await serveDeck(deck.folder, { 'talk.md': changed }, { port });
  onTestFinished(() => again.close());
  await waitForText(page, '#end', 'After the restart.');
  expect(await readPosition(page)).toEqual({ id: 'steps', step: 2 });
  await again.save('talk.md', write({ end: '## End\n\nAnd on.' }));
  await waitForText(page, '#end', 'And on.');
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
});

/** A network between page and server that can go without a word: what was connected stays open and says nothing more. */
async function openNetwork(target: number): Promise<{ readonly port: number; readonly cut: () => void }> {
  const sockets = new Set<Socket>();
  const network = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    network.close();
  });
  const cut = () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  return { port: (network.address() as AddressInfo).port, cut };
}

test('a connection that died without a word, as in a sleep, is noticed by its silence and made anew', async () => {
  const deck = await open();
  const network = await openNetwork(Number(new URL(deck.server.url).port));
  await page.goto(`http://127.0.0.1:${network.port}/#/steps`);
  await page.waitForFunction(() => Reveal.isReady());
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  network.cut();
  await deck.save('talk.md', write({ end: '## End\n\nWhile it slept.' }));
  await deck.attempts(1);
  // Half a minute that nobody waits for.
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 30_000;
  });
  await waitForText(page, '#end', 'While it slept.');
  expect((await readPosition(page)).id).toBe('steps');
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
});
