/** A film of 200 MB beside a deck: served by ranges, copied beside the page, and in neither of them. */
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/output/build.js';
import { type LiveDeck, serveDeck } from '../browser/live-deck.js';
import { shippedFiles } from '../support.js';

const size = 200 * 1024 * 1024;
const marks = new Map([
  [100_000_000, 'in the middle'],
  [size - 7, 'the end'],
]);

let folder: string;
let deck: LiveDeck;
let film: URL;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-film-'));
  const file = await open(path.join(folder, 'film.mp4'), 'w');
  await file.write(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), 0, undefined, 0);
  for (const [place, words] of marks) await file.write(words, place);
  await file.truncate(size);
  await file.close();
  deck = await serveDeck(folder, { 'talk.md': '# A talk\n\n![A film](film.mp4)\n' });
  const page = await (await fetch(deck.server.url)).text();
  film = new URL(/src="([^"]*film[^"]*\.mp4)"/.exec(page)?.[1] ?? '', deck.server.url);
});
afterAll(async () => {
  await deck.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([...marks])('a range at %i holds what is there, and no more', async (place, words) => {
  const range = `bytes=${place}-${place + words.length - 1}`;
  const answer = await fetch(film, { headers: { range } });
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes ${place}-${place + words.length - 1}/${size}`);
  expect(await answer.text()).toBe(words);
});

test('the whole film flows at the pace of who asks, and others are answered meanwhile', async () => {
  const asked = request(film);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
  expect(response.headers['content-length']).toBe(String(size));
  response.pause();
  expect((await fetch(deck.server.url, { method: 'HEAD' })).status).toBe(200);
  let received = 0;
  for await (const part of response) received += (part as Buffer).length;
  expect(received).toBe(size);
});

test('a player that leaves in the middle takes nothing along', async () => {
  const leaving = new AbortController();
  const answer = await fetch(film, { signal: leaving.signal });
  leaving.abort();
  await expect(answer.arrayBuffer()).rejects.toThrow(/abort/i);
  expect((await fetch(film, { method: 'HEAD' })).headers.get('content-length')).toBe(String(size));
});

test('a built deck has it beside the page', async () => {
  const out = path.join(folder, 'out');
  const { path: page, bytes } = await build(
    { name: 'talk', path: path.join(folder, 'talk.md') },
    { out, shipped: await shippedFiles() },
  );
  expect(bytes).toBeLessThan(5_000_000);
  const html = await readFile(page, 'utf8');
  const [, source = ''] = /src="([^"]*film[^"]*\.mp4)"/.exec(html) ?? [];
  const copy = path.join(path.dirname(page), source);
  expect((await stat(copy)).size).toBe(size);
  const file = await open(copy);
  for (const [place, words] of marks) {
    const { buffer } = await file.read(Buffer.alloc(words.length), 0, words.length, place);
    expect(buffer.toString()).toBe(words);
  }
  await file.close();
});
