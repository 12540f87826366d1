/** An author's mistakes on the page while the last good deck stays, and the way from the page to the editor. */
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type LiveDeck, openLive, serveDeck, waitForText } from './live-deck.js';
import { goTo, openPage, openStage, readPosition, type Stage } from './stage.js';

let stage: Stage;
let page: Page;
let opened: string;

beforeAll(async () => {
  stage = await openStage({ live: true });
  page = await openPage(stage.browser);
  // An editor that writes down what it was asked to open.
  const editor = path.join(stage.folder, 'editor.sh');
  opened = path.join(stage.folder, 'opened.txt');
  await writeFile(editor, `#!/bin/sh\necho "$@" >> ${opened}\n`);
  await chmod(editor, 0o755);
  process.env.LAUNCH_EDITOR = editor;
});
afterAll(async () => {
  delete process.env.LAUNCH_EDITOR;
  await stage?.close();
});
beforeEach(() => writeFile(opened, ''));

async function open(files: Readonly<Record<string, string>>): Promise<LiveDeck> {
  const folder = await mkdtemp(path.join(stage.folder, 'live-'));
  const deck = await serveDeck(folder, files);
  onTestFinished(() => deck.close());
  await openLive(page, deck);
  return deck;
}

/** Wait for the editor to be asked, and say for what: file, line, column. */
async function readOpened(): Promise<readonly [name: string, line: string, column: string]> {
  for (;;) {
    const [line] = (await readFile(opened, 'utf8')).split('\n');
    const [file = '', row = '', column = ''] = line?.split(' ') ?? [];
    if (column) return [path.basename(file), row, column];
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

const good = '# Start\n\n---\n\n## Second\n\nGood words.\n';
const bad =
  '# Start\n\n---\n\n## Second\n\nBad words. [^<img src=x onerror="window.hacked=1">]\n\n:::nonsense\n\n:::\n';
const panel = '.lectern-problems';
const gone = () => page.waitForFunction((one) => document.querySelector(one) === null, {}, panel);

test('a new mistake covers nothing but the lower edge: the last good deck stays, at its slide, until it is mended', async () => {
  const deck = await open({ 'talk.md': good });
  await goTo(page, 'second');
  expect(await page.$(panel)).toBeNull();
  await deck.save('talk.md', bad);
  await waitForText(page, panel, 'nonsense');
  expect(await page.$eval('#second', (slide) => slide.textContent)).toContain('Good words.');
  const meant = await page.$$eval(`${panel} .meant`, (lines) =>
    lines.map((line) => [line.getAttribute('data-line'), line.textContent]),
  );
  expect(meant.at(-1)).toEqual(['9', ':::nonsense']);
  expect(await page.$$eval(`${panel} .frame-line`, (lines) => lines.length)).toBe(meant.length * 5);
  await page.keyboard.press('ArrowLeft');
  expect((await readPosition(page)).id).toBe('start');
  await goTo(page, 'second');
  await deck.save('talk.md', good.replace('Good', 'Better'));
  await gone();
  await waitForText(page, '#second', 'Better words.');
  expect((await readPosition(page)).id).toBe('second');
});

test('115: what the deck says is text in the overlay, whatever it is', async () => {
  const deck = await open({ 'talk.md': good });
  await deck.save('talk.md', bad);
  await waitForText(page, panel, 'onerror');
  expect(await page.$$eval(`${panel} img, ${panel} script`, (found) => found.length)).toBe(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('the deck that waits is shown when its author wants it', async () => {
  const deck = await open({ 'talk.md': good });
  await deck.save('talk.md', bad);
  await waitForText(page, panel, 'nonsense');
  await page.click(`${panel} header button`);
  await waitForText(page, '#second', 'Bad words.');
  expect(await page.$$eval('#second', (found) => found.length)).toBe(1);
});

test('Esc takes the overlay away; a deck that was no better before is shown with every save', async () => {
  const deck = await open({ 'talk.md': bad });
  await waitForText(page, panel, 'nonsense');
  await page.keyboard.press('Escape');
  await gone();
  await deck.save('talk.md', bad.replace('Start', 'Begin'));
  await waitForText(page, '.slide-title', 'Begin');
  await waitForText(page, panel, 'nonsense');
  expect(await page.$$eval(`${panel} header p`, (found) => found.length)).toBe(0);
});

test('a deck that no parser comes through is said, and not when it is mended', async () => {
  const deck = await open({ 'talk.md': good });
  await deck.save('talk.md', '> '.repeat(2000));
  await waitForText(page, panel, 'talk.md');
  expect(await page.$eval('#second', (slide) => slide.textContent)).toContain('Good words.');
  await deck.save('talk.md', good);
  await gone();
});

test('a click on a mistake opens the editor at its line', async () => {
  const deck = await open({ 'talk.md': good });
  await deck.save('talk.md', bad);
  await waitForText(page, panel, 'nonsense');
  await page.evaluate((one) => {
    const found = [...document.querySelectorAll<HTMLElement>(`${one} article`)];
    found.at(-1)?.click();
  }, panel);
  expect(await readOpened()).toEqual(['talk.md', '9', '1']);
});

const places = `---
title: Places
---

::include{src="part.md"}

---

## A title

A **bold** word.

- one
- two

| A | B |
| - | - |
| x | y |

\`\`\`js
const a = 1;
\`\`\`

---

:::timeline[Years]

- **2015** First leaf
- **2018** Second leaf

:::
`;

test.each([
  ['#a-title .slide-title', ['talk.md', '9', '1']],
  ['#a-title strong', ['talk.md', '11', '3']],
  ['#a-title li:nth-child(2)', ['talk.md', '14', '1']],
  ['#a-title tbody td:nth-child(2)', ['talk.md', '18', '5']],
  ['#a-title code', ['talk.md', '20', '1']],
  ['#a-title .slide-foot', ['talk.md', '9', '1']],
  ['#part p', ['part.md', '3', '1']],
] as const)('Alt and a click on %s open the editor there', async (selector, place) => {
  await open({ 'talk.md': places, 'part.md': '# Part\n\nOf another file.\n' });
  const click = (query: string) =>
    page.$eval(query, (element) =>
      element.dispatchEvent(new MouseEvent('click', { altKey: true, bubbles: true, cancelable: true })),
    );
  await click(selector);
  expect(await readOpened()).toEqual(place);
  expect(await page.$('.reveal.zoomed')).toBeNull();
});

test('everything on a slide says where it is written, also within a drawing', async () => {
  await open({ 'talk.md': places, 'part.md': '# Part\n' });
  const nowhere = await page.$$eval('section.slide .slide-body *', (elements) =>
    elements.filter((one) => !one.closest('[data-at]')).map((one) => one.outerHTML.slice(0, 80)),
  );
  expect(nowhere).toEqual([]);
});

test('only files of the deck are opened, and only for its own page', async () => {
  const deck = await open({ 'talk.md': good });
  const token = (await fetch(deck.server.url)).headers.get('lectern-live') ?? '';
  const ask = async (body: string, method = 'POST', own = token) =>
    (
      await fetch(`${deck.server.url}lectern/open?token=${own}`, {
        method,
        ...(method === 'POST' && { body }),
      })
    ).status;
  const file = path.join(deck.folder, 'talk.md');
  expect(await ask(JSON.stringify({ file: '/etc/passwd', line: 1, column: 1 }))).toBe(400);
  expect(await ask(JSON.stringify({ file: `${file}/../other.md`, line: 1, column: 1 }))).toBe(400);
  expect(await ask(JSON.stringify({ file, line: '1; rm', column: 1 }))).toBe(400);
  expect(await ask('{')).toBe(400);
  expect(await ask(JSON.stringify({ file, line: 1, column: 1 }), 'POST', 'x')).toBe(403);
  expect(await ask('', 'GET')).toBe(405);
  expect(await readFile(opened, 'utf8')).toBe('');
  expect(await ask(JSON.stringify({ file, line: 2, column: 1 }))).toBe(204);
  expect(await readOpened()).toEqual(['talk.md', '2', '1']);
});

test('a built deck has neither marks nor the script that follows', async () => {
  const { path: file } = await stage.buildText('built', good);
  const html = await readFile(file, 'utf8');
  for (const word of ['data-at=', 'data-key=', 'data-live=', 'EventSource', '/lectern/', 'lectern-problems'])
    expect(html).not.toContain(word);
});

test('a theme that sets what it may not is a mistake like any other: the last good look stays', async () => {
  const theme = ':root { --lectern-ink: #101020; }\n';
  const deck = await open({ 'talk.md': `---\ntheme: own.css\n---\n\n${good}`, 'own.css': theme });
  const look = () =>
    page.$eval('#start', (slide) => {
      const { display } = getComputedStyle(slide);
      return [display !== 'none', getComputedStyle(slide).getPropertyValue('--lectern-ink')];
    });
  const before = await look();
  expect(before).toEqual([true, '#101020']);
  await deck.save(
    'own.css',
    `@import "http://127.0.0.1:9/x.css";\n${theme.replace('#1010', '#0000')}.slide { display: none }\n`,
  );
  await waitForText(page, panel, 'theme-rule');
  await waitForText(page, panel, 'own.css');
  expect(await look()).toEqual(before);
  await deck.save('own.css', theme.replace('#101020', '#201010'));
  await gone();
  await page.waitForFunction(
    () => getComputedStyle(document.body).getPropertyValue('--lectern-ink') === '#201010',
  );
});
