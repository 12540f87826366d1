/** `npm run gallery`: dist/gallery, the deck that shows a look in each theme the package ships, and a page that leads to them; and themes/tokens.svg. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { library, root } from './paths.mjs';
import { writeTokenPicture } from './token-picture.mjs';

const { build, loadPackage, writeIndex } = await import(pathToFileURL(join(library, 'index.js')).href);

const out = join(root, 'dist/gallery');
const shipped = await loadPackage();
const look = await readFile(join(root, 'slides/templates/look.md'), 'utf8');
const themes = (await readdir(join(root, 'themes')))
  .filter((name) => name.endsWith('.css') && shipped.has(`lectern:themes/${name}`))
  .map((name) => basename(name, '.css'));
const folder = await mkdtemp(join(tmpdir(), 'lectern-gallery-'));
try {
  const results = [];
  for (const theme of themes) {
    const title = theme.charAt(0).toUpperCase() + theme.slice(1).replace('-', ', ');
    const path = join(folder, `${theme}.md`);
    await writeFile(path, look.replace('theme: theme.css', `theme: ${theme}`).replaceAll('A look', title));
    results.push(await build({ name: theme, path }, { out, shipped }));
    for (const { reason } of results.at(-1).file.messages) console.error(`${theme}: ${reason}`);
  }
  await mkdir(out, { recursive: true });
  await writeTokenPicture();
  console.log(await writeIndex(results, out, shipped));
} finally {
  await rm(folder, { recursive: true, force: true });
}
