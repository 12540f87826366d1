/** `npm run build`: makes dist/lib from src, themes and the packages whose files we ship. Prints what it made, with sizes; with --quiet only the time. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFonts } from './fonts.mjs';
import { copyLicenses } from './licenses.mjs';
import { assets, library, listFiles, removeOthers, root, write } from './paths.mjs';
import { buildRules } from './rules.mjs';
import { buildClient, buildLibrary, emitTypes } from './scripts.mjs';
import { buildStyles } from './styles.mjs';

const started = performance.now();
const steps = [
  emitTypes(),
  buildLibrary(),
  buildClient(),
  buildStyles(),
  buildFonts(),
  copyLicenses(),
  copyTemplates(),
  buildRules(),
];
// One step that fails must not keep the others from finishing: the pages can be looked at while a type is wrong.
const failures = (await Promise.allSettled(steps)).filter((step) => step.status === 'rejected');
if (failures.length === 0) {
  await removeOthers(assets);
  await writeSchemas();
}
if (!process.argv.includes('--quiet')) await printFiles();
for (const { reason } of failures) console.error(`\n${reason.message}`);
console.log(`Built dist/lib in ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** What editors know of front matter, talks, brands and directives: of the library just made. */
async function writeSchemas() {
  const { schemas } = await import(pathToFileURL(join(library, 'index.js')).href);
  for (const [name, schema] of Object.entries(schemas))
    await write(join(library, 'schemas', `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`);
}

/** What `lectern new` begins a talk with. */
async function copyTemplates() {
  const folder = join(root, 'slides/templates');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  for (const name of names) await write(join(assets, 'templates', name), await readFile(join(folder, name)));
}

/** List what was made, one line a file or, where files are many and small, one line a folder. */
async function printFiles() {
  const folders = new Map();
  for (const { path, bytes } of await listFiles(library)) {
    const [folder, name] = path.includes('/') ? splitLast(path) : ['', path];
    const files = folders.get(folder) ?? [];
    folders.set(folder, [...files, { name, bytes }]);
  }
  for (const [folder, files] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (folder.startsWith('types')) continue;
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${join('dist/lib', folder)}/  ${kilobytes(total)}`);
    if (files.length > 16) continue;
    for (const { name, bytes } of files) console.log(`  ${name.padEnd(44)}${kilobytes(bytes).padStart(10)}`);
  }
}

function splitLast(path) {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at), path.slice(at + 1)];
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
