/**
 * Takes work that tells what it read and does it again whenever that changed, until it is interrupted. Contents decide, not events:
 * however an editor saves, one save is one rebuild, and a file that is gone for a moment is waited for.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createPathQueue } from './path-queue.js';
import { type FileWatcher, watchFiles } from './watch-files.js';

/** What work read. */
export interface WorkInputs {
  /** Absolute paths with their bytes; nothing for a file that was asked for and is not there. */
  readonly files: ReadonlyMap<string, Uint8Array | undefined>;
  /** Absolute paths of folders of which every file counts. */
  readonly folders: readonly string[];
}

/** How long a file may be gone or empty before that counts: editors that delete and write need a while. */
const graceMilliseconds = 500;
/** How often a file that is gone is looked for: its folder may be gone too, and then nothing tells of its return. */
const retryMilliseconds = 100;

/** Work again with every change; ends when the signal is aborted, fails when the work does. */
export async function rebuildOnChange(
  first: WorkInputs,
  work: () => Promise<WorkInputs>,
  signal: AbortSignal,
): Promise<void> {
  const queue = createPathQueue(signal);
  let inputs = first;
  let watcher = startWatching(inputs, (paths) => queue.add(paths));
  /** Files that were there and are not, each since when. */
  const gone = new Map<string, number>();
  try {
    for (;;) {
      const touched = await queue.next(gone.size > 0 ? retryMilliseconds : undefined);
      if (!touched) return;
      const changes = await findChanges(inputs, new Set([...touched, ...gone.keys()]));
      const returned = noteGone(gone, inputs, changes);
      if (changes.size === 0 || isTooEarly(gone, changes)) continue;
      inputs = mergeInputs(await work(), changes);
      if (returned) {
        // Its folder may be another one now, which nobody watches.
        await watcher.close();
        watcher = startWatching(inputs, (paths) => queue.add(paths));
      } else watcher.watch(inputs.files.keys(), inputs.folders);
    }
  } finally {
    await watcher.close();
  }
}

/** What the work did not read counts as it was seen: a link that leads elsewhere, or a file that is named no more. */
function mergeInputs({ files, folders }: WorkInputs, seen: WorkInputs['files']): WorkInputs {
  const read = [...files].filter(([file, bytes]) => bytes || !seen.has(file));
  return { files: new Map([...seen, ...read]), folders };
}

function startWatching(
  { files, folders }: WorkInputs,
  onChange: (paths: ReadonlySet<string>) => void,
): FileWatcher {
  const watcher = watchFiles(onChange);
  watcher.watch(files.keys(), folders);
  return watcher;
}

/** Find which of the paths hold something else than the work read. */
async function findChanges(
  { files, folders }: WorkInputs,
  touched: Iterable<string>,
): Promise<Map<string, Uint8Array | undefined>> {
  const candidates = new Set<string>();
  for (const one of touched) {
    if (files.has(one) || folders.includes(path.dirname(one))) candidates.add(one);
    if (folders.includes(one)) for (const name of await listNames(one)) candidates.add(path.join(one, name));
  }
  const changes = new Map<string, Uint8Array | undefined>();
  for (const file of candidates) {
    const bytes: Uint8Array | undefined = await readFile(file).catch(() => undefined);
    if (!isSame(bytes, files.get(file))) changes.set(file, bytes);
  }
  return changes;
}

/** Keep the list of files that are gone; tells whether one of them is there again for which the work was done without it. */
function noteGone(
  gone: Map<string, number>,
  { files }: WorkInputs,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
): boolean {
  let returned = false;
  for (const [file, bytes] of changes) {
    const now = bytes?.length ? undefined : (gone.get(file) ?? Date.now());
    if (now !== undefined && files.get(file)?.length) gone.set(file, now);
    else if (now === undefined && gone.delete(file) && !files.get(file)?.length) returned = true;
  }
  for (const file of gone.keys()) if (files.get(file)?.length && !changes.has(file)) gone.delete(file);
  return returned;
}

/** A file that is gone is most often about to return. */
function isTooEarly(gone: ReadonlyMap<string, number>, changes: ReadonlyMap<string, unknown>): boolean {
  return [...gone].some(([file, since]) => changes.has(file) && Date.now() - since < graceMilliseconds);
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one && other ? Buffer.compare(one, other) === 0 : one === other;
}
