/** What the flagship deck promises: the whole article in 40 minutes, checked claim by claim, in our own words. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { beforeAll, expect, test } from 'vitest';
import type { DeckTree } from '../src/compile.js';
import { normalizeConfig } from '../src/config/config.js';
import { listSections } from '../src/deck/sections.js';
import { formatMessages } from '../src/diagnostics/format.js';
import { createTreeProcessor } from '../src/processor.js';
import { compileFile, projectFolder } from './support.js';

const deckPath = path.join(projectFolder, 'slides', 'keras-vs-pytorch', 'deck.md');
const articlePath = path.join(projectFolder, '..', 'shared', 'article.txt');
const source = readFileSync(deckPath, 'utf8');

/** The claims of the article that are outdated or wrong, by their number in the fact check. */
const outdated = [5, 7, 9, 11, 12, 16, 17, 18, 22, 29, 30, 33, 50, 51, 52, 58, 63, 71, 75, 77, 81, 85, 89];
const wrong = [14, 15, 39, 41, 43, 46, 47, 48, 49, 59, 60, 61, 73, 74, 84, 86];

let deck: DeckTree;
beforeAll(async () => {
  deck = await compileFile(deckPath);
});

test('has no message at all', () => {
  expect(formatMessages(deck.file)).toBe('');
});

test('is a talk of 25 to 35 slides in 40 minutes, with notes and minutes on each', () => {
  const all = deck.file.data.slides ?? [];
  // A list of sources goes on on a second slide, which is the same minute of the talk.
  const slides = all.filter(({ part }) => (part?.index ?? 1) === 1);
  expect(all.length).toBeLessThanOrEqual(36);
  expect(slides.length).toBeGreaterThanOrEqual(25);
  expect(slides.length).toBeLessThanOrEqual(35);
  expect(slides.filter((slide) => !slide.notes)).toEqual([]);
  expect(slides.reduce((sum, slide) => sum + (slide.minutes ?? Number.NaN), 0)).toBe(40);
});

test.each([
  ['full', 40, 31],
  ['lightning', 5, 4],
  ['class', 20, 10],
  ['decide', 15, 8],
])(
  'has a talk `%s` within its %d minutes, of at least %d slides and without a message',
  async (talk, budget, least) => {
    const { file } = await compileFile(deckPath, { talk });
    const slides = file.data.slides ?? [];
    expect(formatMessages(file)).toBe('');
    expect(file.data.deck?.minutes).toBe(budget);
    expect(slides.length).toBeGreaterThanOrEqual(least);
    const planned = slides
      .filter(({ part }) => (part?.index ?? 1) === 1)
      .map(({ minutes }) => minutes ?? Number.NaN);
    expect(planned.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(budget);
    expect(slides.reduce((sum, { spokenMinutes }) => sum + spokenMinutes, 0)).toBeLessThanOrEqual(budget);
  },
);

test('answers all 39 claims that no longer hold', () => {
  const answered = [...source.matchAll(/<!-- claims ([\d, ]+)-->/g)].flatMap(([, list]) =>
    (list ?? '').split(',').map(Number),
  );
  expect([...outdated, ...wrong].filter((claim) => !answered.includes(claim))).toEqual([]);
});

test('gives every picture words', () => {
  const pictures: Element[] = [];
  visit(deck.tree, 'element', (element) => {
    if (element.tagName === 'img' || element.properties.role === 'img') pictures.push(element);
  });
  expect(pictures.length).toBeGreaterThan(3);
  expect(pictures.filter(({ properties }) => !properties.alt && !properties.ariaLabel)).toEqual([]);
});

test('has a comparison and a timeline with two lanes', () => {
  const html = JSON.stringify(deck.tree);
  expect(html).toContain('"comparison"');
  const lanes: Element[] = [];
  visit(
    listSections(deck.tree).find((section) => section.properties.id === 'history') ?? deck.tree,
    'element',
    (element) => {
      if (element.properties.role === 'group') lanes.push(element);
    },
  );
  expect(lanes.length).toBeGreaterThanOrEqual(2);
});

test('names the ten families of pretrained models', () => {
  for (const family of [
    'Xception',
    'VGG16',
    'VGG19',
    'ResNet',
    'InceptionV3',
    'InceptionResNetV2',
    'MobileNet',
    'MobileNetV2',
    'DenseNet',
    'NASNet',
  ]) {
    expect(source).toContain(family);
  }
});

test('credits the article', () => {
  for (const credit of ['Akhil Bhadwal', 'A Head-to-Head Comparison', '13 July 2024'])
    expect(source).toContain(credit);
});

test.skipIf(!existsSync(articlePath))(
  'copies no sentence of the article (skipped where the article is missing)',
  () => {
    const shingles = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
      return words
        .map((_, index) => words.slice(index, index + 8).join(' '))
        .filter((_, index) => index + 8 <= words.length);
    };
    const tree = createTreeProcessor(normalizeConfig()).parse(new VFile({ value: source }));
    const article = new Set(shingles(readFileSync(articlePath, 'utf8')));
    const copied = [...new Set(shingles(toString(tree)))].filter((shingle) => article.has(shingle));
    // Its title is its name.
    expect(
      copied.filter((shingle) => !'keras vs pytorch a head to head comparison'.includes(shingle)),
    ).toEqual([]);
  },
);
