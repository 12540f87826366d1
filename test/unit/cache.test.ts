/** What is kept on the disk between runs changes how long a build takes, and nothing else. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../src/output/build.js';
import { openDiskMemo } from '../../src/output/cache/disk-memo.js';
import { type Cache, findCache } from '../../src/output/cache/find-cache.js';
import { projectFolder, shippedFiles } from '../support.js';

let folder = '';
let cache: Cache;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-cache-'));
  cache = await openCache('1');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openCache(version: string, home = 'home'): Promise<Cache> {
  const found = await findCache({ XDG_CACHE_HOME: path.join(folder, home) }, folder, version);
  if (!found) throw new Error('Unexpected end, expected a cache');
  return found;
}

/** Build a deck and read what was written; `made` counts what was not in the cache. */
async function buildDeck(deck: string, used: Cache | undefined) {
  const out = path.join(folder, 'out');
  const result = await build(
    { name: 'deck', path: deck },
    { out, cache: used, shipped: await shippedFiles() },
  );
  const html = await readFile(result.path, 'utf8');
  return { html, messages: result.file.messages.map(String), slides: result.file.data.slides };
}

async function packs(): Promise<string[]> {
  const names = await readdir(cache.folder);
  return names.filter((name) => name.endsWith('.deck')).map((name) => path.join(cache.folder, name));
}

async function writeDeck(text: string): Promise<string> {
  const deck = path.join(folder, 'deck.md');
  await writeFile(deck, text);
  return deck;
}

const slides = (word: string) =>
  [
    '# One',
    `# ${word}\n\n- a\n- b[^1]`,
    '# Three\n\n```js\nlet a = 1;\n```',
    '# Four\n\n$x^2$\n\n[^1]: Note.',
  ].join(`\n\n${'Words. '.repeat(100)}\n\n---\n\n`);

describe('a cache', () => {
  test('gives the bytes of a build without', async () => {
    const deck = path.join(projectFolder, 'slides', 'tour', 'deck.md');
    const without = await buildDeck(deck, undefined);
    expect(await buildDeck(deck, cache)).toEqual(without);
    expect(await buildDeck(deck, cache)).toEqual(without);
  });

  test('knows all of a deck that was not changed, and all but the slide that was', async () => {
    const deck = await writeDeck(slides('Two'));
    await buildDeck(deck, cache);
    const [pack = ''] = await packs();
    const before = Object.keys(JSON.parse((await readFile(pack)).subarray(32).toString()));
    await buildDeck(await writeDeck(slides('Other')), cache);
    const after = Object.keys(JSON.parse((await readFile(pack)).subarray(32).toString()));
    const fresh = after.filter((key) => !before.includes(key)).map((key) => key.replace(/:.*/, ''));
    // The part of the changed slide is read without labels and with them.
    expect(fresh.sort((one, other) => one.localeCompare(other))).toEqual([
      'access',
      'draw',
      'fit',
      'parse',
      'parse',
    ]);
    expect(after.length).toBe(before.length);
  });

  const damages: readonly (readonly [string, (bytes: Buffer) => Uint8Array])[] = [
    ['garbled', (bytes) => bytes.fill(7, bytes.length >> 1)],
    ['truncated', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of another signature', (bytes) => bytes.fill(0, 0, 32)],
    ['words', () => Buffer.from('no cache at all')],
  ];
  test.each(damages)('that is %s is made anew', async (_name, damage) => {
    const deck = await writeDeck(slides('Two'));
    const first = await buildDeck(deck, cache);
    const [pack = ''] = await packs();
    const whole = await readFile(pack);
    await writeFile(pack, damage(Buffer.from(whole)));
    expect(await buildDeck(deck, cache)).toEqual(first);
    expect((await readFile(pack)).equals(whole)).toBe(true);
  });

  test.each([
    ['another version', () => openCache('2')],
    ['another person', () => openCache('1', 'other')],
  ])('of %s is not read', async (_name, open) => {
    const memo = await openDiskMemo(cache, ['deck']);
    memo.keep('key', 'value');
    await memo.save();
    expect((await openDiskMemo(cache, ['deck'])).get('key')).toBe('value');
    const other = { ...(await open()), folder: cache.folder };
    expect((await openDiskMemo(other, ['deck'])).get('key')).toBeUndefined();
  });

  test('lets go what the last run did not ask for', async () => {
    for (const key of ['a', 'b']) {
      const memo = await openDiskMemo(cache, ['deck']);
      memo.keep(key, key);
      await memo.save();
    }
    const memo = await openDiskMemo(cache, ['deck']);
    expect([memo.get('a'), memo.get('b')]).toEqual([undefined, 'b']);
  });

  test('stays below its size: what was made longest ago goes first', async () => {
    for (const [age, name] of ['old.deck', 'older.deck'].entries()) {
      const file = path.join(cache.folder, name);
      await writeFile(file, Buffer.alloc(0));
      await truncate(file, 2 ** 27 - age * 2 ** 20);
      await utimes(file, 1000 - age, 1000 - age);
    }
    const memo = await openDiskMemo(cache, ['deck']);
    memo.keep('key', 'x'.repeat(2 ** 21));
    await memo.save();
    expect((await packs()).map((file) => path.basename(file))).toContain('old.deck');
    expect((await packs()).map((file) => path.basename(file))).not.toContain('older.deck');
  });

  test('is whole whoever writes it at the same time', async () => {
    const memos = await Promise.all([1, 2, 3, 4, 5].map(() => openDiskMemo(cache, ['deck'])));
    for (const [index, memo] of memos.entries()) memo.keep('key', String(index).repeat(100_000));
    await Promise.all(memos.map((memo) => memo.save()));
    expect((await openDiskMemo(cache, ['deck'])).get('key')).toMatch(/^(.)\1{99999}$/);
    expect(await readdir(cache.folder)).toHaveLength(1);
  });

  test('that cannot be written to is none', async () => {
    await writeFile(path.join(folder, 'file'), '');
    expect(await findCache({ XDG_CACHE_HOME: path.join(folder, 'file') }, folder, '1')).toBeUndefined();
    await rm(cache.folder, { recursive: true });
    await writeFile(cache.folder, 'no folder');
    const deck = await writeDeck(slides('Two'));
    expect(await buildDeck(deck, cache)).toEqual(await buildDeck(deck, undefined));
  });

  test('is the project’s where there is one, and its secret the person’s alone', async () => {
    const inner = path.join(folder, 'talks', 'deep');
    await mkdir(inner, { recursive: true });
    await mkdir(path.join(folder, 'node_modules'));
    await writeFile(path.join(folder, 'package.json'), '{}');
    const found = await findCache({ XDG_CACHE_HOME: path.join(folder, 'home') }, inner, '1');
    expect(found?.folder).toBe(path.join(folder, 'node_modules', '.cache', 'lectern'));
    const { mode } = await stat(path.join(folder, 'home', 'lectern', 'secret'));
    expect(mode & 0o077).toBe(0);
  });

  test('whose secret is damaged is none for one run, and then there again', async () => {
    const env = { XDG_CACHE_HOME: path.join(folder, 'home') };
    await findCache(env, folder, '1');
    await writeFile(path.join(folder, 'home', 'lectern', 'secret'), '');
    expect(await findCache(env, folder, '1')).toBeUndefined();
    expect((await findCache(env, folder, '1'))?.secret).toHaveLength(32);
    expect(await readdir(path.join(folder, 'home', 'lectern'))).toEqual(['decks', 'secret']);
  });

  test('is none for code that runs from its source, which has no version', async () => {
    expect(await findCache({ XDG_CACHE_HOME: folder }, folder)).toBeUndefined();
  });
});
