/** Steps on the page: their order, what they do, and that those of different components count on; with reduced motion and on paper. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, openPage, openStage, type Stage, showDeck } from './stage.js';

const deck = `---
rules: {facts-source-missing: off, code-language-unknown: off}
---

::slide{#order}

:::steps{order="3,1+2"}

- second
- second, too
- first

:::

---

::slide{#kinds}

:::comparison{reveal=rows}

| | A | B |
| - | - | - |
| One | yes | no |
| Two | no | yes |

:::

:::steps

\`\`\`js {1|2}
one();
two();
\`\`\`

- last

:::

---

::slide{#effects}

${['spotlight', 'highlight', 'dim', 'strike', 'grow', 'hide', 'up']
  .map((effect) => `:::steps{effect=${effect}}\n\n- ${effect}\n\n:::`)
  .join('\n\n')}
`;

let stage: Stage;
let page: Page;
let path: string;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  path = (await stage.buildText('steps', deck)).path;
});
afterAll(() => stage?.close());

/** Press the key that goes on, and say what the slide then shows. */
async function pressOn(): Promise<void> {
  await page.keyboard.press('PageDown');
}

const shownItems = () =>
  page.$$eval('section.present .fragment.visible', (steps) =>
    steps.map((step) => (step.textContent.trim() || step.className).replaceAll(/\s+/g, ' ')),
  );

test('an order by number is the order on the page', async () => {
  await showDeck(page, path);
  expect(await shownItems()).toEqual([]);
  await pressOn();
  expect(await shownItems()).toEqual(['first']);
  await pressOn();
  expect(await shownItems()).toEqual(['second', 'second, too', 'first']);
});

test('a comparison, a block, its code steps and a list appear in reading order', async () => {
  await showDeck(page, path);
  await goTo(page, 'kinds');
  const counts: number[] = [];
  for (let step = 0; step < 5; step += 1) {
    await pressOn();
    counts.push((await shownItems()).length);
  }
  expect(counts).toEqual([1, 2, 3, 4, 5]);
  expect((await shownItems()).at(-1)).toBe('last');
});

describe('effects', () => {
  /** How an item looks once nothing moves any more. */
  const look = (name: string) =>
    page.evaluate(async (word) => {
      const item = [...document.querySelectorAll('section.present li')].find(
        (one) => one.textContent.trim() === word,
      );
      if (!item) throw new Error(`no ${word}`);
      const list = document.getElementById('effects');
      await Promise.all((list?.getAnimations({ subtree: true }) ?? []).map((one) => one.finished));
      const style = getComputedStyle(item);
      const foot = document.querySelector('section.present .slide-number');
      return {
        seen: item.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        opacity: Number(style.opacity),
        isFaint: foot !== null && style.color === getComputedStyle(foot).color,
        line: style.textDecorationLine,
        ground: style.backgroundColor,
        moved: style.transform,
      };
    }, name);

  test.each([
    ['spotlight', { seen: false }, { isFaint: false }, { opacity: 1, isFaint: true }],
    ['highlight', { ground: 'rgba(0, 0, 0, 0)' }, { seen: true }, { seen: true }],
    ['dim', { seen: true, isFaint: false }, { opacity: 1, isFaint: true }, { isFaint: true }],
    ['strike', { seen: true, line: 'none' }, { line: 'line-through' }, { line: 'line-through' }],
    ['grow', { seen: true, moved: 'none' }, { moved: 'matrix(1.08, 0, 0, 1.08, 0, 0)' }, { seen: true }],
    ['hide', { seen: true }, { seen: false }, { seen: false }],
    ['up', { seen: false, moved: 'matrix(1, 0, 0, 1, 0, 40)' }, { seen: true }, { seen: true }],
  ])('%s', async (name, before, after, later) => {
    await showDeck(page, path);
    await goTo(page, 'effects');
    const index = await page.$$eval(
      '#effects .fragment',
      (steps, word) => steps.findIndex((step) => step.textContent.trim() === word),
      name,
    );
    await goTo(page, 'effects', index - 1);
    expect(await look(name)).toMatchObject(before);
    await pressOn();
    expect(await look(name)).toMatchObject(after);
    await goTo(page, 'effects', 99);
    if (index < 6) expect(await look(name)).toMatchObject(later);
    if (name === 'highlight') expect((await look(name)).ground).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('nothing moves for those who asked for less motion', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await showDeck(page, path);
    await goTo(page, 'effects', 99);
    expect(
      await page.evaluate(() => document.getElementById('effects')?.getAnimations({ subtree: true }).length),
    ).toBe(0);
    await page.emulateMediaFeatures([]);
  });

  test('paper shows the last state of each', async () => {
    await showDeck(page, path);
    await page.emulateMediaType('print');
    await goTo(page, 'effects', -1);
    expect(await look('up')).toMatchObject({ seen: true, moved: 'none' });
    expect(await look('spotlight')).toMatchObject({ seen: true, isFaint: false });
    expect(await look('dim')).toMatchObject({ seen: true, isFaint: true });
    expect(await look('strike')).toMatchObject({ line: 'line-through' });
    expect(await look('hide')).toMatchObject({ seen: false });
    expect((await look('highlight')).ground).not.toBe('rgba(0, 0, 0, 0)');
    await page.emulateMediaType('screen');
  });
});
