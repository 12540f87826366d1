/**
 * Takes a path and bytes, leaves the whole file or the old one, never a part.
 * A step of its own because a plain `writeFile` that is killed or meets a full disk leaves a torn file.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { lookUp } from '../look-up.js';
import { errorCode, UserError } from '../user-error.js';
import { isAlive } from './is-alive.js';
import { makeFolders } from './make-folders.js';

const HINTS: Readonly<Record<string, string>> = {
  EACCES: 'Choose a folder you may write to with `--out`, or change its permissions.',
  EPERM: 'Choose a folder you may write to with `--out`, or close the program that holds the file.',
  EROFS: 'Choose a folder on a disk that is not read-only with `--out`.',
  ENOSPC: 'Free some space on the disk, or choose another with `--out`.',
  EDQUOT: 'Free some of your disk quota, or choose another disk with `--out`.',
  ENOENT: 'Choose an output path in a folder that files can be put into.',
  ENOTDIR: 'Choose an output path whose parents are all folders.',
  EEXIST: 'Choose an output path whose parents are all folders.',
  EISDIR: 'Remove the folder of that name, or choose another output path.',
  ENAMETOOLONG: 'Choose a shorter output path.',
};

/** A folder may be shared between machines, on which a number means another process. */
const mark = `.${createHash('sha256').update(hostname()).digest('hex').slice(0, 6)}-`;
const leftover = new RegExp(`^\\..*${mark.replace('.', '\\.')}(\\d+)-[0-9a-f]{12}\\.tmp$`, 's');

/** Write a file, and the folders it needs, so that a reader, a kill or a full disk meets the old bytes or the new ones, nothing between. */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${shorten(basename(path))}${mark}${process.pid}-${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    await makeFolders(dirname(path));
    await sweep(dirname(path));
    await writeAndSync(temporary, data, await statOf(path));
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainWriteError(error, path);
  }
}

const swept = new Set<string>();

/** Remove what killed runs of ours left in a folder, once: names tell machine and process, those of others are left alone. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of await readdir(folder)) {
    const [, owner] = leftover.exec(name) ?? [];
    if (owner !== undefined && !isAlive(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

async function writeAndSync(path: string, data: string | Uint8Array, old: Stats | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    // Keep permissions and owner of the file that is replaced: someone may have closed it to others, or shares it with them.
    if (old) {
      await handle.chown(old.uid, old.gid).catch(() => undefined);
      await handle.chmod(old.mode & 0o777);
    }
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name may have 255 bytes; ours adds some forty to it. */
function shorten(name: string): string {
  return Buffer.from(name).subarray(0, 200).toString('utf8').replace(/�+$/u, '');
}

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** Only after this has the rename reached the disk; Windows cannot open folders and needs no such call. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Say what the system refused, and the cure; what it is not known for is thrown as it came. */
export function explainWriteError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  const hint = code === undefined ? undefined : lookUp(HINTS, code);
  if (hint === undefined) return error;
  return new UserError('output-unwritable', `Cannot write \`${path}\` (${code}).`, hint, { cause: error });
}
