/** What the dev server answers and what it refuses: real requests over a real socket, byte for byte where it matters. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRange } from '../../src/server/respond.js';
import { type Serving, serve } from '../../src/server/serve.js';

let serving: Serving;
let port: number;

beforeAll(async () => {
  const files = new Map([
    ['/', { body: '<p>page', type: 'text/html' }],
    ['/talk.assets/film.mp4', { body: Buffer.from('0123456789'), type: 'video/mp4' }],
  ]);
  serving = await serve({ find: (path) => files.get(path) }, { port: 0 });
  port = Number(new URL(serving.url).port);
});
afterAll(() => serving.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Send bytes as they are and read the first line of the answer. */
function askRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve('closed'));
  });
}

test.each([
  ['127.0.0.1', 200],
  ['localhost', 200],
  ['LOCALHOST:8000', 200],
  ['[::1]:8000', 200],
  ['evil.example', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost.', 403],
  ['127.0.0.1@evil.example', 403],
  ['2130706433', 403],
])('101, 102: the host %s is answered with %i', async (host, status) => {
  expect((await ask('/', { host })).status).toBe(status);
});

test('104: pages of others cannot read what is here', async () => {
  const { headers } = await ask('/', { origin: 'http://evil.example' });
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect((await ask('/', {}, 'OPTIONS')).status).toBe(405);
});

test.each([
  ['GET http://evil.example/ HTTP/1.1', 400],
  ['GET //evil.example/ HTTP/1.1', 400],
  ['OPTIONS * HTTP/1.1', 405],
  ['GET /#/x HTTP/1.1', 400],
  ['GET /.env HTTP/1.1', 404],
  ['GET /..%2f..%2fetc/passwd HTTP/1.1', 404],
  ['GET /talk.assets/../package.json HTTP/1.1', 404],
  ['GET /%00 HTTP/1.1', 404],
  ['GET /%E0%A4%A HTTP/1.1', 404],
  ['GET /?raw?? HTTP/1.1', 200],
  [`GET /${'a'.repeat(8000)} HTTP/1.1`, 400],
  [`GET /${'a'.repeat(100_000)} HTTP/1.1`, 431],
  ['TRACE / HTTP/1.1', 405],
  ['POST / HTTP/1.1\r\ncontent-length: 1000000000', 405],
])('106, 109, 111, 116: %s', async (line, status) => {
  expect(await askRaw(`${line}\r\nhost: 127.0.0.1\r\n\r\n`)).toContain(` ${status} `);
  expect((await ask('/')).status).toBe(200);
});

test('107: two thousand headers are refused or ignored, and the server lives', async () => {
  const headers = Array.from({ length: 2001 }, (_, index) => `x-${index}: y\r\n`).join('');
  expect(await askRaw(`GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n`)).toMatch(/ (200|431) /);
  expect((await ask('/')).status).toBe(200);
});

describe('ranges', () => {
  test('a part of a film is a part of its bytes', async () => {
    const { status, headers, body } = await ask('/talk.assets/film.mp4', { range: 'bytes=2-4' });
    expect([status, body, headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await ask('/talk.assets/film.mp4', { range: 'bytes=50-' })).status).toBe(416);
    expect((await ask('/talk.assets/film.mp4', {}, 'HEAD')).headers['content-length']).toBe('10');
  });

  test.each([
    [undefined, undefined],
    ['bytes=0-', { from: 0, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-300', { from: 0, to: 9 }],
    ['bytes=4-400', { from: 4, to: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=4-2', 'none'],
    ['bytes=1-2,4-5', undefined],
    ['bytes=-', undefined],
    ['lines=1-2', undefined],
  ] as const)('%s', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });
});
