/**
 * `npm run bench:smoke`: what a run of the command costs, counted and not timed, so that it is the same on a busy machine: modules loaded,
 * functions called, nodes visited, bytes written. Each may be what `smoke.json` says and no more; `--update` writes that anew.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatTable } from './figures.mjs';
import { generateDeck, picture, pictureName } from './generate-deck.mjs';

const bounds = fileURLToPath(new URL('smoke.json', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));
/** What a small change, or another version of Node, may count besides. */
const margin = 1.1;
const moreModules = 2;
const texts = new Map();

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-smoke-'));
try {
  const measured = measureAll();
  if (process.argv.includes('--update')) writeBounds(measured);
  process.exitCode = compare(measured, JSON.parse(readFileSync(bounds, 'utf8'))) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Run the command in each way that counts. */
function measureAll() {
  const [small, middle] = [writeDeck(20), writeDeck(200)];
  const figures = {
    'lectern --version': count(['--version']),
    'build of 20 slides': build(small, '--no-cache'),
    'build of 200 slides': build(middle, '--no-cache'),
  };
  build(middle);
  writeFileSync(middle, `${readFileSync(middle, 'utf8')}\n- one more\n`);
  figures['build of 200 slides, one changed'] = build(middle);
  return Object.fromEntries(
    Object.entries(figures).flatMap(([run, counts]) =>
      Object.entries(counts).map(([name, value]) => [`${run}: ${name}`, value]),
    ),
  );
}

function writeDeck(size) {
  const deckFolder = path.join(folder, `deck-${size}`);
  mkdirSync(deckFolder);
  writeFileSync(path.join(deckFolder, pictureName), picture);
  const deck = path.join(deckFolder, 'deck.md');
  writeFileSync(deck, generateDeck(size));
  return deck;
}

function build(deck, ...more) {
  const out = path.join(folder, 'out');
  const counts = count(['build', deck, '--out', out, ...more]);
  const { length } = readFileSync(path.join(out, path.basename(path.dirname(deck)), 'index.html'));
  return { ...counts, 'bytes written': length };
}

/** Run the command and count what it did; the engine counts every call. */
function count(args) {
  const coverage = mkdtempSync(path.join(folder, 'coverage-'));
  const env = { ...process.env, NODE_V8_COVERAGE: coverage, XDG_CACHE_HOME: path.join(folder, 'cache') };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`\`lectern ${args.join(' ')}\` ended with ${String(status)}\n${stderr}`);
  const reports = readdirSync(coverage).map((name) => readFileSync(path.join(coverage, name), 'utf8'));
  const scripts = reports.flatMap((text) => JSON.parse(text).result);
  const own = scripts.filter(({ url }) => url.startsWith('file:'));
  const functions = own.flatMap(({ url, functions: all }) => all.map((one) => ({ url, ...one })));
  const sum = (some) => some.reduce((total, { ranges }) => total + ranges[0].count, 0);
  const visits = sum(functions.filter(isVisit));
  return {
    modules: new Set(own.map(({ url }) => url)).size,
    'functions called': sum(functions),
    ...(visits > 0 && { 'nodes visited': visits }),
  };
}

/** The function with which `unist-util-visit-parents` looks at a node, by its text: bundling gives it another name. */
function isVisit({ url, functionName, ranges: [{ startOffset, endOffset }] }) {
  if (!/^visit\d*$/.test(functionName)) return false;
  return readText(url).slice(startOffset, endOffset).includes('toResult');
}

function readText(url) {
  if (!texts.has(url)) texts.set(url, readFileSync(fileURLToPath(url), 'utf8'));
  return texts.get(url);
}

function writeBounds(measured) {
  const rounded = Object.entries(measured).map(([name, value]) => [
    name,
    name.endsWith('modules') ? value + moreModules : Math.ceil(value * margin),
  ]);
  writeFileSync(bounds, `${JSON.stringify(Object.fromEntries(rounded), undefined, 2)}\n`);
}

/** Say what was counted beside what is allowed; far less than that means that the count is broken, or the bound old. */
function compare(measured, allowed) {
  const names = new Set([...Object.keys(measured), ...Object.keys(allowed)]);
  const rows = [...names].map((name) => {
    const [value = 0, most = 0] = [measured[name], allowed[name]];
    const verdict = value > most ? 'too much' : value < most / 2 ? 'far less: --update' : 'ok';
    return [name, String(value), String(most), verdict];
  });
  console.log(formatTable([['', 'counted', 'at most', ''], ...rows]));
  return rows.every(([, , , verdict]) => verdict === 'ok');
}
