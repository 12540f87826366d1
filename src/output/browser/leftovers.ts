/**
 * Takes a folder and a prefix, leaves it without what killed runs of ours left there.
 * A step of its own because a run that gets SIGKILL cannot tidy up: the next one does, by the process id in the name.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../is-alive.js';

/** Make a name that says which process owns the folder. */
export function leftoverName(prefix: string): string {
  return `${prefix}${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** Remove the folders whose owner has ended. */
export async function sweepLeftovers(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stale = names.filter((name) => name.startsWith(prefix) && !isAlive(ownerOf(name, prefix)));
  // Someone else's folder in a shared temporary folder refuses: it is theirs to remove.
  await Promise.allSettled(stale.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function ownerOf(name: string, prefix: string): number {
  const match = /^(\d+)-/.exec(name.slice(prefix.length));
  // A name that is not ours counts as owned by us, that is: as alive.
  return match === null ? process.pid : Number(match[1]);
}
