/** Takes nothing and leaves the files that the package ships (themes, fonts, client), as sources named `lectern:…`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sources } from '../deck/sources.js';
import { UserError } from '../user-error.js';

/** Beside the bundle when installed; in `dist/lib` when the code runs from `src` in a test. */
const candidates = ['./assets/', '../assets/', '../../dist/lib/assets/', '../dist/lib/assets/'];

/** Find the folder of the shipped files. */
export async function findPackageFolder(): Promise<string> {
  for (const candidate of candidates) {
    const folder = fileURLToPath(new URL(candidate, import.meta.url));
    try {
      await readFile(path.join(folder, 'base.css'));
      return folder;
    } catch {
      // Not here; the next candidate.
    }
  }
  throw new UserError(
    'package-damaged',
    'The files of the package are missing',
    'Run `npm run build` in a clone, or install the package again.',
  );
}

/** Read all shipped files. */
export async function loadPackage(): Promise<Sources> {
  const folder = await findPackageFolder();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const entries = await Promise.all(
    files.map(async (entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, absolute).split(path.sep).join('/');
      return [`lectern:${name}`, await readFile(absolute)] as const;
    }),
  );
  return new Map(entries);
}
