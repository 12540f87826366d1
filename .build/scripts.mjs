/** Bundles the library, the command and the script of the page; types are written by tsc beside it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { leanVisitor } from './lean-visitor.mjs';
import { assets, library, listFiles, root, write } from './paths.mjs';

/** Loaded at run time, if at all: browsers bring files of their own, and only `print` needs a PDF library. */
const external = ['puppeteer', 'puppeteer-core', '@sparticuz/chromium', '@cantoo/pdf-lib'];

const entries = { index: 'src/index.ts', cli: 'src/cli/bin.ts' };

// Some packages inside the bundle are CommonJS and call `require` for Node's own modules.
const requireShim =
  "import { createRequire as lecternRequire } from 'node:module'; const require = lecternRequire(import.meta.url);";

/** Bundle what package.json exports and the command: one file each plus chunks that are loaded when used. */
export async function buildLibrary() {
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)));
  for (const [name, path] of Object.entries(entries)) {
    if (!existsSync(join(root, path)))
      console.log(`note: ${path} is missing, dist/lib/${name}.js is not made`);
  }
  if (present.length === 0) return;
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: Object.fromEntries(present),
    outdir: library,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    // Its modules read JSON files beside them at run time; its own bundle holds them.
    alias: { 'css-tree': 'css-tree/dist/csstree.esm' },
    plugins: [leanVisitor],
    // What one build kept of a deck no other one reads.
    define: { 'process.env.LECTERN_BUILD': JSON.stringify(await identifySource()) },
    banner: { js: requireShim },
    legalComments: 'none',
    logLevel: 'warning',
  });
  await removeOtherChunks(Object.keys(metafile.outputs).map((path) => join(root, path)));
  if (existsSync(join(root, entries.cli))) await makeExecutable(join(library, 'cli.js'));
}

/** Everything that decides what a slide becomes, in a word. */
async function identifySource() {
  const hash = createHash('sha256');
  const files = await listFiles(join(root, 'src'));
  const paths = files.map(({ path }) => join('src', path)).sort();
  for (const path of [...paths, 'package-lock.json', '.build/scripts.mjs', '.build/lean-visitor.mjs'])
    hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('base64url').slice(0, 16);
}

/** Names of chunks carry a hash: those of earlier builds would pile up and be published. */
async function removeOtherChunks(made) {
  const chunks = join(library, 'chunks');
  const files = (await listFiles(chunks)).map(({ path }) => join(chunks, path));
  await Promise.all(files.filter((path) => !made.includes(path)).map((path) => rm(path)));
}

/** npm links the command as it is: it needs the first line a shell looks for. */
async function makeExecutable(path) {
  const code = await readFile(path, 'utf8');
  if (!code.startsWith('#!')) await writeFile(path, `#!/usr/bin/env node\n${code}`);
  await chmod(path, 0o755);
}

/** Bundle what runs in pages: the script of the talk, the same for the page of the dev server, the one of phones, and the one that checks a page. reveal.js is in none: it is a global that is loaded before. */
export async function buildClient() {
  await Promise.all([
    buildPageScript('src/client/main.ts', 'client.js'),
    buildPageScript('src/client/live/main.ts', 'live.js'),
    buildPageScript('src/client/remote/main.ts', 'remote.js'),
    buildPageScript('src/client/probe/main.ts', 'probe.js', 'lecternProbe'),
  ]);
}

async function buildPageScript(entry, name, globalName) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    globalName,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await write(join(assets, name), result.outputFiles[0].text);
}

/** Write the types of the library; tsc prints what it finds wrong. */
export function emitTypes() {
  const tsc = join(root, 'node_modules/.bin/tsc');
  return new Promise((resolve, reject) => {
    const child = spawn(tsc, ['-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('tsc found mistakes (above)'))));
  });
}
