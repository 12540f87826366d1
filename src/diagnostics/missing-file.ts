/** Takes a path where no file is and leaves the cure: the file that is probably meant, `/` for `\\`, or how paths are read. */
import type { VFile } from 'vfile';
import { suggest } from './suggest.js';

declare module 'vfile' {
  interface DataMap {
    /** What lies in the folders of files that are not there, as keys of `Sources`; set by what reads decks from the disk. */
    neighbours?: readonly string[];
  }
}

/** Say how to mend a path that leads to no file. */
export function noteMissingFile(path: string, file: VFile): string {
  if (path.includes('\\') && !/^[a-z]:/i.test(path))
    return `Write \`${path.replaceAll('\\', '/')}\`: folders are parted by \`/\`, on Windows too.`;
  const close = suggestPath(path, file.data.neighbours ?? []);
  return close ? `Did you mean \`${close}\`?` : 'Paths are relative to the deck; upper and lower case count.';
}

/** Find the file whose name is closest, its ending aside where only that differs. */
export function suggestPath(path: string, known: readonly string[]): string | undefined {
  const stem = (name: string) => name.replace(/\.\w+$/, '').toLowerCase();
  return suggest(path, known) ?? known.find((name) => stem(name) === stem(path));
}
