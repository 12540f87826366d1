/** Where the build reads and writes, and the few file habits its steps share. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** What package.json exports. */
export const library = join(root, 'dist/lib');
/** What goes into a deck's page, as it is. */
export const assets = join(library, 'assets');
/** Packages, read as files: importing reveal.js in Node throws. */
export const modules = join(root, 'node_modules');

const written = new Set();

/** Write a file and the folders above it. */
export async function write(path, content) {
  written.add(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Remove what an earlier build left in a folder. At the end and by name, so that a running server never misses a file. */
export async function removeOthers(folder) {
  const files = (await listFiles(folder)).map(({ path }) => join(folder, path));
  await Promise.all(files.filter((path) => !written.has(path)).map((path) => rm(path)));
}

/** List the files below a folder with their sizes, paths relative to it. */
export async function listFiles(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map(async (path) => ({
    path: relative(folder, path),
    bytes: (await stat(path)).size,
  }));
  return Promise.all(files);
}
