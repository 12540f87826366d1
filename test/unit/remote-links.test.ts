/** Links to the network, asked of a server on this machine: what is dead is said, what is only unfriendly is not, and politely. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkRemoteLinks, type LinkCache } from '../../src/output/check/check-remote-links.js';
import { defaultLimits } from '../../src/output/remote/fetch-medium.js';
import { compileText } from '../support.js';

/** Answer by path: `/404`, `/head-405` (GET is fine), `/to/…` redirects. */
async function serve() {
  const asked: string[] = [];
  let busy = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    busy += 1;
    most = Math.max(most, busy);
    response.on('close', () => (busy -= 1));
    const { url = '/', method } = request;
    const status =
      url.startsWith('/head-405') && method === 'HEAD' ? 405 : Number(/^\/(\d{3})/.exec(url)?.[1] ?? 200);
    if (url.startsWith('/to')) response.writeHead(302, { location: url.slice(3) || '/to' }).end();
    else if (url !== '/silent') response.writeHead(status).end('body');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, asked, most: () => most };
}

async function check(paths: readonly string[], base: string, cache: LinkCache = new Map(), loopback = true) {
  const links = paths.map((one) => `- [page ${one}](${one.startsWith('http') ? one : base + one})`);
  const { tree, file } = await compileText(`## Links\n\n${links.join('\n')}\n`);
  const before = file.messages.length;
  await checkRemoteLinks(tree, file, { ...defaultLimits, loopback, timeoutMs: 400 }, cache);
  return file.messages
    .slice(before)
    .map(({ actual, note, ruleId }) => [ruleId, actual?.replace(base, ''), note]);
}

test('dead links are said, with the reason', async () => {
  const { base } = await serve();
  const dead = await check(
    ['/200', '/404', '/500x', '/head-405', '/403', '/to/200', '/to/404', '/to', '/silent', '#local'],
    base,
  );
  expect(dead.map(([, target, note]) => [target, note])).toEqual([
    ['/404', 'The server answers 404.'],
    ['/500x', 'The server answers 500.'],
    ['/to/404', 'The server answers 404.'],
    ['/to', 'It redirects more than 5 times.'],
    ['/silent', 'It took longer than 0.4 seconds.'],
  ]);
  expect(new Set(dead.map(([ruleId]) => ruleId))).toEqual(new Set(['link-remote-dead']));
});

test('an address is asked for once in a run, a host one request at a time, with HEAD first', async () => {
  const { base, asked, most } = await serve();
  const cache: LinkCache = new Map();
  await check(['/a', '/a#part', '/b', '/head-405'], base, cache);
  await check(['/a', '/b'], base, cache);
  expect(asked).toEqual(['HEAD /a', 'HEAD /b', 'HEAD /head-405', 'GET /head-405']);
  expect(most()).toBe(1);
});

test('a deck reaches nothing on this machine or its network', async () => {
  const { base, asked } = await serve();
  const dead = await check(['/a', 'http://10.0.0.1/x'], base, new Map(), false);
  expect(dead).toHaveLength(2);
  expect(asked).toEqual([]);
});
