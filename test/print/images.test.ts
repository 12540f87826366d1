/** `lectern images`: pictures of slides, each what the name says, at the size that was asked for. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImageOptions, images } from '../../src/output/images.js';
import { shippedFiles } from '../support.js';

const deck =
  '---\ntitle: T\nsize: 4:3\n---\n\n# T\n\n---\n\n## Two\n\n:::steps\n- a\n- b\n:::\n\n---\n\n## Three\n';
let folder = '';
let deckPath = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-images-'));
  deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, deck);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function take(options: ImageOptions) {
  const out = await mkdtemp(path.join(folder, 'out-'));
  const [result] = await images([{ name: 'deck', path: deckPath }], {
    ...options,
    out,
    shipped: await shippedFiles(),
  });
  const pictures = (result?.paths ?? []).map(async (file) => {
    const { width, height, type } = imageSize(await readFile(file));
    return `${path.relative(path.join(out, 'deck', 'images'), file)} ${type} ${width}x${height}`;
  });
  return Promise.all(pictures);
}

test.each([
  [{}, ['001.png png 960x720', '002.png png 960x720', '003.png png 960x720']],
  [
    { print: { steps: true, range: [{ from: 2, to: 2 }] }, type: 'webp', scale: 0.5 },
    ['002-1.webp webp 480x360', '002-2.webp webp 480x360', '002.webp webp 480x360'],
  ],
  [
    { print: { range: [{ from: 3, to: 3 }] }, type: 'jpeg', scale: 2, card: true },
    ['003.jpg jpg 1920x1440', 'card.jpg jpg 1200x630'],
  ],
  [
    { sheet: true, card: true, print: { range: [{ from: 1, to: 1 }] } },
    ['001.png png 960x720', 'contact-sheet.png png 1360x272', 'card.png png 1200x630'],
  ],
] as const satisfies readonly (readonly [ImageOptions, readonly string[]])[])(
  '%o',
  async (options, expected) => {
    expect(await take(options)).toEqual(expected);
  },
);

test('pictures of different slides differ, of one slide they do not', async () => {
  const read = async () => {
    const out = await mkdtemp(path.join(folder, 'out-'));
    const options = { out, shipped: await shippedFiles() };
    const [result] = await images([{ name: 'deck', path: deckPath }], options);
    return Promise.all((result?.paths ?? []).map(async (file) => (await readFile(file)).toString('base64')));
  };
  const [first, second] = [await read(), await read()];
  expect(new Set(first).size).toBe(3);
  expect(second).toEqual(first);
});
