/** Who may listen to the dev server, and that nothing kills it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveDeck, serveDeck } from '../browser/live-deck.js';

let deck: LiveDeck;
let folder: string;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-dev-'));
  deck = await serveDeck(folder, { 'talk.md': '# A talk\n' });
  token = (await fetch(deck.server.url)).headers.get('lectern-live') ?? '';
});
afterAll(async () => {
  await deck.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(new URL(address, deck.server.url), { headers });
  await answer.body?.cancel();
  return answer.status;
};

test.each(['/lectern/events', '/lectern/deck'])(
  '103: %s wants the token, and no page of another origin',
  async (at) => {
    const origin = new URL(deck.server.url).origin;
    expect(await ask(at)).toBe(403);
    expect(await ask(`${at}?token=${token}x`)).toBe(403);
    expect(await ask(`${at}?token=${token}`)).toBe(200);
    expect(await ask(`${at}?token=${token}`, { origin })).toBe(200);
    for (const other of [
      'http://evil.example',
      'http://1.2.3.4',
      'null',
      origin.replace('127.0.0.1', 'localhost'),
    ])
      expect(await ask(`${at}?token=${token}`, { origin: other })).toBe(403);
    expect(await ask(`${at}?token=${token}`, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  },
);

test('110: more pages than a person has windows are refused, and the server lives', async () => {
  const opened = await Promise.all(
    Array.from({ length: 80 }, () => fetch(`${deck.server.url}lectern/events?token=${token}`)),
  );
  expect(opened.filter(({ status }) => status === 503).length).toBeGreaterThanOrEqual(10);
  for (const { body } of opened) await body?.cancel();
  expect(await ask('/')).toBe(200);
});

test('the page alone carries the token and may ask its server; a built page may not', async () => {
  const html = await (await fetch(deck.server.url)).text();
  const found = (pattern: RegExp) => pattern.exec(html)?.[1];
  expect(found(/data-live="([^"]*)"/)).toBe(token);
  expect(found(/connect-src ([^ ]*self)/)).toContain('self');
  expect(found(/<section[^>]* data-key="[\w-]{16}" data-file="[^"]*talk\.md" data-line="(\d+)"/)).toBe('1');
});

test('114: text that no parser comes through leaves the last good deck', async () => {
  await deck.save('talk.md', '> '.repeat(500_000));
  await deck.attempts(1);
  expect(await ask('/')).toBe(200);
});
