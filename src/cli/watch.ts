/**
 * Takes work that tells which files it read and does it again whenever one of them changes, until it is interrupted. Files are looked
 * at by their times: that works for every editor and on every disk, and misses nothing that happens while the work is done.
 */
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How often the files are looked at, in milliseconds. */
const interval = 250;

/**
 * Work again and again; the promise fails when the work does, and ends when the signal is aborted.
 *
 * @param known the files that are known before the first time
 */
export async function watch(
  known: readonly string[],
  work: () => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<void> {
  let files = known;
  let before: ReadonlyMap<string, string> | undefined;
  while (!signal.aborted) {
    const now = await readTimes(files);
    if (!before || files.some((file) => now.get(file) !== before?.get(file))) {
      files = await work();
      // What was known before the work keeps its time, so that a change during the work is not missed.
      before = new Map([...(await readTimes(files)), ...now]);
    }
    await wait(interval, undefined, { signal }).catch(() => undefined);
  }
}

/** What changes when a file does; a file that is not there has a time of its own. */
async function readTimes(files: readonly string[]): Promise<Map<string, string>> {
  const times = files.map(async (file) => {
    const found = await stat(file).catch(() => undefined);
    return [file, found ? `${found.mtimeMs} ${found.size} ${found.ino}` : 'none'] as const;
  });
  return new Map(await Promise.all(times));
}
