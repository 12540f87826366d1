/** The guard of paths: what a deck names is read only inside its folder, as a file, and of a size; and what it wrote is resolved without a disk. */
import { execFileSync } from 'node:child_process';
import { link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodePath, resolvePath } from '../../src/deck/sources.js';
import { readInside } from '../../src/output/read-inside.js';

let parent = '';
let root = '';

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'read-inside-'));
  root = path.join(parent, 'deck');
  await mkdir(path.join(root, 'media'), { recursive: true });
  await writeFile(path.join(root, 'media', 'a.txt'), 'mine');
  await mkdir(path.join(parent, 'deck-of-another'));
  await writeFile(path.join(parent, 'deck-of-another', 'a.txt'), 'secret');
  await writeFile(path.join(parent, 'secret.txt'), 'secret');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const read = async (name: string, folder = root) => {
  const bytes = await readInside(folder, name);
  return bytes && Buffer.from(bytes).toString();
};

describe('a file', () => {
  test('inside the folder is read, also through links that stay in it, and in the root of the disk', async () => {
    await symlink('a.txt', path.join(root, 'media', 'b.txt'));
    await symlink(path.join(root, 'media'), path.join(root, 'more'));
    expect(await read('media/a.txt')).toBe('mine');
    expect(await read('media/b.txt')).toBe('mine');
    expect(await read('more/b.txt')).toBe('mine');
    expect(await read('media/../media/a.txt')).toBe('mine');
    expect(await read(path.join(root, 'media/a.txt').slice(1), '/')).toBe('mine');
  });

  test('in a folder that is a link itself is read', async () => {
    await symlink(root, path.join(parent, 'link'));
    expect(await read('media/a.txt', path.join(parent, 'link'))).toBe('mine');
  });

  test.each([
    ['above it', '../secret.txt'],
    ['of a neighbour with a like name', '../deck-of-another/a.txt'],
    ['that is not there', 'none.txt'],
    ['that is a folder', 'media'],
    ['that is the folder itself', '.'],
    ['with a NUL in its name', 'media/a.txt\0'],
  ])('%s is none', async (_, name) => expect(await read(name)).toBeUndefined());

  test.each([
    ['a link to a file above', 'secret.txt', 'out.txt', 'out.txt'],
    ['a link to a folder beside', 'deck-of-another', 'out', 'out/a.txt'],
    ['a link to the parent', '.', 'up', 'up/secret.txt'],
  ])('behind %s is none', async (_, target, name, wanted) => {
    await symlink(path.join(parent, target), path.join(root, name));
    expect(await read(wanted)).toBeUndefined();
  });

  test('that is a pipe is none, at once', async () => {
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    expect(await read('pipe')).toBeUndefined();
  });

  test('that is a device is none', async () => {
    expect(await read('null', '/dev')).toBeUndefined();
  });

  test('that is as large as may be is looked at, and one byte more is none', async () => {
    const file = path.join(root, 'large.bin');
    await writeFile(file, '');
    await truncate(file, 2 ** 29 + 1);
    expect(await readInside(root, 'large.bin')).toBeUndefined();
    await truncate(file, 2 ** 29);
    expect((await readInside(root, 'large.bin'))?.length).toBe(2 ** 29);
  });

  test('with a second name elsewhere is the same file', async () => {
    await link(path.join(parent, 'secret.txt'), path.join(root, 'hard.txt'));
    expect(await read('hard.txt')).toBe('secret');
  });
});

describe('a path as it is written', () => {
  test.each([
    ['a.png', 'a.png'],
    ['./a.png', 'a.png'],
    ['media//a.png', 'media/a.png'],
    ['media/./x/../a.png', 'media/a.png'],
    ['a%20b.png?x=1#y', 'a b.png'],
    ['a.png#x?y', 'a.png'],
    ['100%.png', '100%.png'],
    ['1a:b', '1a:b'],
    ['.../a', '.../a'],
    ['', ''],
  ])('%j is inside: %j', (url, expected) => {
    expect(resolvePath(url)).toEqual({ kind: 'inside', path: expected });
  });

  test.each([
    '../a.png',
    'media/../../a.png',
    '%2e%2e/a.png',
    'a/%2E%2E/../b',
    '/etc/passwd',
    '%2Fetc/passwd',
    '\\\\server\\share',
    'media\\a.png',
    'a%5Cb',
    'a%00.png',
    'C:/a.png',
    'c:a.png',
    'file:///etc/passwd',
    'FILE:/etc/passwd',
  ])('%j is outside', (url) => expect(resolvePath(url)).toEqual({ kind: 'outside' }));

  test.each([
    'https://a.b/c',
    'HTTP://a.b',
    '//a.b/c',
    'data:text/plain,x',
    'x-y+z.1:q',
    'profile:x',
    'ab:x',
  ])('%j is elsewhere', (url) => expect(resolvePath(url)).toEqual({ kind: 'remote' }));

  test('is decoded, or stays where that cannot be', () => {
    expect(['%C3%BC', '%', 'a%2fb'].map(decodePath)).toEqual(['ü', '%', 'a/b']);
  });
});
