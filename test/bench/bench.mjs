/** `npm run bench`: how much time, memory and output `build`, `print` and `check` take, each beside the least it could take. See README.md. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { renderBare } from './bare-pipeline.mjs';
import { generateDeck, picture, pictureName } from './generate-deck.mjs';
import { measure } from './measure.mjs';
import { formatReport, listAims, summarizeResults } from './report.mjs';
import { formatSaves, summarizeSaves } from './saves.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const external = ['puppeteer', 'puppeteer-core', '@sparticuz/chromium', '@cantoo/pdf-lib'];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20,200,1000' },
    runs: { type: 'string', default: '5' },
    edits: { type: 'string', default: '20' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const variantsOf = { build: buildVariants, print: printVariants, check: checkVariants };
const known = [...Object.keys(variantsOf), 'present'];
const commands = values.only ? [values.only] : known;
const edits = Number(values.edits);
const wrong = [...sizes, runs, edits].some((number) => !Number.isInteger(number) || number < 1);
if (wrong || commands.some((name) => !known.includes(name))) {
  console.error(
    'usage: npm run bench -- [--sizes 20,200] [--runs 5] [--edits 20] [--only build|print|check|present] [--json] [--no-build]',
  );
  process.exit(2);
}

if (!values['no-build']) buildPackage();
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
const usage = path.join(folder, 'usage.json');
const phases = path.join(folder, 'phases.json');
try {
  const prepared = await prepare();
  const results = await runAll(prepared);
  const saves = commands.includes('present') ? measureSaves(prepared) : [];
  const summary = summarizeResults(results);
  const machine = { node: process.version, processor: cpus()[0].model.trim(), cores: cpus().length, runs };
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
    entryPoints: ['run-bare.mjs', 'plain-pages.mjs', 'save-to-visible.mjs'].map((name) =>
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
  return {
    library,
    decks: new Map(await Promise.all(sizes.map(async (size) => [size, await prepareDeck(size)]))),
  };
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

/** Edit decks of all sizes in turn while `present` shows them. */
function measureSaves({ library, decks }) {
  console.error(`present: ${edits} edits of each deck`);
  const script = path.join(folder, 'save-to-visible.js');
  const paths = sizes.map((size) => decks.get(size).deck);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, path.join(library, 'cli.js'), String(edits), ...paths],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`save-to-visible ended with ${status}\n${stderr}`);
  return summarizeSaves(sizes, JSON.parse(stdout));
}

async function runAll(prepared) {
  const results = [];
  for (const command of commands.filter((name) => name !== 'present')) {
    const variants = variantsOf[command](prepared);
    console.error(`${command}: warming up`);
    // The first run reads from the disk what all later ones find in memory.
    for (const run of Object.values(variants)) await run(sizes[0]);
    for (const size of sizes)
      results.push({ command, size, rounds: await runRounds(command, size, variants) });
  }
  return results;
}

/** Run all variants in turn, again and again, so that what else the machine does hits all alike. */
async function runRounds(command, size, variants) {
  const rounds = [];
  for (let round = 1; round <= runs; round += 1) {
    const figures = {};
    for (const [name, run] of Object.entries(variants)) {
      figures[name] = await run(size);
      const seconds = (figures[name].wall / 1000).toFixed(2);
      console.error(`${command} ${size} slides, run ${round} of ${runs}: ${name} ${seconds} s`);
    }
    rounds.push(figures);
  }
  return rounds;
}

function buildVariants({ library, decks }) {
  const out = path.join(folder, 'out');
  const bareOut = path.join(folder, 'bare.html');
  const written = { edits: 0 };
  // Decks of any length, in a folder of no project, so that what is kept lies with the rest of the bench.
  const place = { cwd: tmpdir(), env: { XDG_CACHE_HOME: path.join(folder, 'cache') } };
  const buildDeck = async (deck, ...more) => {
    const cli = path.join(library, 'cli.js');
    const args = [cli, 'build', deck, '--out', out, '--max-size', '100000000', ...more];
    const figures = await measure(args, { usage, ...place });
    const name = path.basename(path.dirname(deck));
    return { ...figures, bytes: (await stat(path.join(out, name, 'index.html'))).size };
  };
  return {
    'node -e 0': () => measure(['-e', '0'], { usage }),
    'bare pipeline': async (size) => {
      const args = [path.join(folder, 'run-bare.js'), decks.get(size).deck, bareOut];
      return { ...(await measure(args, { usage })), bytes: (await stat(bareOut)).size };
    },
    'lectern build': (size) => buildDeck(decks.get(size).deck, '--no-cache'),
    'lectern build, one slide changed': async (size) => {
      const { deck } = decks.get(size);
      const edited = path.join(folder, `edited-${size}`, 'deck.md');
      // The first time there is nothing that could have changed.
      if (!existsSync(edited)) {
        await cp(path.dirname(deck), path.dirname(edited), { recursive: true });
        await buildDeck(edited);
      }
      written.edits += 1;
      await writeFile(edited, editSlide(await readFile(deck, 'utf8'), `edit ${written.edits}`));
      return buildDeck(edited);
    },
  };
}

/** Write a word into the first list below the middle of a deck. */
function editSlide(markdown, word) {
  const at = markdown.indexOf('\n- ', markdown.length >> 1) + 3;
  return `${markdown.slice(0, at)}${word} ${markdown.slice(at)}`;
}

function printVariants({ library, decks }) {
  const out = path.join(folder, 'out');
  const plainOut = path.join(folder, 'plain.pdf');
  return {
    'plain pages': async (size) => {
      const { pages, picture: shown } = decks.get(size);
      const args = [path.join(folder, 'plain-pages.js'), pages, shown, plainOut, phases];
      return measurePrint(args, plainOut, size);
    },
    'lectern print': async (size) => {
      const script = path.join(root, 'test/bench/print-deck.mjs');
      const args = [script, path.join(library, 'index.js'), decks.get(size).deck, out, phases];
      return measurePrint(args, path.join(out, `deck-${size}`, 'slides.pdf'), size);
    },
  };
}

/** What is measured on screen and as pages, beside what prints the pages. */
function checkVariants({ library, decks }) {
  const cli = path.join(library, 'cli.js');
  const out = path.join(folder, 'out');
  const run = (...args) => measure([cli, ...args], { usage, tree: true });
  return {
    'lectern print': (size) => run('print', decks.get(size).deck, '--out', out),
    'lectern check': (size) => run('check', decks.get(size).deck),
  };
}

async function measurePrint(args, pdf, size) {
  const figures = await measure(args, { usage, tree: true });
  const { size: bytes } = await stat(pdf);
  const { pages, printing, printingCpu, finishingCpu } = JSON.parse(await readFile(phases, 'utf8'));
  // A floor that prints other pages would be none.
  if (pages !== size) throw new Error(`Unexpected ${pages} pages in ${pdf}, expected ${size}`);
  // The browser's start is in both: its processes cannot be told apart by phase.
  const phaseCpu = { printingCpu: printingCpu + figures.browserCpu, ...(finishingCpu && { finishingCpu }) };
  return { ...figures, printing, ...phaseCpu, bytes };
}
