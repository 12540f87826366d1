/** Slides on paper are the slides on the stage: words, places, fonts, colours, pictures, numbers; as pages and in the handout. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAssets, stringifyDocument } from '../../src/compile.js';
import { isInRange } from '../../src/config/print-settings.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { loadDeck } from '../../src/output/load.js';
import { goTo, openStage, openStillPage, type Stage, showDeck } from '../browser/stage.js';
import { fixtureNames, fixturesFolder, projectFolder, shippedFiles } from '../support.js';

/** What is seen of a slide: of each line of text its words' look and its box, of each picture its size, of the slide its ground. */
interface Seen {
  readonly looks: readonly string[];
  readonly boxes: readonly (readonly number[])[];
}

const decks = [
  ...['keras-vs-pytorch', 'tour'].map(
    (name) => [name, path.join(projectFolder, 'slides', name, 'deck.md')] as const,
  ),
  ...fixtureNames
    // All of them take minutes.
    .filter((_, index) => process.env.LECTERN_FULL || index % 12 === 0)
    .map((name) => [name, path.join(fixturesFolder, name, 'input.md')] as const),
];

/** On the stage these move (auto-animate) or play; on paper they stand still. */
const moving = new Set(['move-after', 'video', 'sound']);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Runs in the page. */
function readSlide(id: string): Seen {
  const slide = document.getElementById(id);
  const canvas = slide?.querySelector('.slide-canvas');
  const looks: string[] = [];
  const boxes: number[][] = [];
  if (!slide || !canvas) return { looks, boxes };
  const corner = slide.getBoundingClientRect();
  const scale = corner.width / slide.offsetWidth;
  const place = ({ x, y, width, height }: DOMRect) =>
    [x - corner.x, y - corner.y, width, height].map((px) => px / scale);
  const walker = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (!nodeValue?.trim() || !parentElement) continue;
    const words = nodeValue.trim().replaceAll(/\s+/g, ' ');
    // Words that are there to be heard have no look.
    if (parentElement.closest('.visually-hidden')) {
      looks.push(words);
      continue;
    }
    const { fontFamily, fontWeight, fontStyle, fontSize, ...style } = getComputedStyle(parentElement);
    // What a step lets fade on the stage is dark on paper.
    const color = parentElement.closest('.step-dim, .step-spotlight') ? '' : style.color;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    for (const line of lines) boxes.push(place(line));
    looks.push([words, color, fontFamily, fontWeight, fontStyle, fontSize, lines.length].join(' | '));
  }
  for (const picture of canvas.querySelectorAll('img')) {
    // What a layout leaves out has no place.
    if (picture.getClientRects().length === 0) continue;
    boxes.push(place(picture.getBoundingClientRect()));
    looks.push(`picture ${picture.naturalWidth} x ${picture.naturalHeight}, ${picture.alt}`);
  }
  const ground = canvas.querySelector('.slide-background');
  looks.push(
    `ground ${getComputedStyle(slide).backgroundColor} ${ground ? getComputedStyle(ground).background : ''}`,
  );
  return { looks, boxes };
}

describe.each(decks)('%s', (name, deckPath) => {
  test('as on the stage', async () => {
    const built = await stage.buildFile(name, deckPath, { inlineLimit: 50_000_000 });
    const { deck, sources } = await loadDeck(
      deckPath,
      { assets: 'folder', assetsFolder: 'assets' },
      await shippedFiles(),
    );
    placeAssets(deck, sources);
    const range = deck.file.data.deck?.print.range;
    const ids = (deck.file.data.slides ?? [])
      .filter(({ id, number }) => !moving.has(id) && isInRange(number, range))
      .map(({ id }) => id);
    const assets = new Map(
      [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
    );
    const page = await openStillPage(stage.browser);
    await showDeck(page, built.path);
    const onStage = new Map<string, Seen>();
    for (const id of ids) {
      await goTo(page, id, 99);
      onStage.set(id, await page.evaluate(readSlide, id));
    }
    await page.close();
    for (const layout of ['slides', 'handout'] as const) {
      const html = stringifyDocument(deck, layout, sources);
      const apart = await withSealedPage(stage.browser, { html, assets, media: 'print' }, async (sealed) => {
        await sealed.page.setViewport({ width: 1280, height: 720 });
        const found: string[] = [];
        for (const id of ids) {
          const expected = onStage.get(id) ?? { looks: [], boxes: [] };
          found.push(...listDifferences(id, await sealed.page.evaluate(readSlide, id), expected));
        }
        return found;
      });
      expect({ layout, apart }).toEqual({ layout, apart: [] });
    }
  });
});

function listDifferences(id: string, onPaper: Seen, onStage: Seen): string[] {
  const looks = onPaper.looks.filter((look, index) => look !== onStage.looks[index]);
  if (onPaper.boxes.length !== onStage.boxes.length || looks.length > 0) {
    return [
      `${id}: ${looks.map((look) => `${look} (${onStage.looks[onPaper.looks.indexOf(look)]})`).join('; ')}`,
    ];
  }
  return onPaper.boxes
    .filter((box, line) =>
      box.some((px, side) => Math.abs(px - (onStage.boxes[line]?.[side] ?? Number.NaN)) > 2),
    )
    .map((box) => `${id}: ${box.join(' ')}`);
}
