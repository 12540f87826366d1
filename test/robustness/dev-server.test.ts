/** The dev server under hostile requests and under load: it answers what it serves, nothing else, and never ends by itself. */
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/server/serve.js';
import { type LiveDeck, serveDeck } from '../browser/live-deck.js';
import { makeFolder, startCli } from '../cli/run-cli.js';

const full = process.env.LECTERN_FULL === '1';
const secret = 'SECRET-BESIDE-THE-DECK';
let folder = '';
let deck: LiveDeck;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-hostile-server-'));
  const beside = ['.env', '.git/config', 'key.pem', 'id_rsa', 'other.md', 'talks/short.yaml'];
  deck = await serveDeck(folder, {
    'talk.md': '# A talk\n\n![A dot](dot.svg)\n',
    'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>dot</title></svg>',
    ...Object.fromEntries(beside.map((name) => [name, name.endsWith('.yaml') ? `title: ${secret}` : secret])),
  });
});
afterAll(async () => {
  await deck.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(['.env', '.git/config', 'key.pem', 'id_rsa', 'other.md', 'talk.md', 'dot.svg', 'talks/short.yaml'])(
  '67: %s beside the deck is served under no spelling',
  async (name) => {
    const last = encodeURIComponent(name.slice(-1)).replace(
      /^.$/,
      (letter) => `%${letter.charCodeAt(0).toString(16)}`,
    );
    for (const spelling of [
      name,
      `./${name}`,
      `/${name}`,
      `x/../${name}`,
      `${name}?raw`,
      `${name}%00`,
      `${name}/.`,
      name.slice(0, -1) + last,
      `@fs${folder}/${name}`,
    ]) {
      const answer = await fetch(`${deck.server.url}${spelling}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain(secret);
    }
  },
);

test('105: no address of the network leads to it', async () => {
  const port = Number(new URL(deck.server.url).port);
  const others = [
    '127.0.0.2',
    ...Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
    ),
  ];
  for (const host of others) {
    const reached = await new Promise((done) => {
      const socket = connect(port, host, () => done(true));
      socket.on('error', () => done(false));
    });
    expect(reached).toBe(false);
  }
});

test('108: two hundred clients that never end their headers hold up nobody', async () => {
  const port = Number(new URL(deck.server.url).port);
  const slow = await Promise.all(
    Array.from(
      { length: 200 },
      () =>
        new Promise<Socket>((done) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx');
            done(socket);
          });
          socket.on('error', () => done(socket));
        }),
    ),
  );
  expect((await fetch(deck.server.url)).status).toBe(200);
  for (const socket of slow) socket.destroy();
});

test('112: what is asked for at the same time is answered alike', async () => {
  const pages = await Promise.all(
    Array.from({ length: 40 }, async (_, index) =>
      (await fetch(`${deck.server.url}${index % 2 === 0 ? '' : `?pdf=${index}`}`)).text(),
    ),
  );
  expect(new Set(pages).size).toBe(1);
});

test('113: a port that is taken is left for the next one', async () => {
  const site = { find: () => ({ body: 'x', type: 'text/plain' }) };
  const first = await serve(site);
  const second = await serve(site);
  expect(second.url).not.toBe(first.url);
  await expect(serve(site, { port: Number(new URL(first.url).port) })).rejects.toMatchObject({
    code: 'port-taken',
  });
  await Promise.all([first.close(), second.close()]);
});

test('114: a deck that is gone, unreadable, and there again', async () => {
  const file = path.join(folder, 'talk.md');
  await unlink(file);
  await deck.attempts(1);
  expect(await (await fetch(deck.server.url)).text()).toContain('A talk');
  await writeFile(file, '# Another talk\n\n:::nothing\n\n![A dot](dot.svg)\n');
  await deck.attempts(2);
  expect((await fetch(deck.server.url)).status).toBe(200);
});

test('118: a run that is interrupted while it builds ends with 130, and nothing of it stays', async () => {
  const slides = Array.from({ length: 1500 }, (_, index) => `## Slide ${index}\n\n- a\n- b`).join(
    '\n\n---\n\n',
  );
  const child = startCli(['build', 'talk.md', '--out', 'out'], makeFolder({ 'talk.md': slides }));
  const ended = new Promise((done) => child.on('close', done));
  await new Promise((done) => child.once('spawn', done));
  await new Promise((done) => setTimeout(done, 300));
  child.kill('SIGINT');
  // What was whole by then is no failure.
  expect([130, 0, null]).toContain(await ended);
});

/** Clients, and who downloads beside them, in threads of their own: what is measured is the server, not who asks it. */
const asking = `
const { workerData, parentPort } = require('node:worker_threads');
const http = require('node:http');
const { url, clients, seconds, length } = workerData;
const agent = new http.Agent({ keepAlive: true });
const ask = () => new Promise((done) => {
  http.get(url, { agent }, (response) => {
    let received = 0;
    response.on('data', (chunk) => (received += chunk.length));
    response.on('end', () => done(response.statusCode === 200 && received === length));
  }).on('error', () => done(false));
});
const end = performance.now() + seconds * 1000;
const times = [];
let wrong = 0;
async function client() {
  while (performance.now() < end) {
    const started = performance.now();
    if (!(await ask())) wrong += 1;
    times.push(performance.now() - started);
  }
}
Promise.all(Array.from({ length: clients }, client)).then(() => parentPort.postMessage({ times, wrong }));
`;

function askInThread(workerData: Readonly<Record<string, unknown>>) {
  return new Promise<{ times: number[]; wrong: number }>((done, fail) => {
    new Worker(asking, { eval: true, workerData }).once('message', done).once('error', fail);
  });
}

const seconds = full ? 30 : 1;
test(`twenty clients for ${seconds} s, with a large download beside them, get no wrong answer`, async () => {
  const bodies = new Map([
    ['/', { body: '<p>page', type: 'text/html' }],
    ['/slides.pdf', { body: Buffer.alloc(50_000_000, 'x'), type: 'application/pdf' }],
  ]);
  const serving = await serve({ find: (at: string) => bodies.get(at) }, { port: await freePort() });
  const [{ times, wrong }, downloads] = await Promise.all([
    askInThread({ url: serving.url, clients: 20, seconds, length: 7 }),
    askInThread({ url: `${serving.url}slides.pdf`, clients: 1, seconds, length: 50_000_000 }),
  ]);
  await serving.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  console.log(
    `dev server: ${times.length} answers and ${downloads.times.length} downloads of 50 MB, ${wrong + downloads.wrong} wrong, p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`,
  );
  expect([wrong, downloads.wrong]).toEqual([0, 0]);
  expect(times.length).toBeGreaterThan(20);
  expect(downloads.times.length).toBeGreaterThan(0);
  if (full) expect(at(0.99)).toBeLessThan(4 * at(0.5));
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((done) =>
    server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
  );
  await new Promise((done) => server.close(done));
  return port;
}
