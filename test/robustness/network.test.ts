/** Eighteen ways to make a page ask a server, in one deck: while it is built, presented, printed and checked no connection is made, and each is named. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPlainMessages } from '../../src/diagnostics/format.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { openMeasurer } from '../../src/output/check/measure-deck.js';
import { print } from '../../src/output/print.js';
import { serveDeck } from '../browser/live-deck.js';
import { openPage, openStage, type Stage, waitForDeck } from '../browser/stage.js';
import { shippedFiles } from '../support.js';

let server: Server;
let stage: Stage;
let folder = '';
let deckPath = '';
let connections = 0;
let origin = '';

/** Each names `/vN` on the server that counts. */
const vectors: readonly ((at: string) => string)[] = [
  (at) => `![a picture](${at})`,
  (at) => `<img src="${at}" alt="a">`,
  (at) => `<img src="x.png" srcset="${at} 2x" alt="a">`,
  (at) => `<p style="background:url(${at})">a</p>`,
  (at) => `<style>@import url(${at});</style>`,
  (at) => `<style>@font-face{font-family:x;src:url(${at})}</style>`,
  (at) => `<style>p{background:url(${at})}</style>`,
  (at) => `<link rel="stylesheet" href="${at}">`,
  (at) => `<link rel="prefetch" href="${at}">`,
  (at) => `<iframe src="${at}"></iframe>`,
  (at) => `<video src="${at}" autoplay muted></video>`,
  (at) => `<video poster="${at}" src="y.mp4"></video>`,
  (at) => `<object data="${at}"></object>`,
  (at) => `<svg><use href="${at}#x"/></svg>`,
  (at) => `<svg><image href="${at}"/></svg>`,
  (at) => `<meta http-equiv="refresh" content="0;url=${at}">`,
  (at) => `<script>new WebSocket("${at}".replace("http", "ws")); fetch("${at}")</script>`,
  (at) => `::slide{background="${at}"}`,
];

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-network-'));
  deckPath = path.join(folder, 'talk.md');
  const slides = vectors.map(
    (vector, index) => `${vector(`${origin}/v${index}`)}\n\n## Slide ${index}\n\nwords`,
  );
  await writeFile(deckPath, slides.join('\n\n---\n\n'));
  stage = await openStage({ live: true });
});
afterAll(async () => {
  await stage?.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('the server counts whoever connects', async () => {
  const page = await openPage(stage.browser);
  await page.setContent(`<img src="${origin}/control.png">`, { timeout: 5000 }).catch(() => undefined);
  await page.close();
  expect(connections).toBeGreaterThan(0);
  connections = 0;
});

test('75, 81, 82, 84: build makes no connection and names each address', async () => {
  const { file, path: built } = await stage.buildFile('network', deckPath);
  const said = toPlainMessages(file);
  const lines = vectors.map((_, index) => `/v${index}`);
  const named = lines.filter((at) =>
    said.some(({ reason, note }) => new RegExp(`${at}(?!\\d)`).test(`${reason} ${note}`)),
  );
  expect(named).toEqual(lines);
  expect(said.every(({ line }) => (line ?? 0) > 0)).toBe(true);
  const page = await openPage(stage.browser);
  await page.goto(`file://${built}`);
  await waitForDeck(page);
  for (const query of ['?postMessage=true', '?showNotes=true', '?showHiddenSlides=true', '?view=print']) {
    await page.goto(`file://${built}${query}`);
    await waitForDeck(page);
  }
  await page.close();
  expect(connections).toBe(0);
});

test('75: presented and gone through, it makes none', async () => {
  const live = await serveDeck(folder, {});
  const page = await openPage(stage.browser);
  await page.goto(live.server.url);
  await waitForDeck(page);
  for (let step = 0; step < vectors.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.close();
  await live.close();
  expect(connections).toBe(0);
});

test('75: printed and checked, it makes none', async () => {
  await print([{ name: 'talk', path: deckPath }], {
    out: folder,
    shipped: await shippedFiles(),
    layouts: ['slides', 'handout'],
    browser: process.env.LECTERN_BROWSER,
  });
  const measurer = await openMeasurer({ choice: process.env.LECTERN_BROWSER, env: process.env });
  try {
    await checkDeck(deckPath, { measurer }, await shippedFiles());
  } finally {
    await measurer.close();
  }
  expect(connections).toBe(0);
});
