/** What is printed can be read: every text of every document has contrast enough with what it stands on, in light and dark themes. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAssets, stringifyDocument } from '../../src/compile.js';
import { type PrintLayout, printLayouts } from '../../src/config/print-settings.js';
import { launchBrowser, type RunningBrowser } from '../../src/output/browser/launch.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { loadDeck } from '../../src/output/load.js';
import { projectFolder, shippedFiles } from '../support.js';

const isFull = Boolean(process.env.LECTERN_FULL);
const themes = isFull
  ? ['paper', 'ink', 'contrast', 'contrast-dark', 'press', 'press-dark']
  : ['paper', 'ink'];
const decks = isFull ? ['keras-vs-pytorch', 'tour'] : ['keras-vs-pytorch'];
const deckOf = (name: string) => path.join(projectFolder, 'slides', name, 'deck.md');
const cases = decks.flatMap((deck) =>
  themes.flatMap((theme) =>
    printLayouts.flatMap((layout) =>
      [false, true]
        // All of them take minutes.
        .filter((inkSaver) => isFull || !inkSaver || (theme === 'ink' && layout === 'slides'))
        .map((inkSaver) => ({ deck, theme, layout, inkSaver })),
    ),
  ),
);

let running: RunningBrowser;
beforeAll(async () => {
  running = await launchBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env });
});
afterAll(() => running.close());

/** Runs in the page. Lists texts whose contrast is below that of WCAG for their size; on pictures none is computed. */
function listFaint(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, readonly number[]>();
  const read = (colour: string): readonly number[] => {
    const found = known.get(colour);
    if (found || !canvas) return found ?? [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const channels = [red / 255, green / 255, blue / 255, alpha / 255];
    known.set(colour, channels);
    return channels;
  };
  const over = (top: readonly number[], below: readonly number[]) =>
    [0, 1, 2].map((at) => (top[at] ?? 0) * (top[3] ?? 0) + (below[at] ?? 0) * (1 - (top[3] ?? 0)));
  const light = (colour: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = colour.map((one) =>
      one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): readonly number[] => {
    if (!element) return [1, 1, 1];
    const ground = read(getComputedStyle(element).backgroundColor);
    return ground[3] === 1 ? ground : over(ground, groundOf(element.parentElement));
  };
  const faint = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement: parent } = walker.currentNode;
    const slide = parent?.closest('.slide');
    const isOnPicture = slide?.querySelector('.slide-background, .slide-picture');
    if (!nodeValue?.trim() || !parent?.checkVisibility() || isOnPicture) continue;
    // Words that are there to be heard, and drawings, which have grounds of their own.
    if (parent.closest('.visually-hidden, svg, [aria-hidden="true"]')) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(parent);
    const ground = groundOf(parent);
    const [one, other] = [light(over(read(color), ground)), light(ground)];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5))
      faint.add(`${contrast.toFixed(2)} ${color} ${nodeValue.trim().slice(0, 40)}`);
  }
  return [...faint];
}

test.each(cases)(
  '$deck, $theme, $layout, ink saver: $inkSaver',
  async ({ deck, theme, layout, inkSaver }) => {
    const deckPath = path.join(projectFolder, 'slides', deck, 'deck.md');
    const loaded = await loadPrinted(deckPath, theme, layout, inkSaver);
    expect(
      await withSealedPage(running.browser, { ...loaded, media: 'print' }, ({ page }) =>
        page.evaluate(listFaint),
      ),
    ).toEqual([]);
  },
);

test('where ink is spared no picture reaches the edge of its slide', async () => {
  const loaded = await loadPrinted(deckOf('tour'), 'paper', 'slides', true);
  const gaps = await withSealedPage(running.browser, { ...loaded, media: 'print' }, ({ page }) =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('.slide-picture img'), (picture) => {
        const [inner, outer] = [picture, picture.closest('.slide')].map((one) =>
          one?.getBoundingClientRect(),
        );
        if (!inner || !outer) return 0;
        const sides = [inner.left - outer.left, outer.right - inner.right, inner.top - outer.top];
        return Math.min(...sides, outer.bottom - inner.bottom);
      }),
    ),
  );
  expect(gaps.length).toBeGreaterThan(2);
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

async function loadPrinted(deckPath: string, theme: string, layout: PrintLayout, inkSaver: boolean) {
  const { deck, sources } = await loadDeck(
    deckPath,
    { theme, print: { inkSaver }, assets: 'folder', assetsFolder: 'assets' },
    await shippedFiles(),
  );
  placeAssets(deck, sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  return { html: stringifyDocument(deck, layout, sources), assets };
}
