/** What is kept of rehearsals, what is planned from it, and how it becomes `minutes` of a deck. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatRehearsals, medianTimes, parseRehearsals } from '../../src/deck/rehearsal.js';
import { loadDeck } from '../../src/output/load.js';
import { keepRehearsals } from '../../src/output/rehearsal/keep-rehearsal.js';
import { writeMinutes } from '../../src/output/rehearsal/write-minutes.js';
import { makeFolder } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

const began = '2026-11-01T10:00:00.000Z';

describe('the file', () => {
  test('comes back as it was written', () => {
    const runs = [
      { began, seconds: { a: 12.5, b: 0 } },
      { talk: 'short', began, seconds: {} },
    ];
    expect(parseRehearsals(formatRehearsals(runs))).toEqual(runs);
  });

  test.each([
    '',
    '{',
    '[]',
    '{"runs":{}}',
    '{"runs":[1]}',
    '{"runs":[{"began":"x","seconds":{"a":-1}}]}',
    '{"runs":[{"began":"x","seconds":{"a":1e9}}]}',
    '{"runs":[{"began":"x","seconds":null}]}',
    '{"runs":[{"began":"x","seconds":{},"talk":1}]}',
    '{"runs":[{"seconds":{}}]}',
  ])('%s is none', (text) => {
    expect(parseRehearsals(text)).toBeUndefined();
  });

  test('of a talk gives the median of its own rehearsals, else of any', () => {
    const runs = [10, 30, 20].map((a) => ({ began, seconds: { a } }));
    const own = [1, 2].map((a) => ({ talk: 'short', began, seconds: { a } }));
    const other = { began, seconds: { b: 7, __proto__: 5 } };
    expect([...medianTimes([...runs, ...own, other], undefined)]).toEqual([
      ['a', 20],
      ['b', 7],
    ]);
    expect([...medianTimes([...runs, ...own, other], 'short')]).toEqual([
      ['a', 1.5],
      ['b', 7],
    ]);
  });
});

describe('a rehearsal', () => {
  const keep = (folder: string, talk?: string) =>
    keepRehearsals({ name: 'talk', path: path.join(folder, 'talk.md'), talk }, () => new Date(began));

  test('is kept behind the earlier ones, a page each, without slides that were passed by', async () => {
    const folder = makeFolder({
      'talk.md': '# A\n',
      'talk.rehearsal.json': formatRehearsals([{ began, seconds: { a: 1 } }]),
    });
    const keeper = await keep(folder, 'short');
    expect(keeper.take('{"run":"x","seconds":{"a":1.25}}')).toBe(true);
    expect(keeper.take('{"run":"x","seconds":{"a":61.25,"b":0.5,"c":3}}')).toBe(true);
    expect(keeper.take('{"run":"y","seconds":{"b":0.2}}')).toBe(true);
    const runs = [
      { began, seconds: { a: 1 } },
      { talk: 'short', began, seconds: { a: 61.3, c: 3 } },
    ];
    expect(await keeper.write()).toEqual(runs);
    expect(parseRehearsals(await readFile(path.join(folder, 'talk.rehearsal.json'), 'utf8'))).toEqual(runs);
  });

  test.each([
    '',
    '{}',
    '[]',
    '{"run":1,"seconds":{}}',
    '{"run":"x","seconds":{"a":"1"}}',
    '{"run":"x","seconds":{"a":-1}}',
  ])('takes no report of %s', async (text) => {
    expect((await keep(makeFolder())).take(text)).toBe(false);
  });

  test('over a damaged file is refused, and the file stays', async () => {
    const folder = makeFolder({ 'talk.rehearsal.json': '{ mine' });
    await expect(keep(folder)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await readFile(path.join(folder, 'talk.rehearsal.json'), 'utf8')).toBe('{ mine');
  });
});

describe('minutes', () => {
  const write = async (files: Record<string, string>, seconds: Record<string, number>) => {
    const folder = makeFolder(files);
    const deck = path.join(folder, 'talk.md');
    const shipped = await shippedFiles();
    const result = await writeMinutes(deck, new Map(Object.entries(seconds)), (bytes) =>
      loadDeck(deck, { bytes }, shipped),
    );
    return { ...result, text: await readFile(deck, 'utf8') };
  };

  test.each([
    ['# A\n', '::slide{minutes=1.5}\n\n# A\n'],
    ['::slide\n\n# A\n', '::slide{minutes=1.5}\n\n# A\n'],
    ['::slide{#a}\n\n# A\n', '::slide{#a minutes=1.5}\n\n# A\n'],
    ['::slide{#a .b minutes=3 layout=center}\n\n# A\n', '::slide{#a .b minutes=1.5 layout=center}\n\n# A\n'],
    ['::slide{minutes="3"}\n\n# A\n', '::slide{minutes=1.5}\n\n# A\n'],
    ['---\ntitle: T\n---\n\n# A\n', '---\ntitle: T\n---\n\n::slide{minutes=1.5}\n\n# A\n'],
    ['# A\r\n\r\nText.\r\n', '::slide{minutes=1.5}\r\n\r\n# A\r\n\r\nText.\r\n'],
    [
      '---\nslide-level: 1\n---\n\n# A\n\nText.\n',
      '---\nslide-level: 1\n---\n\n# A\n\n::slide{minutes=1.5}\n\nText.\n',
    ],
  ])('are written into %j', async (before, after) => {
    const { text, written } = await write({ 'talk.md': before }, { a: 88 });
    expect(text).toBe(after);
    expect(written).toBe(1);
  });

  test('of many slides, also in stacks, leave the others as they are', async () => {
    const deck = '# A\n\n---\n\n::::stack\n\n## B\n\n---\n\n::slide{#c}\n\n## C\n\n::::\n\n---\n\n## D\n';
    const { text, written } = await write({ 'talk.md': deck }, { a: 6, b: 60, c: 61, gone: 9 });
    expect(text).toBe(
      '::slide{minutes=0.1}\n\n# A\n\n---\n\n::::stack\n\n::slide{minutes=1}\n\n## B\n\n---\n\n::slide{#c minutes=1}\n\n## C\n\n::::\n\n---\n\n## D\n',
    );
    expect(written).toBe(3);
  });

  test('of slides from other files are named and not written', async () => {
    const files = { 'talk.md': '# A\n\n---\n\n::include{src=part.md}\n', 'part.md': '# P\n' };
    const { text, elsewhere, written } = await write(files, { a: 60, p: 60 });
    expect(text).toBe('::slide{minutes=1}\n\n# A\n\n---\n\n::include{src=part.md}\n');
    expect([elsewhere, written]).toEqual([['p'], 1]);
  });

  test('that are there already are not written again', async () => {
    const deck = '::slide{minutes=1}\n\n# A\n';
    expect(await write({ 'talk.md': deck }, { a: 60 })).toMatchObject({ text: deck, written: 0 });
  });

  test('that would change the slides are refused, and the deck stays', async () => {
    const deck = '# A\n\n```md\n::slide{#b}\n```\n';
    const folder = makeFolder({ 'talk.md': deck });
    const file = path.join(folder, 'talk.md');
    const shipped = await shippedFiles();
    const load = (bytes: Uint8Array) => loadDeck(file, { bytes }, shipped);
    await expect(writeMinutes(file, new Map([['a', 60]]), load)).rejects.toMatchObject({
      code: 'input-invalid',
    });
    expect(await readFile(file, 'utf8')).toBe(deck);
    await writeFile(file, deck);
  });
});
