/**
 * Takes a folder and a path that a deck names, leaves the bytes of the file if it lies in the folder. The one guard of paths on the
 * disk: what links lead out of it, what is no plain file (a pipe never ends), and what is too large counts as missing.
 */
import { constants, type Stats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Far more than any film on a slide. */
const mostBytes = 2 ** 29;

/** Read a file inside a folder. */
export async function readInside(root: string, name: string): Promise<Uint8Array | undefined> {
  const file = path.join(root, name);
  try {
    // Without waiting: a pipe that nobody writes to would hold up the build for ever.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const opened = await handle.stat();
      if (!opened.isFile() || opened.size > mostBytes) return undefined;
      if (!(await liesInside(root, file, opened))) return undefined;
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    // Missing, unreadable, a folder: what uses the file reports all of them at the place that names it.
    return undefined;
  }
}

/** Tell whether the file that was opened is the one inside the folder: between a look and the opening a link may take its place. */
async function liesInside(root: string, file: string, opened: Stats): Promise<boolean> {
  const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
  if (!realFile.startsWith(realRoot === path.sep ? realRoot : realRoot + path.sep)) return false;
  const there = await stat(realFile);
  return there.ino === opened.ino && there.dev === opened.dev;
}
