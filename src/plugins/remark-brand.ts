/**
 * Takes the brand that a deck names and leaves what it says as options of the deck: what the deck or its talk says itself wins.
 * A step of its own after the talk, because a talk may have another brand.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Brand, brandOptions } from '../deck/brand.js';
import { decodeText } from '../deck/decode-text.js';
import { type DeckOptions, defaultDeckOptions } from '../deck/options.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { addPart } from '../diagnostics/file-parts.js';
import { report } from '../diagnostics/report.js';
import { parseOptions, readOptions } from './options/read-options.js';

/** The file of a deck's brand, as a key of `Sources`. */
export function listBrand(file: VFile): string[] {
  const path = resolvePath(file.data.deck?.brand ?? '');
  return path.kind === 'inside' && path.path !== '' ? [path.path] : [];
}

/** Read the brand. */
export function remarkBrand(sources: Sources) {
  return (_tree: Root, file: VFile): void => {
    const deck = file.data.deck ?? defaultDeckOptions;
    if (deck.brand === '') return;
    const [path = ''] = listBrand(file);
    const bytes = sources.get(path);
    if (bytes) applyBrand(path, decodeText(bytes).text.replace(/\r\n?/g, '\n'), deck, file);
    else
      report(
        file,
        'brand-missing',
        file.data.optionPlaces?.get('brand'),
        `Unexpected brand \`${deck.brand}\`, expected a YAML file in the deck’s folder`,
        { note: 'Paths are relative to the deck; upper and lower case count.', actual: deck.brand },
      );
  };
}

function applyBrand(path: string, text: string, deck: DeckOptions, file: VFile): void {
  const part = addPart(file, path, text);
  const options = parseOptions(text, part.line, 'brand', file);
  if (!options) return;
  const { values, places } = readOptions(options, brandOptions, 'a brand', file);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const { tokens, fonts = {}, ...plain } = values as Partial<DeckOptions & Brand>;
  const given = file.data.optionPlaces ?? new Map();
  const brand = { ...plain, ...(plain.logo && { logo: folder + plain.logo }) };
  if (brand.theme?.endsWith('.css')) brand.theme = folder + brand.theme;
  const silent = Object.entries(brand).filter(([key]) => !given.has(key));
  file.data.deck = { ...deck, ...Object.fromEntries(silent), tokens: { ...tokens, ...deck.tokens } };
  // A colour's message belongs to where it is written.
  file.data.optionPlaces = new Map([...places].filter(([key]) => !given.has(key)).concat([...given]));
  file.data.brand = {
    fonts: Object.fromEntries(
      Object.entries(fonts).map(([voice, files]) => [voice, files.map((name) => folder + name)]),
    ),
  };
}
