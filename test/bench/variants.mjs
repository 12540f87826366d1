/** Takes the prepared bench, leaves for each command what is run in turn: the floor, Lectern, and what more there is to compare. */
import { existsSync } from 'node:fs';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';

const printDeck = fileURLToPath(new URL('print-deck.mjs', import.meta.url));

/** Runs of `build` beside the bare pipeline. */
export function buildVariants({ folder, usage, library, decks }) {
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
    return { ...figures, ...(await sizeOf(path.join(out, name, 'index.html'))) };
  };
  return {
    'node -e 0': () => measure(['-e', '0'], { usage }),
    'bare pipeline': async (size) => {
      const args = [path.join(folder, 'run-bare.js'), decks.get(size).deck, bareOut];
      return { ...(await measure(args, { usage })), ...(await sizeOf(bareOut)) };
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

/** Say how large a page is, with its fonts and without. */
export async function sizeOf(file) {
  const html = await readFile(file, 'utf8');
  const plain = html.replace(/@font-face\s*\{[^}]*\}/g, '');
  return { bytes: Buffer.byteLength(html), plainBytes: Buffer.byteLength(plain) };
}

/** Write a word into the first list below the middle of a deck. */
function editSlide(markdown, word) {
  const at = markdown.indexOf('\n- ', markdown.length >> 1) + 3;
  return `${markdown.slice(0, at)}${word} ${markdown.slice(at)}`;
}

/** Runs of `print` beside plain pages. */
export function printVariants({ folder, usage, library, decks }) {
  const out = path.join(folder, 'out');
  const plainOut = path.join(folder, 'plain.pdf');
  const phases = path.join(folder, 'phases.json');
  return {
    'plain pages': async (size) => {
      const { pages, picture: shown } = decks.get(size);
      const args = [path.join(folder, 'plain-pages.js'), pages, shown, plainOut, phases];
      return measurePrint(args, plainOut, size, { usage, phases });
    },
    'lectern print': async (size) => {
      const args = [printDeck, path.join(library, 'index.js'), decks.get(size).deck, out, phases];
      const pdf = path.join(out, `deck-${size}`, 'slides.pdf');
      return measurePrint(args, pdf, size, { usage, phases });
    },
  };
}

/** What is measured on screen and as pages, beside what prints the pages. */
export function checkVariants({ folder, usage, library, decks }) {
  const cli = path.join(library, 'cli.js');
  const out = path.join(folder, 'out');
  const run = (...args) => measure([cli, ...args], { usage, tree: true });
  return {
    'lectern print': (size) => run('print', decks.get(size).deck, '--out', out),
    'lectern check': (size) => run('check', decks.get(size).deck),
  };
}

async function measurePrint(args, pdf, size, { usage, phases }) {
  const figures = await measure(args, { usage, tree: true });
  const { size: bytes } = await stat(pdf);
  const { pages, printing, printingCpu, finishingCpu } = JSON.parse(await readFile(phases, 'utf8'));
  // A floor that prints other pages would be none.
  if (pages !== size) throw new Error(`Unexpected ${pages} pages in ${pdf}, expected ${size}`);
  // The browser's start is in both: its processes cannot be told apart by phase.
  const phaseCpu = { printingCpu: printingCpu + figures.browserCpu, ...(finishingCpu && { finishingCpu }) };
  return { ...figures, printing, ...phaseCpu, bytes };
}
