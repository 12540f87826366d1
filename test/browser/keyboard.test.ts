/** A whole talk by keyboard alone: every tool is reached, used and left without a pointer, and the talk goes on from where it was. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, openStage, readPosition, type Stage, showDeck, waitForSlide } from './stage.js';

const text = `# Opening

---

::slide{#list}

## A list in steps

:::steps

- first needle
- second

:::

---

::slide{#picture}

## A picture

![A blue square](square.svg)

---

::slide{#code}

## Code in steps

\`\`\`ts {1|2|all}
const one = 1;
const two = 2;
\`\`\`

---

::slide{#stack-end}

## [A link](#list) back
`;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  await writeFile(
    path.join(stage.folder, 'square.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90"><path d="M0 0h9v9H0z" fill="blue"/></svg>',
  );
  const { path: file } = await stage.buildText('keyboard', text);
  page = await openPage(stage.browser);
  await showDeck(page, file);
});
afterAll(() => stage?.close());

const dialog = () => page.$eval('body', () => document.querySelector('dialog[open]')?.textContent ?? '');
/** The slide on stage, once the talk has come there. */
const arriveAt = async (id: string) => {
  await waitForSlide(page, id);
  return (await readPosition(page)).id;
};
const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('steps, slides and back', async () => {
  await press('ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(await readPosition(page)).toEqual({ id: 'list', step: 2 });
  await press('ArrowLeft');
  expect(await readPosition(page)).toEqual({ id: 'list', step: 1 });
});

test('the list of keys, and back', async () => {
  await press('?');
  expect(await dialog()).toContain('Ctrl + P');
  await press('Escape');
  expect(await dialog()).toBe('');
  expect(await readPosition(page)).toEqual({ id: 'list', step: 1 });
});

/** What is typed before a field has the focus moves the talk. */
function fieldIsReady() {
  return page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
}

test('jump by name, search for a word, a number and Enter', async () => {
  await press('g');
  await fieldIsReady();
  await page.keyboard.type('code');
  await press('Enter');
  expect(await arriveAt('code')).toBe('code');
  await press('/');
  await fieldIsReady();
  await page.keyboard.type('needle');
  await press('Enter');
  expect(await arriveAt('list')).toBe('list');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  await press('3', 'Enter');
  expect(await arriveAt('picture')).toBe('picture');
});

test('a picture as large as the window, and back', async () => {
  await press('Tab', 'Enter');
  expect(await dialog()).toContain('A blue square');
  await press('Escape');
  expect(await dialog()).toBe('');
  expect(await readPosition(page)).toMatchObject({ id: 'picture' });
});

test('zoom and laser, on and off', async () => {
  const scale = () =>
    page.$eval('.reveal', (element) => new DOMMatrix((element as HTMLElement).style.transform).a);
  await press('z');
  expect(await scale()).toBeGreaterThan(1);
  await press('z');
  expect(await scale()).toBe(1);
  await press('l', 'l');
  expect(await readPosition(page)).toMatchObject({ id: 'picture' });
});

test('the overview: arrows choose, Enter shows', async () => {
  await press('o', 'ArrowRight', 'Enter');
  expect(await arriveAt('code')).toBe('code');
});

test('code steps show other lines of one and the same code', async () => {
  const stressed = () =>
    page.$$eval('section.present .code-line', (lines) =>
      lines.map((line) => (Number(getComputedStyle(line).opacity) < 1 ? '' : line.textContent?.trim())),
    );
  expect(await page.$$eval('#code pre', (all) => all.length)).toBe(1);
  const first = await stressed();
  await press('ArrowRight');
  const second = await stressed();
  expect(second).not.toEqual(first);
  expect(await page.$$eval('#code pre', (all) => all.length)).toBe(1);
});

test('a link on a slide', async () => {
  await press('End');
  expect(await arriveAt('stack-end')).toBe('stack-end');
  await press('Tab', 'Enter');
  expect(await arriveAt('list')).toBe('list');
});

test('black and back', async () => {
  const isBlack = () => page.$eval('.reveal', (element) => element.classList.contains('paused'));
  await press('b');
  expect(await isBlack()).toBe(true);
  await press('b');
  expect(await isBlack()).toBe(false);
  await press('ArrowRight');
  expect(await arriveAt('picture')).toBe('picture');
});
