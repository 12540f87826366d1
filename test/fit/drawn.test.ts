/** Lists of sources and timelines, which only a whole deck fills and places, beside the heights they have in a browser. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileTree, placeAssets, stringifyDocument } from '../../src/compile.js';
import { components } from '../../src/components/index.js';
import { createRuler } from '../../src/fit/measure-slide.js';
import { createFitContext } from '../../src/plugins/remark-fit.js';
import { remarkSources } from '../../src/plugins/remark-sources.js';
import { listSlides } from '../../src/plugins/remark-to-hast.js';
import { openStage, type Stage } from '../browser/stage.js';
import { timelines } from '../browser/timelines.js';
import { shippedFiles } from '../support.js';

const slide = (title: string, blocks: string): string => `## ${title}\n\n${blocks}\n`;
const cite = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => slide(`Fact ${index}`, `Source: ${text(index)}.`)).join(
    '\n---\n\n',
  );
const long = 'a report of many words by several authors, which takes more than one line of a column';
const sources: Readonly<Record<string, string>> = {
  'two sources': cite(2, (index) => `a book of ${index}`),
  'five long ones': cite(5, (index) => `[${long}](https://example.org/a/long/address/of/a/page/${index})`),
  'eight in two columns': cite(
    8,
    (index) => `[A book](https://example.org/${index}), ${index % 3 ? 'short' : long}`,
  ),
  'twelve of one line': cite(12, (index) => `page ${index} of a book`),
};

/** One slide, never cut, so that what is drawn is what was measured. */
const decks = {
  ...Object.fromEntries(
    Object.entries(sources).map(([name, text]) => [
      name,
      `${text}\n---\n\n${slide('List', '::sources[All of them]')}`,
    ]),
  ),
  ...Object.fromEntries(
    // Columns have heights of their own.
    Object.entries(timelines)
      .filter(([, text]) => !text.includes('columns'))
      .map(([name, text]) => [
        name,
        slide(
          name,
          text
            .replace(' overview', '')
            .replace(/split=\w+/, '')
            .replace(']{', ']{split=none '),
        ),
      ]),
  ),
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

interface Height {
  readonly name: string;
  readonly height: number;
}

/** Measure the last slide's component as fitting does, on a copy of the tree. */
function estimateLast(found: Height[]) {
  return (tree: Root, file: VFile): void => {
    const copy = structuredClone(tree);
    remarkSources()(copy, file);
    const context = createFitContext(copy, file, components, new Map());
    const [last] = listSlides(copy).slice(-1);
    if (!last) return;
    for (const block of last.children) {
      const component = context.components.get(block.type);
      if (!component?.measure) continue;
      const { width } = createRuler(last, 1, context).room(last.children, false);
      const endless = Number.POSITIVE_INFINITY;
      const own = { width, height: endless, nextHeight: endless, fit: 1 };
      const [settled = block] = component.split?.(block, own, context.context) ?? [];
      found.push({ name: block.type, height: component.measure(settled, own, context.context) });
    }
  };
}

test.each(Object.entries(decks))('%s', async (_name, text) => {
  const estimated: Height[] = [];
  const deck = await compileTree(`---\ntitle: Heights\nfit: none\n---\n\n${text}`, {
    remarkPlugins: [() => estimateLast(estimated)],
  });
  placeAssets(deck, await shippedFiles());
  const page = await stage.browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setContent(stringifyDocument(deck, 'slides', await shippedFiles()));
  await page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, (face) => face.load().catch(() => undefined)));
    await document.fonts.ready;
  });
  const [one] = estimated;
  const selector = `section.slide:last-of-type figure.${one?.name}`;
  const height = await page.$eval(selector, (figure) => figure.getBoundingClientRect().height);
  await page.close();
  expect(one?.height).toBeGreaterThan(height - 6);
  expect(one?.height).toBeLessThan(height + 36);
});
