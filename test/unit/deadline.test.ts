/** What takes too long is ended in the midst of it, and the process goes on. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDeadline } from '../../src/output/deadline.js';
import { loadDeck } from '../../src/output/load.js';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

const refusal = new Error('too late');
const lateWithin = (milliseconds: number) => createDeadline(milliseconds, () => refusal);

describe('work with a deadline', () => {
  test.each<[string, () => unknown]>([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    [
      'a loop that catches all',
      () => {
        for (;;)
          try {
            JSON.parse('{');
          } catch {}
      },
    ],
    ['a regular expression', () => /(a+)+$/.test(`${'a'.repeat(50)}b`)],
    [
      'a promise that never gives back',
      () =>
        new Promise(() => {
          for (;;);
        }),
    ],
  ])('%s is ended', (_, work) => {
    expect(() => lateWithin(30)(work)).toThrow(refusal);
  });

  test('what is in time gives what it gives, and throws what it throws', async () => {
    const within = lateWithin(10_000);
    const value = { a: [1] };
    expect(within(() => value)).toBe(value);
    expect(await within(async () => value)).toBe(value);
    const mistake = new RangeError('mine');
    expect(() =>
      within(() => {
        throw mistake;
      }),
    ).toThrow(mistake);
  });

  test('several pieces share the time, and none begins after it', () => {
    const within = lateWithin(40);
    const spend = () => {
      const end = performance.now() + 25;
      while (performance.now() < end);
    };
    within(spend);
    expect(() => within(spend)).toThrow(refusal);
    expect(() => within(() => expect.unreachable())).toThrow(refusal);
  });
});

describe('a deck that takes longer than it may', () => {
  const slides = Array.from({ length: 3000 }, (_, index) => `## Slide ${index}\n\n- a *b* c\n- d`);
  const large = slides.join('\n\n---\n\n');

  test.each([20, 200])('is a typed error after %i ms, and the next deck is read', async (maxTime) => {
    const folder = makeFolder({ 'large.md': large, 'small.md': '# Small\n' });
    const shipped = await shippedFiles();
    await expect(loadDeck(path.join(folder, 'large.md'), { maxTime }, shipped)).rejects.toMatchObject({
      name: 'UserError',
      code: 'deck-timeout',
      message: expect.stringContaining('large.md') as string,
      hint: expect.stringContaining('--max-time') as string,
    });
    const { deck } = await loadDeck(path.join(folder, 'small.md'), {}, shipped);
    expect(deck.file.data.slides?.map(({ title }) => title)).toEqual(['Small']);
  });

  test('what it includes counts too', async () => {
    const folder = makeFolder({ 'talk.md': '::include{src=large.md}\n', 'large.md': large });
    const loading = loadDeck(path.join(folder, 'talk.md'), { maxTime: 200 }, await shippedFiles());
    await expect(loading).rejects.toMatchObject({ code: 'deck-timeout' });
  });

  test('ends a command with 2, and leaves the old page', async () => {
    const folder = makeFolder({ 'talk.md': '# Old\n' });
    const options = ['build', 'talk.md', '--out', 'out', '--no-cache', '--json'];
    expect((await runCli(options, folder)).code).toBe(0);
    await writeFile(path.join(folder, 'talk.md'), `${large}\n\n---\n\n${large}`);
    const { code, stdout } = await runCli([...options, '--max-time', '1'], folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'deck-timeout' } });
    await writeFile(path.join(folder, 'talk.md'), '# New\n');
    expect((await runCli([...options, '--max-time', '60'], folder)).code).toBe(0);
  });
});
