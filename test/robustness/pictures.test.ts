/** Attacks through pictures: what they are is decided by their bytes, and none of them runs, fetches, or takes all memory. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { loadDeck } from '../../src/output/load.js';
import { dangers } from '../dangers.js';
import { messagesText, shippedFiles, slidesHtml } from '../support.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function show(name: string, bytes: string | Uint8Array, attributes = '') {
  await writeFile(path.join(folder, name), bytes);
  const deckPath = path.join(folder, 'deck.md');
  await writeFile(deckPath, `# One\n\n![A picture](${name})${attributes}\n`);
  const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
  placeAssets(deck, sources);
  const html = slidesHtml(deck);
  expect(dangers(html)).toEqual([]);
  return { html, messages: messagesText(deck) };
}

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}<title>words</title></svg>`;

const drawings = [
  ['a script', svg('<script>alert(1)</script>')],
  ['what runs when it loads', svg('', 'onload="alert(1)"')],
  ['HTML inside', svg('<foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject>')],
  [
    'a file of the machine',
    svg('<image href="file:///etc/passwd"/><image xlink:href="http://127.0.0.1/x"/>'),
  ],
  ['a part of another drawing', svg('<use href="http://127.0.0.1/a.svg#x"/>')],
  [
    'an entity that grows',
    `<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${svg('<text>&b;&c;</text>')}`,
  ],
] as const;

test.each(drawings)('88: a drawing that holds %s is a picture, where no script runs', async (_, drawing) => {
  const { html } = await show('a.svg', drawing);
  expect(html).toMatch(/<img[^>]* src="data:image\/svg\+xml;base64,/);
});

test.each(drawings)('88: a drawing in the slide that held %s', async (_, drawing) => {
  const { html } = await show('a.svg', drawing, '{.inline}');
  expect(html).toContain('words');
  expect(html).not.toMatch(/passwd|127\.0\.0\.1|root:x/);
});

test.each(['', '{.inline}'])(
  '89: a drawing of too many elements is refused, with its words in its place %s',
  async (how) => {
    const many = (count: number) => svg('<path d="M0 0h1"/>'.repeat(count), 'width="10" height="10"');
    const { html, messages } = await show('many.svg', many(50_000), how);
    expect(messages).toMatch(/deck\.md:3:1 error Unexpected drawing of 50002 elements, .* image-elements$/m);
    expect(html).toContain('A picture');
    expect(html).not.toContain('<path');
    // The title and the drawing itself are elements too.
    expect((await show('few.svg', many(49_998), how)).messages).not.toContain('image-elements');
  },
);

test('89: a drawing without end has its place like any other', async () => {
  const { html } = await show(
    'a.svg',
    svg('', 'viewBox="0 0 1000000000 1000000000" width="1e9" height="1e9"'),
  );
  expect(html).toContain('<img');
});

/** A PNG of one colour: as small as its rows can be packed. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 100)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

test('90: a picture of more pixels than any screen is refused, and its words are there', async () => {
  const bomb = png(65_535, 65_535);
  expect(bomb.length).toBeLessThan(100_000);
  const { html, messages } = await show('bomb.png', bomb);
  expect(html).not.toContain('<img');
  expect(html).toContain('A picture');
  expect(messages).toMatch(/deck\.md:3:1 error Unexpected picture of 65535 × 65535 pixels.* image-pixels/);
  const inText = await show(
    'unused.png',
    png(1, 1),
    `\n\n![B](data:image/png;base64,${Buffer.from(bomb).toString('base64')})`,
  );
  expect(inText.messages).toContain('image-pixels');
  expect((await show('fine.png', png(6000, 4000))).messages).toBe('');
});

test.each([
  ['a PNG that is cut off', 'a.png', png(4, 4).subarray(0, 40)],
  ['a JPEG that is cut off', 'a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ['nothing', 'a.png', new Uint8Array()],
  ['HTML', 'a.png', '<!doctype html><script>alert(1)</script>'],
  ['a script', 'a.gif', 'alert(1)//'],
])('91, 93: %s called a picture is none', async (_, name, bytes) => {
  const { html, messages } = await show(name, bytes);
  expect(html).not.toContain('<img');
  expect(html).toContain('A picture');
  expect(messages).toMatch(/deck\.md:3:1 error .* image-damaged/);
});

test('91: a picture of another kind than its ending says is what its bytes say', async () => {
  const { html, messages } = await show('a.jpg', png(4, 4));
  expect(html).toContain('src="data:image/png;base64,');
  expect(messages).toBe('');
});

test('92: a GIF of ten thousand frames is one picture', async () => {
  const head = Buffer.from('47494638396101000100800000000000ffffff', 'hex');
  const frame = Buffer.from('21f90401000000002c00000000010001000002024401 00'.replace(/ /g, ''), 'hex');
  const { html } = await show(
    'a.gif',
    Buffer.concat([head, ...Array.from({ length: 10_000 }, () => frame), Buffer.from([0x3b])]),
  );
  expect(html).toContain('src="data:image/gif;base64,');
});

test('93: a GIF that is a script as well is a GIF', async () => {
  const { html } = await show('a.gif', Buffer.from('GIF89a=1;alert(1)//;'));
  expect(html).toMatch(/src="data:image\/gif|A picture/);
});
