/** Files are written whole or not at all, and nothing temporary stays behind. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/output/write-file.js';
import { UserError } from '../../src/user-error.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeFileAtomically', () => {
  it('writes text and bytes', async () => {
    await writeFileAtomically(join(folder, 'a.txt'), 'Grüße');
    await writeFileAtomically(join(folder, 'b.bin'), new Uint8Array([0, 255]));
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('Grüße');
    expect([...(await readFile(join(folder, 'b.bin')))]).toEqual([0, 255]);
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.bin']);
  });

  it('replaces a file and keeps its permissions', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    await chmod(path, 0o600);
    await writeFileAtomically(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('makes the folders it needs', async () => {
    await writeFileAtomically(join(folder, 'one/two/a.txt'), 'x');
    expect(await readdir(join(folder, 'one/two'))).toEqual(['a.txt']);
  });

  it('137: lets several writers of one path leave one whole file', async () => {
    const path = join(folder, 'a.txt');
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
    await Promise.all(texts.map((text) => writeFileAtomically(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('takes a name as long as the file system allows', async () => {
    const name = `${'ü'.repeat(125)}.html`;
    await writeFileAtomically(join(folder, name), 'x');
    expect(await readdir(folder)).toEqual([name]);
  });

  it.each([
    ['a folder of that name', 'folder', 'EISDIR'],
    ['a file as the folder', 'file/a.txt', 'EEXIST'],
    ['a file among the parents', 'file/folder/a.txt', 'ENOTDIR'],
  ])('136: names path and cure at %s', async (_, name, code) => {
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file'), 'old');
    const error: unknown = await writeFileAtomically(join(folder, name), 'x').catch((reason) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'output-unwritable', message: expect.stringContaining(code) });
    expect((await readdir(folder)).sort()).toEqual(['file', 'folder']);
  });

  // A disk of 64 KB needs the right to mount; without it only these two are skipped.
  it.runIf(mayMount())(
    '134: keeps the old file when the disk is full (needs root to mount a small one)',
    async () => {
      await withSmallDisk(async (disk) => {
        await writeFileAtomically(join(disk, 'a.txt'), 'old');
        const error: unknown = await writeFileAtomically(join(disk, 'a.txt'), 'x'.repeat(1_000_000)).catch(
          (reason) => reason,
        );
        expect(error).toMatchObject({
          code: 'output-unwritable',
          message: expect.stringContaining('ENOSPC'),
        });
        expect(await readFile(join(disk, 'a.txt'), 'utf8')).toBe('old');
        expect(await readdir(disk)).toEqual(['a.txt']);
      });
    },
  );

  it.runIf(mayMount())('134: names a disk that is read-only (needs root to mount one)', async () => {
    await withSmallDisk(async (disk) => {
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const error: unknown = await writeFileAtomically(join(disk, 'a.txt'), 'x').catch((reason) => reason);
      expect(error).toMatchObject({ code: 'output-unwritable', message: expect.stringContaining('EROFS') });
    });
  });
});

async function withSmallDisk(use: (disk: string) => Promise<void>): Promise<void> {
  const disk = await mkdtemp(join(tmpdir(), 'small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  try {
    await use(disk);
  } finally {
    execFileSync('umount', [disk]);
    await rm(disk, { recursive: true });
  }
}

function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]).status === 0;
  if (mounted) execFileSync('umount', [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
}
