/** Files are written whole or not at all, and nothing temporary stays behind. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainWriteError, writeFileAtomically } from '../../src/output/write-file.js';
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

  it.runIf(process.platform === 'linux').each(['/proc/x/a.txt', '/proc/self/x/y/a.txt', '/sys/x/a.txt'])(
    'does not wait for ever for a folder that the system does not make: %s',
    async (path) => {
      await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({ code: 'output-unwritable' });
    },
  );

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

  it('leaves nothing temporary where a folder stands in the place of the file', async () => {
    await mkdir(join(folder, 'a.txt', 'inner'), { recursive: true });
    await expect(writeFileAtomically(join(folder, 'a.txt'), 'x')).rejects.toBeInstanceOf(UserError);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('throws what it does not know as it came', async () => {
    const path = join(folder, 'a\0b');
    await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
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

describe('what a killed run left', () => {
  const mine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
  /** No process has a number as large. */
  const dead = 2 ** 22 + 5;
  const random = '0123456789ab';

  async function sweepBeside(names: readonly string[]): Promise<string[]> {
    for (const name of names) await writeFile(join(folder, name), '');
    await writeFileAtomically(join(folder, 'new.txt'), 'x');
    return (await readdir(folder)).filter((name) => name !== 'new.txt').sort();
  }

  it('is removed, whatever its name', async () => {
    const names = [
      `.a.txt.${mine}-${dead}-${random}.tmp`,
      `.\n.${mine}-${dead}-${random}.tmp`,
      `..${mine}-${dead}-${random}.tmp`,
    ];
    expect(await sweepBeside(names)).toEqual([]);
  });

  it.each([
    ['a run that goes on', `.a.txt.${mine}-${process.pid}-${random}.tmp`],
    ['another machine', `.a.txt.000000-${dead}-${random}.tmp`],
    ['nobody we know', `.a.txt.${dead}-${random}.tmp`],
    ['another writer, without our dot', `.a.txt${mine}-${dead}-${random}.tmp`],
    ['somebody whose files are seen', `a.txt.${mine}-${dead}-${random}.tmp`],
    ['somebody with other random letters', `.a.txt.${mine}-${dead}-0123456789aB.tmp`],
    ['somebody with more of them', `.a.txt.${mine}-${dead}-${random}0.tmp`],
    ['somebody with fewer of them', `.a.txt.${mine}-${dead}-0123456789a.tmp`],
    ['somebody without a number', `.a.txt.${mine}--${random}.tmp`],
    ['an editor', `.a.txt.${mine}-${dead}-${random}.tmp~`],
    ['a name that begins otherwise', `b.a.txt.${mine}-${dead}-${random}.tmp`],
  ])('stays when it is of %s', async (_, name) => expect(await sweepBeside([name])).toEqual([name]));

  it('is looked for once in a folder', async () => {
    await writeFileAtomically(join(folder, 'first.txt'), 'x');
    const name = `.a.txt.${mine}-${dead}-${random}.tmp`;
    expect(await sweepBeside([name])).toEqual(['first.txt', name].sort());
  });
});

describe('the cure', () => {
  const named = (code: string) => Object.assign(new Error('no'), { code });

  it.each([
    ['EACCES', 'Choose a folder you may write to with `--out`, or change its permissions.'],
    ['EPERM', 'Choose a folder you may write to with `--out`, or close the program that holds the file.'],
    ['EROFS', 'Choose a folder on a disk that is not read-only with `--out`.'],
    ['ENOSPC', 'Free some space on the disk, or choose another with `--out`.'],
    ['EDQUOT', 'Free some of your disk quota, or choose another disk with `--out`.'],
    ['ENOENT', 'Choose an output path in a folder that files can be put into.'],
    ['ENOTDIR', 'Choose an output path whose parents are all folders.'],
    ['EEXIST', 'Choose an output path whose parents are all folders.'],
    ['EISDIR', 'Remove the folder of that name, or choose another output path.'],
    ['ENAMETOOLONG', 'Choose a shorter output path.'],
  ])('of %s is: %s', (code, hint) => {
    const cause = named(code);
    const error = explainWriteError(cause, 'out/a.txt');
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'output-unwritable',
      message: `Cannot write \`out/a.txt\` (${code}).`,
      hint,
      cause,
    });
  });

  it.each([named('EIO'), named('constructor'), new Error('x'), 'x', undefined])(
    'of %s is not known',
    (error) => {
      expect(explainWriteError(error, 'a.txt')).toBe(error);
    },
  );
});
