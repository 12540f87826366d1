/**
 * Takes an output folder and work that writes there, and does the work while no other run of ours writes there too. Every file is
 * whole by itself; the lock keeps the files of one run together. It lies in the system's temporary folder, by the path's hash.
 */
import { createHash, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, UserError } from '../user-error.js';
import { isAlive } from './is-alive.js';

/** How long to wait for the other run. */
const longest = 600_000;
const pause = 50;

/** The last work of this process for each folder: it waits for itself without a file. */
const last = new Map<string, Promise<unknown>>();

/** Do work that writes into a folder, alone. */
export async function lockOutput<Result>(
  folder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
  patience = longest,
): Promise<Result> {
  const name = path.resolve(folder);
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(() => workAlone(name, signal, work, patience));
  const settled = mine.catch(() => undefined);
  last.set(name, settled);
  try {
    return await mine;
  } finally {
    if (last.get(name) === settled) last.delete(name);
  }
}

async function workAlone<Result>(
  folder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
  patience: number,
): Promise<Result> {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const file = path.join(tmpdir(), `lectern-lock-${hash}`);
  const locked = await take(file, signal, folder, patience);
  try {
    return await work();
  } finally {
    if (locked) await rm(file, { force: true }).catch(() => undefined);
  }
}

/** Take the lock; false where the temporary folder does not let us, which is no reason to write nothing. */
async function take(
  file: string,
  signal: AbortSignal | undefined,
  folder: string,
  patience: number,
): Promise<boolean> {
  const end = Date.now() + patience;
  for (;;) {
    signal?.throwIfAborted();
    const owner = await tryTake(file);
    if (owner === 'us') return true;
    if (owner === 'nobody') return false;
    if (Date.now() > end)
      throw new UserError(
        'output-busy',
        `Another run (process ${owner}) still writes to \`${folder}\``,
        'Wait for its end, or choose another folder with `--out`.',
      );
    await wait(pause, undefined, signal ? { signal } : {}).catch(() => undefined);
  }
}

/** The lock appears with its owner's number in it, in one step: a half-written one would seem to be nobody's. */
async function tryTake(file: string): Promise<'us' | 'nobody' | number> {
  const own = `${file}-${process.pid}-${randomUUID()}`;
  try {
    const handle = await open(own, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    await link(own, file);
    return 'us';
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return 'nobody';
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (owner === process.pid || !isAlive(owner)) await removeStale(file, owner, own);
  return owner;
}

/** Take away the lock of a run that was killed. Of several that see it, one may have its own there by now: that is put back. */
async function removeStale(file: string, owner: number, own: string): Promise<void> {
  const aside = `${own}-stale`;
  try {
    await rename(file, aside);
    if (Number(await readFile(aside, 'utf8')) !== owner) await link(aside, file);
  } catch {
    // Somebody was faster.
  } finally {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}
