/** What the server for phones answers, to whom, and what it never sends: real requests over a second address of this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StageReport } from '../../src/deck/remote-talk.js';
import { type LiveDeck, serveDeck } from '../browser/live-deck.js';

let deck: LiveDeck;
let folder: string;
let port: number;
let token: string;
let pin: string;
let code: string;

const secrets = ['whispered-alone', 'said-later', 'still-to-come'];
const text = `---
title: Named-talk
---

# Opening-words

![A dot](dot.svg)

:::notes

This is whispered-alone.

[step] And this said-later.

:::

---

## End

What is still-to-come.
`;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-remote-'));
  deck = await serveDeck(folder, { 'talk.md': text, 'dot.svg': dot }, { remote: '127.0.0.2' });
  port = Number(new URL(deck.server.doors?.clicker.address ?? '').port);
  pin = deck.server.doors?.clicker.code ?? '';
  code = deck.server.doors?.follower.code ?? '';
  token = (await fetch(deck.server.url)).headers.get('lectern-live') ?? '';
  await tellStage();
});
afterAll(async () => {
  await deck.close();
  await rm(folder, { recursive: true, force: true });
});

/** Say where the talk is, as the page on stage does. */
async function tellStage(changes: Partial<StageReport> = {}): Promise<number> {
  const state = (await (await fetch(`${deck.server.url}lectern/deck?token=${token}`)).json()) as {
    outline: { key: string }[];
  };
  const slideOf = (index: number) => ({ key: state.outline[index]?.key ?? '', step: -1 });
  const report: StageReport = {
    page: 'one',
    asked: false,
    current: slideOf(0),
    next: slideOf(1),
    number: 1,
    total: 2,
    black: false,
    still: false,
    time: { elapsed: 0, onSlide: 0, running: false, total: 0, plan: [0, 0, 0] },
    ...changes,
  };
  const body = JSON.stringify(report);
  return (await fetch(`${deck.server.url}lectern/stage?token=${token}`, { method: 'POST', body })).status;
}

/** Which of the words are in a text. */
const findWords = (body: string, words: readonly string[]) => words.filter((word) => body.includes(word));

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Asking {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
  /** End after so many bytes: an open stream has no end. */
  readonly until?: (body: string) => boolean;
}

function ask(at: string, { method = 'GET', body, headers, until }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request(
      { host: '127.0.0.2', port, path: at, method, headers, agent: false },
      (response) => {
        let answer = '';
        const end = () => resolve({ status: response.statusCode, headers: response.headers, body: answer });
        response.on('data', (data: Buffer) => {
          answer += data.toString();
          if (!until?.(answer)) return;
          end();
          asked.destroy();
        });
        response.on('end', end);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const post = (at: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask(at, { method: 'POST', body, headers });

/** Come in and leave with the cookie that is sent from then on. */
async function comeIn(role: 'clicker' | 'follower'): Promise<Record<string, string>> {
  const { status, headers } = await post(`/enter?as=${role}`, role === 'clicker' ? pin : code);
  expect(status).toBe(204);
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

const readView = (role: string, headers: Record<string, string>) =>
  ask(`/events?as=${role}`, { headers, until: (body) => /event: view\ndata: .*\n\n/.test(body) });

describe('without a code', () => {
  test('there are two pages, and nothing of the deck in them', async () => {
    for (const at of ['/', '/follow']) {
      const { status, headers, body } = await ask(at);
      expect(status).toBe(200);
      expect(findWords(body, [...secrets, 'Named-talk', 'Opening-words', pin, token])).toEqual([]);
      expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test.each([
    ['GET', '/look?as=clicker'],
    ['GET', '/look?as=follower'],
    ['GET', '/look'],
    ['GET', '/events?as=clicker'],
    ['GET', '/events?as=follower'],
    ['POST', '/do?as=clicker'],
    ['GET', '/talk.assets/dot.svg'],
    ['GET', '/lectern/deck'],
    ['GET', '/nothing'],
  ])('%s %s is refused', async (method, at) => {
    expect((await ask(at, { method })).status).toBe(401);
    const cookie = `lectern-clicker-${port}=${'A'.repeat(24)}; lectern-follower-${port}=`;
    expect((await ask(at, { method, headers: { cookie } })).status).toBe(401);
  });
});

describe('who followed', () => {
  test('gets the slide and no note in any byte, nor what is still to come', async () => {
    const headers = await comeIn('follower');
    const { body: look } = await ask('/look?as=follower', { headers });
    const { body: stream } = await readView('follower', headers);
    expect(findWords(stream, ['Opening-words'])).toEqual(['Opening-words']);
    const picture = /src=\\"([^"\\]+)/.exec(stream)?.[1];
    const { body: drawn, status } = await ask(`/${picture}`, { headers });
    expect([status, drawn.includes('<circle')]).toEqual([200, true]);
    const { body: page } = await ask('/follow', { headers });
    expect(findWords(look + stream + page, secrets)).toEqual([]);
    for (const at of [
      '/',
      '/look?as=clicker',
      '/events?as=clicker',
      '/lectern/deck',
      '/lectern/deck?token=' + token,
    ])
      expect(findWords((await ask(at, { headers })).body, secrets)).toEqual([]);
  });

  test('moves nothing', async () => {
    const headers = await comeIn('follower');
    expect((await post('/do?as=clicker', 'next', headers)).status).toBe(401);
    expect((await post('/do?as=follower', 'next', headers)).status).toBe(405);
  });

  test('sees nothing of a slide behind a black screen', async () => {
    const headers = await comeIn('follower');
    await tellStage({ black: true });
    expect(findWords((await readView('follower', headers)).body, ['Opening-words'])).toEqual([]);
    await tellStage();
    expect(findWords((await readView('follower', headers)).body, ['Opening-words'])).toHaveLength(1);
  });
});

describe('who said the PIN', () => {
  test('gets notes and the next slide, and may ask for four things', async () => {
    const headers = await comeIn('clicker');
    const { body } = await readView('clicker', headers);
    expect(findWords(body, secrets)).toEqual(secrets);
    for (const action of ['next', 'back', 'black', 'pause'])
      expect((await post('/do?as=clicker', action, headers)).status).toBe(204);
    for (const other of ['open', 'Next', '', '{"file":"/etc/passwd"}', 'x'.repeat(200)])
      expect((await post('/do?as=clicker', other, headers)).status).toBe(400);
  });

  test('has a cookie that no script reads and no other site sends', async () => {
    const { headers } = await post('/enter?as=clicker', ` ${pin} `);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^lectern-clicker-${port}=[\\w-]{24}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
  });

  test('cannot reach what the speaker alone has: editor, messages, files of the deck', async () => {
    const headers = await comeIn('clicker');
    for (const at of ['open', 'show', 'times', 'stage', 'renew'])
      expect((await post(`/lectern/${at}?token=${token}`, '{}', headers)).status).toBe(405);
    for (const at of ['/lectern/deck', `/lectern/events?token=${token}`, '/talk.md', '/../talk.md'])
      expect((await ask(at, { headers })).status).toBe(404);
  });
});

test.each([
  'evil.example',
  '127.0.0.1',
  'localhost',
  '[::1]',
  '127.0.0.2.evil.example',
  '0.0.0.0',
  '2130706434',
])('101, 102: asked as %j it answers nobody', async (host) => {
  const headers = { ...(await comeIn('clicker')), host };
  expect((await ask('/', { headers })).status).toBe(403);
  expect((await post('/do?as=clicker', 'next', headers)).status).toBe(403);
});

test.each([
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('103: pages of others do nothing, even with the cookie and the PIN: %j', async (from) => {
  const headers = { ...(await comeIn('clicker')), ...from } as Record<string, string>;
  expect((await post('/do?as=clicker', 'next', headers)).status).toBe(403);
  expect((await post('/enter?as=clicker', pin, headers)).status).toBe(403);
  expect((await ask('/events?as=clicker', { headers })).status).toBe(403);
  const { headers: answer } = await ask('/', { headers });
  expect(answer['access-control-allow-origin']).toBeUndefined();
});

test('107: headers beyond 8 KB are refused', async () => {
  expect((await ask('/', { headers: { cookie: 'x'.repeat(9000) } })).status).toBe(431);
});

test('109: a body beyond what a phone sends ends the connection', async () => {
  await expect(post('/enter?as=clicker', Buffer.alloc(50_000_000))).rejects.toThrow(
    /EPIPE|ECONNRESET|hang up/,
  );
  expect((await ask('/')).status).toBe(200);
});

test('108, 110: one machine gets no more than 48 connections, and the others still come in', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 80 }, () => {
      const socket = connect({ host: '127.0.0.2', port, localAddress: '127.0.0.3' });
      return new Promise<typeof socket>((resolve) => {
        socket.once('connect', () => resolve(socket));
        socket.once('error', () => resolve(socket));
      });
    }),
  );
  const ended = (socket: (typeof sockets)[number]) =>
    new Promise<boolean>((resolve) => {
      if (socket.destroyed) return resolve(true);
      socket.once('close', () => resolve(true));
      socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.2\r\n\r\n');
      socket.once('data', () => resolve(false));
    });
  const refused = (await Promise.all(sockets.map(ended))).filter(Boolean);
  expect(refused).toHaveLength(32);
  expect((await ask('/')).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test('ten wrong codes of one machine lock it out, and no other', async () => {
  const lock = await mkdtemp(path.join(tmpdir(), 'lectern-lock-'));
  const other = await serveDeck(lock, { 'talk.md': '# A talk\n' }, { remote: '127.0.0.2' });
  const { address, code: right } = other.server.doors?.follower ?? { address: '', code: '' };
  const tryFrom = (localAddress: string, said: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(
        new URL('/enter?as=follower', address),
        { method: 'POST', localAddress, agent: false },
        (response) => resolve(response.resume().statusCode),
      );
      asked.on('error', reject);
      asked.end(said);
    });
  for (let count = 0; count < 9; count += 1) expect(await tryFrom('127.0.0.3', 'wrong')).toBe(403);
  expect(await tryFrom('127.0.0.3', 'wrong')).toBe(423);
  expect(await tryFrom('127.0.0.3', right)).toBe(423);
  expect(await tryFrom('127.0.0.4', right)).toBe(204);
  await other.close();
  await rm(lock, { recursive: true, force: true });
});

test.each([
  '',
  '{}',
  'null',
  '[]',
  '{"page":"x"}',
  '{"page":1,"current":{"key":"a","step":0}}',
  'x'.repeat(300_000),
])('a page that says nothing of the talk changes nothing', async (body) => {
  const at = `${deck.server.url}lectern/stage?token=${token}`;
  const answer = await fetch(at, { method: 'POST', body }).catch(() => undefined);
  expect(answer?.status ?? 400).toBe(400);
  expect((await fetch(deck.server.url)).status).toBe(200);
});
