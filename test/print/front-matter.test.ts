/** Every key of the front matter: what it changes on the page and on paper. A key without a row here fails. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckOptions } from '../../src/deck/options.js';
import type { BuildResult } from '../../src/output/build.js';
import { print } from '../../src/output/print.js';
import { openPage, openStage, type Stage, showDeck } from '../browser/stage.js';
import { shippedFiles } from '../support.js';
import { type PdfFile, readPdf } from './read-pdf.js';

declare const Reveal: RevealApi;

/** No value is the default. */
const deck = `---
title: Name of the talk
description: What it is about
robots: noindex
subtitle: Its second line
author: [Ada Example, Bob Example]
date: a day in May
event: a hall in town
place: Upper Town
audience: students
vars: {word: variableword}
lang: he
dir: rtl
theme: ink
tokens: {mark: "#00ff00"}
brand: brand.yaml
css: own.css
logo: logo.svg
header: Words above
footer: Words below
slide-number: c
size: 4:3
slide-level: 2
fit: none
minutes: 12
progress: false
transition: fade
notes: false
rules: {image-alt-missing: off}
trust: default
strings: {calloutNote: Remark}
---

# Name of the talk

## Second slide

![](logo.svg)

> [!NOTE]
> A callout.

:::notes

PRIVATE

:::

## Third slide

:::only{audience="students"}

For {{word}} in {{place}}.

:::

:::except{audience="students"}

Not for them.

:::

<iframe src="https://example.org" title="A page"></iframe>

${'- more than a slide holds\n'.repeat(40)}`;

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>';

let stage: Stage;
let page: Page;
let built: BuildResult;
let pdf: PdfFile;

beforeAll(async () => {
  stage = await openStage();
  const folder = path.join(stage.folder, 'keys');
  await mkdir(folder);
  await writeFile(path.join(folder, 'own.css'), '.slide-title::after { content: " OWN"; }');
  await writeFile(path.join(folder, 'logo.svg'), logo);
  await writeFile(path.join(folder, 'brand.yaml'), 'colors: {letterbox: "#00f"}');
  const deckPath = path.join(folder, 'keys.md');
  await writeFile(deckPath, deck);
  // The command trusts all: what the deck lowers is the deck's doing.
  const options = { trust: 'full', out: stage.folder, shipped: await shippedFiles() } as const;
  built = await stage.buildFile('keys', deckPath, options);
  const printed = await print([{ name: 'paper', path: deckPath }], {
    ...options,
    browser: process.env.LECTERN_BROWSER,
  });
  pdf = await readPdf(printed[0]?.documents[0]?.path ?? '');
  page = await openPage(stage.browser, 960, 720);
  await showDeck(page, built.path);
});
afterAll(() => stage?.close());

const texts = (selector: string) => page.$$eval(selector, (found) => found.map((one) => one.textContent));
const attribute = (selector: string, name: string) =>
  page.$eval(selector, (one, key) => one.getAttribute(key), name);
const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
const onPages = (text: string) => pdf.texts.map((one) => one.includes(squeeze(text)));

/** What is found and what is to be found. */
type Finding = readonly [actual: unknown, expected: unknown];

/** Where the deck's variables are filled in. */
async function inVariables(text: string): Promise<Finding> {
  return [(await texts('p')).filter((one) => one?.includes(text)).length, 1];
}

interface Effect {
  readonly screen: () => Promise<Finding> | Finding;
  readonly paper?: () => Finding;
}

const effects: Readonly<Record<string, Effect>> = {
  audience: {
    screen: async () => [(await page.content()).includes('Not for them'), false],
    paper: () => [onPages('Not for them'), [false, false, false]],
  },
  place: {
    screen: () => inVariables('Upper Town'),
    paper: () => [onPages('Upper Town'), [false, false, true]],
  },
  vars: {
    screen: () => inVariables('variableword'),
    paper: () => [onPages('variableword'), [false, false, true]],
  },
  title: {
    screen: async () => [await page.title(), 'Name of the talk'],
    paper: () => [pdf.title, 'Name of the talk'],
  },
  description: {
    screen: async () => [await attribute('meta[property="og:description"]', 'content'), 'What it is about'],
  },
  robots: {
    screen: async () => [await attribute('meta[name=robots]', 'content'), 'noindex'],
  },
  subtitle: {
    screen: async () => [await texts('[data-layout=title] .slide-body p'), ['Its second line']],
    paper: () => [onPages('Its second line'), [true, false, false]],
  },
  author: {
    screen: async () => [(await texts('.slide-meta p'))[0], 'Ada Example, Bob Example'],
    paper: () => [pdf.author, 'Ada Example, Bob Example'],
  },
  event: {
    screen: async () => [(await texts('.slide-meta p'))[1], 'a hall in town'],
    paper: () => [onPages('a hall in town'), [true, false, false]],
  },
  date: {
    screen: async () => [(await texts('.slide-meta p'))[2], 'a day in May'],
    paper: () => [onPages('a day in May'), [true, false, false]],
  },
  lang: {
    screen: async () => [await attribute('html', 'lang'), 'he'],
    paper: () => [pdf.lang, 'he'],
  },
  dir: {
    screen: async () => [
      [await attribute('html', 'dir'), await page.evaluate(() => Reveal.getConfig().rtl)],
      ['rtl', true],
    ],
  },
  theme: {
    screen: async () => [await page.$eval('html', (html) => getComputedStyle(html).colorScheme), 'dark'],
  },
  tokens: {
    screen: async () => [
      await page.$eval('html', (html) => getComputedStyle(html).getPropertyValue('--lectern-mark')),
      '#00ff00',
    ],
  },
  brand: {
    screen: async () => [
      await page.$eval('html', (html) => getComputedStyle(html).getPropertyValue('--lectern-letterbox')),
      '#0000ff',
    ],
  },
  css: {
    screen: async () => [
      await page.$eval('.slide-title', (one) => getComputedStyle(one, '::after').content),
      '" OWN"',
    ],
    paper: () => [onPages('OWN'), [true, true, true]],
  },
  logo: {
    screen: async () => [
      await page.$$eval('img.logo', (all) =>
        all.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
      ),
      [true, true, true],
    ],
  },
  header: {
    screen: async () => [new Set(await texts('.slide-header')), new Set(['Words above'])],
    paper: () => [onPages('Words above').slice(1), [true, true]],
  },
  footer: {
    screen: async () => [new Set(await texts('.slide-footer')), new Set(['Words below'])],
    paper: () => [onPages('Words below').slice(1), [true, true]],
  },
  'slide-number': {
    screen: async () => [(await texts('.slides .slide-number')).slice(-2), ['2', '3']],
    paper: () => [onPages('/'), [false, false, false]],
  },
  size: {
    screen: async () => [
      await page.$eval('.slide-canvas', (one) => [one.clientWidth, one.clientHeight]),
      [960, 720],
    ],
    paper: () => [pdf.pages, Array.from({ length: 3 }, () => [720, 540])],
  },
  'slide-level': {
    screen: () => [
      built.file.data.slides?.map(({ title }) => title).slice(1),
      ['Second slide', 'Third slide'],
    ],
    paper: () => [pdf.pages.length, 3],
  },
  fit: {
    screen: async () => [await page.evaluate(() => Reveal.getTotalSlides()), 3],
    paper: () => [pdf.pages.length, 3],
  },
  minutes: { screen: async () => [await attribute('.reveal', 'data-minutes'), '12'] },
  progress: { screen: async () => [await page.$eval('.progress', (bar) => bar.checkVisibility()), false] },
  transition: { screen: async () => [await page.evaluate(() => Reveal.getConfig().transition), 'fade'] },
  notes: { screen: async () => [(await page.content()).includes('PRIVATE'), false] },
  rules: {
    screen: () => [built.file.messages.some(({ ruleId }) => ruleId === 'image-alt-missing'), false],
  },
  trust: {
    screen: async () => [
      [await page.$$eval('iframe', (all) => all.length), await texts('a[href^="https://example.org"]')],
      [0, [expect.stringContaining('A page')]],
    ],
  },
  strings: {
    screen: async () => [await texts('.callout'), [expect.stringContaining('Remark')]],
    paper: () => [onPages('Remark'), [false, true, false]],
  },
};

test('the deck is without mistakes', () => {
  expect(built.file.messages.filter(({ fatal }) => fatal)).toEqual([]);
});

/** What one deck on its own does not show: test/cli/check.test.ts, test/print/options.test.ts and test/print/talks.test.ts do. */
const elsewhere = ['facts-max-age', 'print', 'talks'];

test('every key is here', () => {
  expect([...Object.keys(effects), ...elsewhere].sort()).toEqual(deckOptions.map(({ key }) => key).sort());
});

describe.each(Object.entries(effects))('%s', (_, { screen, paper }) => {
  test('on the page', async () => {
    const [actual, expected] = await screen();
    expect(actual).toEqual(expected);
  });

  test.skipIf(!paper)('on paper', () => {
    const [actual, expected] = paper?.() ?? [];
    expect(actual).toEqual(expected);
  });
});
