/** Disks that are full or read-only, and files that somebody reads: the old document stays whole, and nothing else is left. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { print } from '../../src/output/print.js';
import { shippedFiles } from '../support.js';

const deck = '---\ntitle: T\n---\n\n# One\n\n---\n\n## Two\n\nSome text.\n';
const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-disk-'));
const small = path.join(folder, 'small');
await mkdir(small);
/** Only root may; elsewhere these tests are skipped. */
const isMounted = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=8k', 'none', small);

beforeAll(() => writeFile(path.join(folder, 'deck.md'), deck));
afterAll(async () => {
  if (isMounted) spawnSync('umount', [small]);
  await rm(folder, { recursive: true, force: true });
});

const printTo = async (out: string) =>
  print([{ name: 'out', path: path.join(folder, 'deck.md') }], { out, shipped: await shippedFiles() });

describe.skipIf(!isMounted)('(skipped where no disk may be mounted)', () => {
  test.each([
    ['a full disk', 'ENOSPC', () => true],
    ['a disk that is read-only', 'EROFS', () => mount('-o', 'remount,ro', small)],
  ])('%s', async (_, code, prepare) => {
    const file = path.join(small, 'out', 'slides.pdf');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, 'old');
    expect(prepare()).toBe(true);
    await expect(printTo(small)).rejects.toMatchObject({
      code: 'output-unwritable',
      message: expect.stringContaining(code),
    });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(path.dirname(file))).toEqual(['slides.pdf']);
  });
});

test('who reads the old document reads it to its end, and finds the new one afterwards', async () => {
  const file = path.join(folder, 'out', 'slides.pdf');
  await mkdir(path.dirname(file));
  await writeFile(file, 'the old document');
  const reader = await open(file, 'r');
  await printTo(folder);
  expect(await reader.readFile('utf8')).toBe('the old document');
  await reader.close();
  expect((await readFile(file, 'latin1')).slice(0, 5)).toBe('%PDF-');
  expect(await readdir(path.dirname(file))).toEqual(['slides.pdf']);
});
