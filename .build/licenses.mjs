/** Copies the licence texts of what dist/lib contains of others: the OFL and the MIT licence ask for it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assets, modules, write } from './paths.mjs';

const licensed = {
  'source-serif-4': '@fontsource-variable/source-serif-4',
  'ibm-plex-sans': '@fontsource-variable/ibm-plex-sans',
  'jetbrains-mono': '@fontsource-variable/jetbrains-mono',
  'reveal.js': 'reveal.js',
  katex: 'katex',
  gemoji: 'gemoji',
};

/** Packages write the name of the file in upper or lower case. */
async function readLicense(folder) {
  const names = await readdir(folder);
  return readFile(join(folder, names.find((name) => /^licen[cs]e(\.\w+)?$/i.test(name)) ?? 'LICENSE'));
}

/** Copy one licence text per package. */
export async function copyLicenses() {
  await Promise.all(
    Object.entries(licensed).map(async ([name, folder]) => {
      const text = await readLicense(join(modules, folder));
      await write(join(assets, 'licenses', `${name}.txt`), text);
    }),
  );
}
