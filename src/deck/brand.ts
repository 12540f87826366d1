/** What a brand is: logo, colours and faces of a house, in one YAML file that many decks name; and the keys it takes. */
import { kind } from '../config/json-schema.js';
import type { DeckOption } from './option-types.js';
import { parseTokens, paths, text, themeName } from './option-values.js';

/** Which faces a brand may bring, with the token each of them becomes. */
export const brandVoices = { title: 'font-display', text: 'font-sans', code: 'font-mono' } as const;

/** A voice of a brand. */
export type BrandVoice = keyof typeof brandVoices;

/** A brand as later steps need it; what decks can say too has gone to their options. */
export interface Brand {
  /** Files of each voice, relative to the deck's folder. */
  readonly fonts: Readonly<Partial<Record<BrandVoice, readonly string[]>>>;
}

declare module 'vfile' {
  interface DataMap {
    brand?: Brand;
  }
}

/** One key of a brand. */
export type BrandOption = Omit<DeckOption, 'name' | 'fallback'> & { readonly name: string };

const parseFonts = kind<Brand['fonts']>(
  {
    type: 'object',
    properties: Object.fromEntries(Object.keys(brandVoices).map((voice) => [voice, paths.schema])),
    additionalProperties: false,
  },
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).map(([voice, files]) => [voice, paths(files)] as const);
    const right = entries.every(([voice, files]) => Object.hasOwn(brandVoices, voice) && files !== undefined);
    return right ? Object.fromEntries(entries) : undefined;
  },
);

/** All keys of a brand. */
export const brandOptions: readonly BrandOption[] = [
  {
    key: 'theme',
    name: 'theme',
    expected: 'a theme by name, file or package',
    summary: 'Theme that the colours go over',
    parse: themeName,
  },
  {
    key: 'logo',
    name: 'logo',
    expected: 'the path of a picture',
    summary: 'Picture in the header of every slide; relative to the file of the brand, as all paths in it',
    parse: text,
  },
  {
    key: 'header',
    name: 'header',
    expected: 'a text',
    summary: 'Text at the top of every slide',
    parse: text,
  },
  {
    key: 'footer',
    name: 'footer',
    expected: 'a text',
    summary: 'Text at the foot of every slide',
    parse: text,
  },
  {
    key: 'colors',
    name: 'tokens',
    expected: 'colours by the names of tokens, such as `ink: "#1c1b1a"`',
    summary: 'Colours, by [the names of tokens](themes/README.md#colours)',
    parse: parseTokens,
  },
  {
    key: 'fonts',
    name: 'fonts',
    expected: '`title`, `text` or `code`, each with a font file or a list of them',
    summary:
      'Font files (`.woff2`, `.woff`, `.ttf`, `.otf`) for `title`, `text` and `code`; weight and slope by their names',
    parse: parseFonts,
  },
];
