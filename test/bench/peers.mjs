/** Takes the prepared bench, installs other programs of the field at fixed versions into its folder, leaves what they run beside Lectern. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateDeck, picture, pictureName } from './generate-deck.mjs';
import { measure } from './measure.mjs';
import { sizeOf } from './variants.mjs';

/** What is installed. Versions are fixed: figures of two days are of the same programs. */
export const pins = {
  '@marp-team/marp-cli': '4.5.1',
  'reveal-md': '6.1.4',
  '@slidev/cli': '53.0.0',
  '@slidev/theme-default': '0.25.0',
  'playwright-chromium': '1.65.0',
};

/** What does not end in ten minutes has no figure. */
const longest = 600_000;

/**
 * Install the peers and write their decks.
 *
 * @param at a folder to install into, where they may be already
 * @param folder where the bench lies
 */
export async function preparePeers(at, { sizes, folder }) {
  await mkdir(at, { recursive: true });
  const manifest = path.join(at, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{"private":true,"type":"module"}');
  // No scripts: what they would fetch are browsers, and there is one.
  const wanted = Object.entries(pins).map(([name, version]) => `${name}@${version}`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...wanted];
  if (!(await hasAll(at))) {
    console.error(`peers: installing into ${at}`);
    const { status, stderr } = spawnSync('npm', args, { cwd: at, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The peers cannot be installed:\n${stderr}`);
  }
  const decks = new Map();
  for (const dialect of ['marp', 'slidev', 'reveal-md', 'pandoc'])
    for (const size of sizes) decks.set(`${dialect} ${size}`, await writeDeck(at, dialect, size));
  // They print with the browser that Lectern prints with.
  const { stdout } = spawnSync(process.execPath, [path.join(folder, 'find-browser.js')], {
    encoding: 'utf8',
  });
  return { at, decks, browser: await wrapBrowser(at, JSON.parse(stdout)), pandoc: findPandoc() };
}

async function hasAll(at) {
  const found = await Promise.all(
    Object.keys(pins).map((name) => stat(path.join(at, 'node_modules', name)).catch(() => undefined)),
  );
  return found.every(Boolean);
}

async function writeDeck(at, dialect, size) {
  const folder = path.join(at, 'decks', `${dialect}-${size}`);
  await mkdir(folder, { recursive: true });
  const deck = path.join(folder, 'slides.md');
  await writeFile(deck, generateDeck(size, dialect));
  await writeFile(path.join(folder, pictureName), picture);
  return deck;
}

/** As root Chromium has no sandbox, and the embedded one brings libraries of its own: options of which each peer knows others. */
async function wrapBrowser(at, { executablePath, env = {} }) {
  const file = path.join(at, 'browser.sh');
  const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
  const variables = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
  const flags = process.getuid?.() === 0 ? '--no-sandbox' : '';
  const line = `exec env ${variables.join(' ')} ${quote(executablePath)} ${flags} "$@"`;
  await writeFile(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return file;
}

/** Pandoc is no package of npm: the system's is compared where there is one. */
function findPandoc() {
  const { status, stdout } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0].replace(/^\S+ /, '') : undefined;
}

/** Say what was compared. */
export function describePeers({ pandoc }) {
  return { ...pins, ...(pandoc && { pandoc }) };
}

/** The program of a package. */
export function peerScript(at, name) {
  const scripts = {
    marp: '@marp-team/marp-cli/marp-cli.js',
    'reveal-md': 'reveal-md/bin/reveal-md.js',
    slidev: '@slidev/cli/bin/slidev.mjs',
  };
  return path.join(at, 'node_modules', scripts[name]);
}

/** Builds of peers: Markdown to what a browser shows. */
export function peerBuilds({ usage, peers }) {
  const { at, decks, pandoc } = peers;
  const out = path.join(at, 'out');
  const one = async (file, args, options) => {
    const figures = await measure(args, { usage, longest, ...options });
    return { ...figures, ...(await sizeOf(file)) };
  };
  const html = (name) => path.join(out, `${name}.html`);
  const slidevOut = path.join(out, 'slidev');
  const page = path.join(at, 'pandoc.html');
  return {
    marp: (size) =>
      one(html('marp'), [peerScript(at, 'marp'), decks.get(`marp ${size}`), '-o', html('marp')]),
    ...(pandoc && {
      pandoc: (size) => {
        const args = ['-t', 'revealjs', '-s', '--slide-level=1', decks.get(`pandoc ${size}`), '-o', page];
        return one(page, args, { program: 'pandoc', tree: true });
      },
    }),
    slidev: async (size) => {
      await rm(slidevOut, { recursive: true, force: true });
      const deck = decks.get(`slidev ${size}`);
      const args = [peerScript(at, 'slidev'), 'build', path.basename(deck), '--out', slidevOut];
      const figures = await measure(args, { usage, longest, cwd: path.dirname(deck), tree: true });
      return { ...figures, bytes: await folderSize(slidevOut) };
    },
  };
}

async function folderSize(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => stat(path.join(file.parentPath, file.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Prints of peers, with the browser that Lectern prints with. */
export function peerPrints({ usage, peers }) {
  const { at, decks, browser } = peers;
  const pdf = (name) => path.join(at, `${name}.pdf`);
  const one = async (name, args, options) => {
    await rm(pdf(name), { force: true });
    const figures = await measure([peerScript(at, name), ...args], {
      usage,
      longest,
      tree: true,
      ...options,
    });
    return { ...figures, bytes: (await stat(pdf(name))).size };
  };
  return {
    marp: (size) => {
      const flags = ['--pdf', '--allow-local-files', '--browser', 'chrome', '--browser-path', browser];
      return one('marp', [decks.get(`marp ${size}`), ...flags, '-o', pdf('marp')]);
    },
    'reveal-md': (size) => {
      const flags = ['--print', pdf('reveal-md'), '--puppeteer-chromium-executable', browser];
      return one('reveal-md', [decks.get(`reveal-md ${size}`), ...flags, '--port', '0']);
    },
    slidev: (size) => {
      const deck = decks.get(`slidev ${size}`);
      const flags = ['--executable-path', browser, '--output', pdf('slidev'), '--timeout', String(longest)];
      const args = ['export', path.basename(deck), ...flags];
      return one('slidev', args, { cwd: path.dirname(deck) });
    },
  };
}

/** Peers that show what is saved: how each is started, and where its slides are. */
export function peerServers({ at, decks }, sizes) {
  const serve = (name, size, rest, address, firstSlide) => {
    const deck = decks.get(`${name} ${size}`);
    const args = [peerScript(at, name), ...rest];
    return { name, size, deck, cwd: path.dirname(deck), args, address, firstSlide };
  };
  // The browser of the bench reaches no other name.
  const base = 'http://127.0.0.1:{port}';
  return sizes.flatMap((size) => [
    serve('marp', size, ['--server', '.'], `${base}/slides.md#{n}`, 1),
    serve(
      'reveal-md',
      size,
      ['slides.md', '--watch', '--port', '{port}', '--disable-auto-open'],
      `${base}/slides.md#/{n}`,
      0,
    ),
    serve('slidev', size, ['slides.md', '--port', '{port}', '--bind', '127.0.0.1'], `${base}/{n}`, 1),
  ]);
}
