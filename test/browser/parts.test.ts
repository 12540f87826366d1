/** The small components as a browser shows them: as tall as estimated, on their slide, and nothing for axe to find. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Component, Room } from '../../src/components/component.js';
import { components } from '../../src/components/index.js';
import { parseComponent, room } from '../unit/component-example.js';
import { goTo, openStage, openStillPage, type Stage, showDeck } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const long =
  'that goes on for so many words that it needs more than one line wherever on the slide it stands';
const list = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('\n');

/** Each as its author may write it: one item, a few, many, short and long. */
const samples: Readonly<Record<string, readonly string[]>> = {
  proscons: [
    ':::proscons\n\n### Pros\n\n- One\n\n### Cons\n\n- Other\n\n:::',
    `:::proscons[Keras]\n\n### Pros\n\n${list(3, () => `- A point ${long}`)}\n\n### Cons\n\n- Short\n- Also\n\n:::`,
    `:::proscons[Keras]{.compact}\n\n### Pros\n\n${list(9, () => '- A point')}\n\n### Cons\n\n- Short\n\n:::`,
  ],
  decide: [
    ':::decide\n\n- It rains → **Stay**\n\n:::',
    `:::decide[If you …]{subjects="Keras,PyTorch"}\n\n${list(3, (index) => `- A condition ${long} → **${index ? 'Keras' : 'PyTorch'}**, an outcome ${long}`)}\n\n:::`,
    `:::decide{subjects="Keras"}\n\n${list(7, () => '- A condition → **Keras**')}\n\nA remark.\n\n:::`,
  ],
  features: [
    ':::features\n\n- **One** — text\n\n:::',
    `:::features[Caption]\n\n${list(3, () => `- **A lead of some length** — text ${long}`)}\n\n:::`,
    `:::features\n\n${list(9, () => '- **Lead** — a text of usual length for a feature of a library')}\n\n:::`,
  ],
  faq: [
    `:::faq\n\n### Is it one?\n\nYes, ${long}.\n\n:::`,
    `:::faq[Caption]\n\n${list(2, () => `### Is it a question ${long}?\n\nAn answer ${long}.\n`)}\n\n:::`,
    `:::faq\n\n${list(3, () => '### Is it?\n\n- yes\n- and no\n')}\n\n:::`,
  ],
  quote: [
    ':::quote\n\n> Short.\n>\n> — A, 2024\n\n:::',
    `:::quote[Caption]\n\n> Words ${long}, ${long}.\n>\n> More words.\n>\n> — Somebody, ${long}, 2024\n\n:::`,
  ],
  stats: [
    ':::stats\n\n- **94K** stars\n\nSource: a book.\n\n:::',
    `:::stats[Caption]\n\n${list(4, () => `- **830K** things ${long}`)}\n\nSource: a book.\n\n:::`,
    ':::stats\n\n- **1,234,567** things\n- **2** things\n- **3** things\n\nSource: a book.\n\n:::',
  ],
  claims: [
    ':::claims\n\n- ~~One~~ → Other\n\nSource: a book.\n\n:::',
    `:::claims[Caption]{was="One hears" now="In fact"}\n\n${list(3, () => `- ~~Something ${long}~~ → Other ${long}`)}\n\nSource: a book.\n\n:::`,
    `:::claims\n\n${list(5, (index) => `- ~~A claim of usual length for an article~~ → It holds since ${2000 + index}`)}\n\nSource: a book.\n\n:::`,
  ],
  users: [
    ':::users{asof=2026-11}\n\n- One\n\nSource: a book.\n\n:::',
    `:::users[Caption]{asof=2026-11}\n\n${list(5, (index) => `- [Company ${index}](https://example.org) — does things ${long}`)}\n\nSource: a book.\n\n:::`,
    `:::users{asof=2026-11}\n\n${list(20, (index) => `- Company ${index}`)}\n\nSource: a book.\n\n:::`,
  ],
  bars: [
    ':::bars\n\n| a | b |\n| - | - |\n| one | 1 |\n\nSource: a book.\n\n:::',
    `:::bars[Caption]{unit=ms}\n\n| A name | Time |\n| - | - |\n${list(6, (index) => `| A label of some length ${index} | ${index} |`)}\n\nSource: a book.\n\n:::`,
    `:::bars\n\n| a | b | c |\n| - | - | - |\n${list(2, (index) => `| A label that needs more than a line ${index} | ${index} | 12,345 |`)}\n\nSource: a book.\n\n:::`,
  ],
  'code-compare': [
    ':::code-compare\n\n```python title="A"\nx = 1\n```\n\n```python title="B"\ny = 2\n```\n\n:::',
    `:::code-compare[Caption]\n\n${['A', 'B'].map((name) => `\`\`\`python title="${name}"\n# [read]\n${list(4, (index) => `value_${index} = read(${index})`)}\n# [write]\n${list(3, () => 'for one in values: write(one, "and some more words to make it long")')}\n\`\`\``).join('\n\n')}\n\n:::`,
    `:::code-compare\n\n${['A', 'B', 'C'].map((name) => `\`\`\`js title="${name}"\n${list(9, (index) => `const value${index} = read(${index});`)}\n\`\`\``).join('\n\n')}\n\n:::`,
  ],
};

const names = Object.keys(samples);
const idOf = (name: string, index: number): string => `${name}-${index + 1}-slide`;
const deck = names
  .flatMap((name) =>
    (samples[name] ?? []).map((sample, index) => `::slide{#${idOf(name, index)}}\n\n## A title\n\n${sample}`),
  )
  .join('\n\n---\n\n');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Build the deck and compare the height of every sample with its estimate; what is apart, by slide. */
async function compareHeights(file: string, frontMatter: string, own: Room): Promise<string[]> {
  const { path } = await stage.buildText(file, `---\ntitle: Parts\n${frontMatter}\n---\n\n${deck}`);
  const page = await openStillPage(stage.browser);
  await showDeck(page, path);
  const wrong: string[] = [];
  for (const name of names) {
    const component = components.find((one) => one.name === name) as Component;
    for (const [index, sample] of (samples[name] ?? []).entries()) {
      const slide = `#${idOf(name, index)}`;
      await goTo(page, slide.slice(1), 99);
      const { height, fit } = await page.$eval(`${slide} .${name}`, (element) => {
        const { marginBottom } = getComputedStyle(element);
        const scale = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
        return {
          // With the air that it keeps to what follows.
          height: element.getBoundingClientRect().height / scale + Number.parseFloat(marginBottom),
          fit: Number(getComputedStyle(element).getPropertyValue('--fit')),
        };
      });
      const { node, context } = parseComponent(component, sample);
      const place = { ...own, fit };
      const [settled] = (node && component.split?.(node, place, context)) ?? [node];
      const estimate = settled ? (component.measure?.(settled, place, context) ?? 0) : 0;
      // Less than it takes would run over the slide; more leaves a slide of air at most a line too early.
      if (estimate < height - 6 || estimate > height + 36)
        wrong.push(`${slide}: ${Math.round(height)} px, estimated ${Math.round(estimate)} at ${fit}`);
    }
  }
  await page.close();
  return wrong;
}

test('on slides of 4:3, every one is as tall as estimated', async () => {
  // 72 px at each side of 960.
  expect(await compareHeights('parts-4-3', 'size: "4:3"', { ...room, width: 816, height: 560 })).toEqual([]);
});

describe.each(['paper', 'ink'])('in %s', (theme) => {
  test('every one is as tall as estimated, or a little less', async () => {
    expect(await compareHeights(`parts-${theme}`, `theme: ${theme}`, room)).toEqual([]);
  });

  test('axe finds nothing', async () => {
    const { path } = await stage.buildText(
      `axe-${theme}`,
      `---\ntitle: Parts\ntheme: ${theme}\n---\n\n${deck}`,
    );
    const page = await openStillPage(stage.browser);
    await showDeck(page, path);
    // The page's policy lets no script in but its own: axe comes in as the debugger's.
    await page.evaluate(axeSource);
    const found: string[] = [];
    for (const name of names) {
      for (const index of (samples[name] ?? []).keys()) {
        await goTo(page, idOf(name, index), 99);
        const violations = await page.evaluate(
          async (selector) => {
            const { axe } = window as unknown as {
              axe: { run(context: string): Promise<{ violations: { id: string }[] }> };
            };
            return (await axe.run(selector)).violations.map(({ id }) => id);
          },
          `#${idOf(name, index)}`,
        );
        found.push(...violations.map((id) => `${idOf(name, index)}: ${id}`));
      }
    }
    await page.close();
    expect(found).toEqual([]);
  });
});
