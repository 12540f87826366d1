/** Two servers on one deck, as two terminals start them: each has a port, both follow every save, and none ends the other. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveDeck } from '../browser/live-deck.js';

test('both show what is saved, also when one of them ends', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-two-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = { 'talk.md': '# A talk\n' };
  const one = await serveDeck(folder, files);
  const other = await serveDeck(folder, files);
  onTestFinished(() => other.close());
  expect(one.server.url).not.toBe(other.server.url);
  const read = async ({ server }: typeof one) => (await fetch(server.url)).text();
  const tokens = [await read(one), await read(other)].map((page) => /data-live="([^"]+)"/.exec(page)?.[1]);
  expect(new Set(tokens).size).toBe(2);
  await one.save('talk.md', '# For both\n');
  await Promise.all([one.attempts(1), other.attempts(1)]);
  expect(await read(one)).toContain('For both');
  expect(await read(other)).toContain('For both');
  await one.close();
  await other.save('talk.md', '# For one\n');
  await other.attempts(2);
  expect(await read(other)).toContain('For one');
  expect([one.failures, other.failures]).toEqual([[], []]);
});
