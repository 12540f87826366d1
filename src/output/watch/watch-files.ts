/** Takes paths and tells when one of them may have changed, whatever way an editor saves it; what changed in truth is for others to see. */
import path from 'node:path';
import { FSWatcher } from 'chokidar';

/** Files that are watched. */
export interface FileWatcher {
  /**
   * Watch these files and no others. Neither a file nor a folder need be there.
   *
   * @param folders every file in them counts, also one that is new
   */
  watch(files: Iterable<string>, folders: Iterable<string>): void;
  close(): Promise<void>;
}

/** So many milliseconds without an event end a save: editors write, rename and set times in one go. */
const quiet = 20;

/**
 * Watch files through their folders: a file that is renamed over another one, or deleted and written, is not the file it was.
 *
 * @param onChange gets the paths with events since the last call, and every path once it is truly watched
 */
export function watchFiles(onChange: (paths: ReadonlySet<string>) => void): FileWatcher {
  let files: ReadonlySet<string> = new Set();
  let folders: ReadonlySet<string> = new Set();
  const watchers = new Map<string, FSWatcher>();
  let touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function touch(paths: Iterable<string>): void {
    for (const file of paths) {
      if (!files.has(file) && !folders.has(file) && !folders.has(path.dirname(file))) continue;
      touched.add(file);
      clearTimeout(timer);
      timer = setTimeout(tell, quiet);
    }
  }

  function tell(): void {
    const paths = touched;
    touched = new Set();
    onChange(paths);
  }

  return {
    watch(wantedFiles, wantedFolders) {
      files = new Set([...wantedFiles].map((file) => path.resolve(file)));
      folders = new Set([...wantedFolders].map((folder) => path.resolve(folder)));
      for (const folder of new Set([...[...files].map((file) => path.dirname(file)), ...folders])) {
        if (watchers.has(folder)) continue;
        const all = () => [...files, ...folders].filter((file) => path.dirname(file) === folder);
        watchers.set(folder, watchFolder(folder, touch, all));
      }
    },
    async close() {
      clearTimeout(timer);
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
    },
  };
}

/** @param all what is told once the folder is watched: until then a change went unseen */
function watchFolder(
  folder: string,
  touch: (paths: Iterable<string>) => void,
  all: () => readonly string[],
): FSWatcher {
  const watcher = new FSWatcher({
    ignoreInitial: true,
    depth: 0,
    // It would hold back the news of a deleted file; who reads the files waits for those that return.
    atomic: false,
    // Its own list of files is not asked for: it takes a file that was renamed over another one for the same.
    ignored: (file) => path.resolve(file) !== folder,
  });
  watcher.on('raw', (_event, name) => {
    if (name) touch([path.resolve(folder, name)]);
  });
  // A folder that appears, and one that is watched from now on.
  watcher.on('addDir', () => touch([folder, ...all()]));
  watcher.on('ready', () => touch([folder, ...all()]));
  // What cannot be watched (a limit of the system, a folder without permission) is seen when another file changes.
  watcher.on('error', () => {});
  watcher.add(folder);
  return watcher;
}
