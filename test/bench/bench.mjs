/** `npm run bench`: how much time, memory and output `build`, `print` and `check` take, each beside the least it could take. See README.md. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { renderBare } from './bare-pipeline.mjs';
import { generateDeck, picture, pictureName } from './generate-deck.mjs';
import { describePeers, peerBuilds, peerPrints, peerServers, preparePeers } from './peers.mjs';
import { formatReport, listAims, summarizeResults } from './report.mjs';
import { formatSaves, lecternServer, summarizeSaves } from './saves.mjs';
import { buildVariants, checkVariants, printVariants } from './variants.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const external = ['puppeteer', 'puppeteer-core', '@sparticuz/chromium', '@cantoo/pdf-lib'];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20,200,1000' },
    runs: { type: 'string', default: '5' },
    edits: { type: 'string', default: '20' },
    only: { type: 'string' },
    peers: { type: 'boolean', default: false },
    'peers-folder': { type: 'string' },
    'leave-out': { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const variantsOf = { build: buildVariants, print: printVariants, check: checkVariants };
const peersOf = { build: peerBuilds, print: peerPrints };
const known = [...Object.keys(variantsOf), 'present'];
const commands = values.only ? [values.only] : known;
const edits = Number(values.edits);
const leftOut = values['leave-out'].split(',');
const wrong = [...sizes, runs, edits].some((number) => !Number.isInteger(number) || number < 1);
if (wrong || commands.some((name) => !known.includes(name))) {
  console.error(
    'usage: npm run bench -- [--sizes 20,200] [--runs 5] [--edits 20] [--only build|print|check|present] [--peers] [--peers-folder <folder>] [--leave-out slidev] [--json] [--no-build]',
  );
  process.exit(2);
}

if (!values['no-build']) buildPackage();
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
const usage = path.join(folder, 'usage.json');
try {
  const prepared = await prepare();
  const { peers } = prepared;
  const results = await runAll(prepared);
  const saves = commands.includes('present') ? measureSaves(prepared) : [];
  const summary = summarizeResults(results);
  const machine = {
    node: process.version,
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    load: loadavg()[0],
    runs,
    ...(peers && { peers: describePeers(peers) }),
  };
  if (values.json)
    console.log(JSON.stringify({ machine, summary, aims: listAims(results), results, saves }, undefined, 2));
  else {
    if (results.length > 0) console.log(formatReport(machine, summary, listAims(results)));
    if (saves.length > 0) console.log(`\n${formatSaves(saves)}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function buildPackage() {
  console.error('building the package');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.build/build.mjs', '--quiet'], {
    cwd: root,
  });
  if (status === 0) return;
  console.error(
    `${String(stdout)}${String(stderr)}\nThe package does not build; --no-build measures what is in dist/lib.`,
  );
  process.exit(1);
}

/** Copy the package and bundle the floors into a folder of our own: a build meanwhile must not change what is measured. */
async function prepare() {
  const library = path.join(folder, 'lib');
  await cp(path.join(root, 'dist/lib'), library, { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await build({
    entryPoints: ['run-bare.mjs', 'plain-pages.mjs', 'save-to-visible.mjs', 'find-browser.mjs'].map((name) =>
      path.join(root, 'test/bench', name),
    ),
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    logLevel: 'warning',
  });
  const decks = new Map(await Promise.all(sizes.map(async (size) => [size, await prepareDeck(size)])));
  const peersFolder = values['peers-folder'] ?? path.join(folder, 'peers');
  const peers = values.peers ? await preparePeers(path.resolve(peersFolder), { sizes, folder }) : undefined;
  return { folder, usage, library, decks, peers };
}

/** Write a deck, and its words as plain pages: HTML without styles but the size of a page. */
async function prepareDeck(size) {
  const deckFolder = path.join(folder, `deck-${size}`);
  await mkdir(deckFolder);
  const markdown = generateDeck(size);
  const deck = path.join(deckFolder, 'deck.md');
  const pages = path.join(deckFolder, 'pages.html');
  const shown = path.join(deckFolder, pictureName);
  await writeFile(deck, markdown);
  await writeFile(shown, picture);
  const styles =
    '@page{size:1280px 720px;margin:40px} hr{break-after:page;border:0;margin:0} img{width:640px}';
  await writeFile(
    pages,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><style>${styles}</style>
<body>${renderBare(markdown, { plain: true })}`,
  );
  return { deck, pages, picture: shown };
}

/** Edit decks of all sizes in turn while `present`, and what peers have like it, show them. */
function measureSaves({ library, decks, peers }) {
  console.error(`present: ${edits} edits of each deck`);
  const own = sizes.map((size) => lecternServer(library, size, decks.get(size).deck));
  const servers = [...own, ...(peers ? listPeerServers(peers) : [])];
  const script = path.join(folder, 'save-to-visible.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(edits)], {
    encoding: 'utf8',
    input: JSON.stringify(servers),
    maxBuffer: 1e8,
  });
  process.stderr.write(stderr);
  if (status !== 0) throw new Error(`save-to-visible ended with ${status}`);
  return summarizeSaves(servers, JSON.parse(stdout));
}

function listPeerServers(peers) {
  return peerServers(peers, sizes).filter(({ name }) => !leftOut.includes(name));
}

async function runAll(prepared) {
  const results = [];
  for (const command of commands.filter((name) => name !== 'present')) {
    const own = variantsOf[command](prepared);
    const others = (prepared.peers && peersOf[command]?.(prepared)) ?? {};
    for (const name of leftOut) delete others[name];
    console.error(`${command}: warming up`);
    // The first run reads from the disk what all later ones find in memory.
    for (const run of Object.values(own)) await run(sizes[0]);
    for (const size of sizes)
      results.push({ command, size, rounds: await runRounds(command, size, own, { ...others }) });
  }
  return results;
}

/** Run all variants in turn, again and again, so that what else the machine does hits all alike. A peer that fails is left out from there on. */
async function runRounds(command, size, own, others) {
  const rounds = [];
  for (let round = 1; round <= runs; round += 1) {
    const figures = {};
    const note = (name, text) =>
      console.error(`${command} ${size} slides, run ${round} of ${runs}: ${name} ${text}`);
    for (const [name, run] of [...Object.entries(own), ...Object.entries(others)]) {
      const one = await run(size).catch((error) => {
        if (!(name in others)) throw error;
        delete others[name];
        note(name, `failed: ${error.message.slice(0, 400)}`);
      });
      if (!one) continue;
      figures[name] = one;
      note(name, `${(one.wall / 1000).toFixed(2)} s`);
    }
    rounds.push(figures);
  }
  return rounds;
}
