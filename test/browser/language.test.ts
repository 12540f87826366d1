/** Decks from right to left and in Chinese and Japanese: what is mirrored, what is not, and where lines break. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, openPage, openStage, type Stage, showDeck } from './stage.js';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

describe('from right to left', () => {
  const deck = `---
lang: fa
dir: rtl
slide-number: c/t
---

::slide{#text}

## فهرست

- نخست
- دوم

| الف | ب |
| :-- | --: |
| ۱ | ۲ |

\`\`\`js numbers
const a = 1;
\`\`\`

متن با $x+1$ و Node 3.15

$$
x+1
$$

---

::slide{#columns}

:::columns

یک

::column

دو

:::

---

::slide{#picture layout=image-left}

## تصویر

![مربع](square.svg)
`;

  beforeAll(async () => {
    await showDeck(page, (await stage.buildText('rtl', deck)).path);
  });

  /** Left and right edge of the text in an element, in px of the slide. */
  const edges = (selector: string, index = 0) =>
    page.$$eval(
      selector,
      (found, at) => {
        const element = found[at];
        if (!element) throw new Error(`no element ${at}`);
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right } = range.getBoundingClientRect();
        return { left, right };
      },
      index,
    );

  test('titles, texts and lists begin at the right edge, marks outside of the words', async () => {
    await goTo(page, 'text');
    expect((await edges('#text .slide-title')).right).toBeCloseTo(1280 - 72, -1);
    const list = await page.$eval('#text ul', (one) => one.getBoundingClientRect().right);
    expect(list).toBeCloseTo(1280 - 72, -1);
    expect((await edges('#text li')).right).toBeLessThan(list - 10);
  });

  test('the first column of a table is the right one; the slide number stands at the left', async () => {
    await goTo(page, 'text');
    expect((await edges('#text th')).left).toBeGreaterThan((await edges('#text th', 1)).right);
    expect((await edges('#text .slide-number')).left).toBeCloseTo(72, -1);
  });

  test('code and formulas go from left to right; a formula of its own stands at the right', async () => {
    await goTo(page, 'text');
    expect(await page.$eval('#text pre', (one) => getComputedStyle(one).direction)).toBe('ltr');
    expect((await edges('#text .code-line')).left).toBeLessThan(200);
    expect(
      await page.$$eval('#text .katex-html', (all) => all.map((one) => getComputedStyle(one).direction)),
    ).toEqual(['ltr', 'ltr']);
    expect((await edges('#text .math-display .katex-html')).right).toBeGreaterThan(1100);
  });

  test('the first column stands at the right, and `image-left` is a place, not a side of reading', async () => {
    await goTo(page, 'columns');
    expect((await edges('#columns .column')).left).toBeGreaterThan(
      (await edges('#columns .column', 1)).right,
    );
    await goTo(page, 'picture');
    expect((await edges('#picture .slide-title')).left).toBeGreaterThan(640);
  });

  test('a slide without a heading has a name', async () => {
    const names = await page.$$eval('section.slide', (all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby')),
    );
    expect(names.every(Boolean)).toBe(true);
  });
});

describe.each([
  [
    'zh',
    '中文没有空格，所以换行可以出现在任何两个字之间；但是句号、逗号、引号等标点不能放在行首（例如“这样”），开括号不能放在行尾。'.repeat(
      4,
    ),
  ],
  [
    'ja',
    '日本語の文章には空白がないので、どの文字の間でも改行できますが、「句読点」や（閉じ括弧）を行頭に置いてはいけません。'.repeat(
      4,
    ),
  ],
])('%s', (lang, text) => {
  test('no line begins with a closing mark or ends with an opening one', async () => {
    await showDeck(
      page,
      (await stage.buildText(lang, `---\nlang: ${lang}\n---\n\n## ${text.slice(0, 60)}\n\n${text}\n`)).path,
    );
    const lines = await page.$eval('.slide-body p', (paragraph) => {
      const node = paragraph.firstChild;
      if (!(node instanceof Text)) throw new Error('no text');
      const found: string[] = [];
      let top = Number.NaN;
      for (let index = 0; index < node.data.length; index += 1) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const place = range.getBoundingClientRect();
        if (Math.abs(place.top - top) < 5) found[found.length - 1] += node.data[index] ?? '';
        else found.push(node.data[index] ?? '');
        top = place.top;
      }
      return found;
    });
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、；：）”」]/u);
      expect(line).not.toMatch(/[（“「]$/u);
    }
  });
});
