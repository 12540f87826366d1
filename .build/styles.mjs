/**
 * Makes the styles of the page: ours, each in its cascade layer, reveal.js' and KaTeX' without what we replace.
 * Sources are written without layers; the layer is a matter of who wins, so it is given here, in one place.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { generate, parse, walk } from 'css-tree';
import { build, transform } from 'esbuild';
import { assets, modules, root, write } from './paths.mjs';

/** From weak to strong: what a later layer says wins over an earlier one, whatever the selectors. */
const order = '@layer reveal,lectern.base,lectern.components,lectern.theme,lectern.deck;';

/** Files of themes/ that are no theme. */
const notThemes = new Set(['base.css', 'print.css', 'screen.css']);

/** Make all styles of the page. */
export async function buildStyles() {
  await Promise.all([buildBase(), buildMedia(), buildThemes(), buildReveal(), buildKatex(), copyReveal()]);
}

/** base.css holds the contract's HTML and, one layer above, what every component brings. */
async function buildBase() {
  const base = await bundle('themes/base.css');
  const components = await Promise.all((await componentStyles()).map(bundle));
  const css = `${order}${layer('lectern.base', base)}${layer('lectern.components', components.join(''))}`;
  await write(join(assets, 'base.css'), css);
}

async function componentStyles() {
  const folders = await readdir(join(root, 'src/components'), { withFileTypes: true });
  return folders
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/components/${entry.name}/style.css`)
    .filter((path) => existsSync(join(root, path)))
    .sort();
}

async function buildMedia() {
  for (const name of ['print.css', 'screen.css']) {
    await write(join(assets, name), layer('lectern.base', await bundle(`themes/${name}`)));
  }
}

async function buildThemes() {
  const names = (await readdir(join(root, 'themes'))).filter((name) => name.endsWith('.css'));
  for (const name of names.filter((one) => !notThemes.has(one))) {
    await write(join(assets, 'themes', name), layer('lectern.theme', await bundle(`themes/${name}`)));
  }
}

/** Bundle a style sheet with its imports, minified. Selectors stay as written: browsers of 2023 and later nest. */
async function bundle(path) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'warning',
    target: ['chrome120', 'firefox121', 'safari17.2'],
  });
  return result.outputFiles[0].text.trim();
}

function layer(name, css) {
  return css === '' ? '' : `@layer ${name}{${css}}`;
}

/**
 * Reveal's print styles are replaced by ours (its paper sheet turns every deck white and left-aligned, its page view
 * is never used), so they are cut; the rest goes into the weakest layer, where it cannot touch a slide.
 */
async function buildReveal() {
  const css = await readFile(join(modules, 'reveal.js/dist/reveal.css'), 'utf8');
  const tree = parse(css);
  walk(tree, {
    visit: 'Atrule',
    enter(node, item, list) {
      if (node.name === 'media' && /\bprint\b/.test(generate(node.prelude))) list.remove(item);
    },
  });
  walk(tree, { visit: 'Rule', enter: removeUnused });
  const { code } = await transform(generate(tree), { loader: 'css', minify: true });
  await write(join(assets, 'reveal.css'), layer('reveal', code.trim()));
}

/** The print view is never used, and our own slide number has the class of reveal's. */
const cut = /\.(reveal-print|print-pdf|slide-number(-\w+)?)\b/;

function removeUnused(rule, item, list) {
  if (rule.prelude.type !== 'SelectorList') return;
  rule.prelude.children.forEach((selector, place, selectors) => {
    if (cut.test(generate(selector))) selectors.remove(place);
  });
  if (rule.prelude.children.isEmpty) list.remove(item);
}

/** A page embeds only the faces its formulas need, so KaTeX' own rules for all twenty are cut. */
async function buildKatex() {
  const tree = parse(await readFile(join(modules, 'katex/dist/katex.min.css'), 'utf8'));
  walk(tree, {
    visit: 'Atrule',
    enter(node, item, list) {
      if (node.name === 'font-face') list.remove(item);
    },
  });
  await write(join(assets, 'katex.css'), layer('lectern.base', generate(tree)));
}

async function copyReveal() {
  const path = join(modules, 'reveal.js/dist/reveal.js');
  await write(join(assets, basename(path)), await readFile(path));
}
