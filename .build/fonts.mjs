/**
 * Makes the font files that decks carry. Axes are pinned, features and characters cut once, here: WOFF2 compression
 * takes 0.6 to 1.5 s a face, too long for the build of a deck. Results are kept by content hash in node_modules/.cache.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCodePoints, toRanges } from './cmap.mjs';
import { assets, modules, write } from './paths.mjs';

const cache = join(modules, '.cache/lectern-fonts');

/** Raise it when the recipe below changes in a way that its options do not show. */
const recipe = 1;

const serifFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum'];
const sansFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum', 'rvrn'];
// `calt` holds JetBrains Mono's code ligatures: 23 KB, and `!=` should look as it was typed.
const monoFeatures = ['ccmp', 'locl', 'mark'];

const sans = { family: 'Lectern Sans', weight: '400 700', keepFeatures: sansFeatures };
/**
 * The text face of themes in serif: drawn for the size of running text, unlike the face of titles. A little smaller than its size says,
 * so that lines are no wider than in sans, by which a build measures.
 */
const serif = {
  family: 'Lectern Serif',
  sizeAdjust: '95%',
  weight: '400 700',
  keepFeatures: serifFeatures,
  variationAxes: { opsz: 20, wght: { min: 400, max: 700 } },
};
const sansAxes = { wdth: 100, wght: { min: 400, max: 700 } };

/** The faces; `source` names a fontsource file, `*` its set of characters. Names of our own: the originals are reserved by their licences. */
const faces = [
  {
    family: 'Lectern Display',
    name: 'display',
    style: 'normal',
    weight: '600',
    source: 'source-serif-4/files/source-serif-4-*-opsz-normal.woff2',
    variationAxes: { opsz: 60, wght: 600 },
    keepFeatures: serifFeatures,
  },
  {
    family: 'Lectern Display',
    name: 'display-italic',
    style: 'italic',
    weight: '400',
    source: 'source-serif-4/files/source-serif-4-*-opsz-italic.woff2',
    variationAxes: { opsz: 60, wght: 400 },
    keepFeatures: serifFeatures,
  },
  {
    ...sans,
    name: 'sans',
    style: 'normal',
    source: 'ibm-plex-sans/files/ibm-plex-sans-*-standard-normal.woff2',
    variationAxes: sansAxes,
  },
  {
    ...sans,
    name: 'sans-italic',
    style: 'italic',
    source: 'ibm-plex-sans/files/ibm-plex-sans-*-standard-italic.woff2',
    variationAxes: sansAxes,
  },
  {
    ...serif,
    name: 'serif',
    style: 'normal',
    source: 'source-serif-4/files/source-serif-4-*-opsz-normal.woff2',
  },
  {
    ...serif,
    name: 'serif-italic',
    style: 'italic',
    source: 'source-serif-4/files/source-serif-4-*-opsz-italic.woff2',
  },
  {
    family: 'Lectern Mono',
    name: 'mono',
    style: 'normal',
    weight: '400 600',
    source: 'jetbrains-mono/files/jetbrains-mono-*-wght-normal.woff2',
    variationAxes: { wght: { min: 400, max: 600 } },
    keepFeatures: monoFeatures,
  },
];

/**
 * Weights that printed documents get as faces of their own: Chromium writes a variable face into a PDF as drawings (Type 3),
 * larger and without the outlines that a viewer can hint. Latin alone: the rest is rare.
 */
const printedWeights = {
  sans: [400, 500, 600, 700],
  'sans-italic': [400, 600, 700],
  serif: [400, 500, 600, 700],
  'serif-italic': [400, 600, 700],
  mono: [400, 600],
};

/** Make the text faces and copy KaTeX's. */
export async function buildFonts() {
  await Promise.all([buildTextFaces(), copyKatexFaces()]);
}

async function buildTextFaces() {
  const listed = [];
  // One after the other: the subsetter is one WebAssembly instance.
  for (const face of faces) {
    const latin = await buildFace(face, 'latin', []);
    const extended = await buildFace(face, 'latin-ext', latin.codePoints);
    const weights = printedWeights[face.name] ?? [];
    // A face without weights to choose from is the same on screen and on paper.
    const use = weights.length > 0 ? { use: 'screen' } : {};
    listed.push({ ...latin.entry, ...use }, { ...extended.entry, ...use });
    for (const weight of weights) {
      const variationAxes = { ...face.variationAxes, wght: weight };
      const fixed = { ...face, name: `${face.name}-${weight}`, weight: String(weight), variationAxes };
      const { entry } = await buildFace(fixed, 'latin', []);
      // Faces share the characters of a text only where their weights are written alike: the rest of Latin has to be
      // listed for each weight too, or a text with one such letter would lose its font.
      listed.push({ ...entry, use: 'print' }, { ...extended.entry, weight: String(weight), use: 'print' });
    }
  }
  await write(join(assets, 'fonts/fonts.json'), `${JSON.stringify(listed, null, 1)}\n`);
}

/**
 * Make one face of one set of characters. Its list says what it really holds, not what the package promises, and
 * without `others`: the extended sets hold a space and two letters too, and each deck would carry them for those.
 */
async function buildFace(face, set, others) {
  const source = await readFile(join(modules, '@fontsource-variable', face.source.replace('*', set)));
  const { font, codePoints } = await cached(face, source, others);
  const file = `${face.name}-${set}.woff2`;
  await write(join(assets, 'fonts', file), font);
  const { family, weight, style, sizeAdjust } = face;
  const unicodeRange = toRanges(codePoints);
  const entry = { family, file, weight, style, unicodeRange, bytes: font.length };
  return { codePoints, entry: { ...entry, ...(sizeAdjust && { sizeAdjust }) } };
}

async function cached(face, source, others) {
  const { variationAxes, keepFeatures } = face;
  // Hints are 10 % of the bytes; at the sizes of a slide they change nothing.
  const options = { targetFormat: 'woff2', variationAxes, keepFeatures, noHinting: true };
  const recipeText = JSON.stringify([recipe, options, others]);
  const key = createHash('sha256').update(recipeText).update(source).digest('hex');
  const path = join(cache, key.slice(0, 32));
  try {
    const [font, list] = await Promise.all([readFile(`${path}.woff2`), readFile(`${path}.json`, 'utf8')]);
    return { font, codePoints: JSON.parse(list) };
  } catch {
    const made = await subset(source, options, others);
    await Promise.all([
      write(`${path}.woff2`, made.font),
      write(`${path}.json`, JSON.stringify(made.codePoints)),
    ]);
    return made;
  }
}

async function subset(source, options, others) {
  const { default: subsetFont } = await import('subset-font');
  const sfnt = await subsetFont(source, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt' });
  const taken = new Set([...others, 0xfeff]);
  const codePoints = readCodePoints(sfnt).filter((point) => point >= 0x20 && !taken.has(point));
  const font = await subsetFont(source, String.fromCodePoint(...codePoints), options);
  return { font, codePoints };
}

/** KaTeX's faces stay whole: a page takes only those its formulas need. */
async function copyKatexFaces() {
  const folder = join(modules, 'katex/dist/fonts');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.woff2')).sort();
  const listed = await Promise.all(files.map((file) => copyKatexFace(folder, file)));
  await write(join(assets, 'katex-fonts/fonts.json'), `${JSON.stringify(listed, null, 1)}\n`);
}

/** `KaTeX_Main-BoldItalic.woff2` names family, weight and style. */
async function copyKatexFace(folder, file) {
  const bytes = await readFile(join(folder, file));
  await write(join(assets, 'katex-fonts', file), bytes);
  const [family = '', variant = ''] = file.replace('.woff2', '').split('-');
  return {
    family,
    file,
    weight: variant.startsWith('Bold') ? '700' : '400',
    style: variant.endsWith('Italic') ? 'italic' : 'normal',
    bytes: bytes.length,
  };
}
