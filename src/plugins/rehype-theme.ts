/**
 * Takes the theme that the command or the deck names, and the colours over it, and leaves `file.data.theme`; what a theme may not say is
 * a message. Documents of all kinds take it from there: their look is decided once.
 */

import type { Root } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { type Config, lowerTrust } from '../config/config.js';
import { decodeText } from '../deck/decode-text.js';
import { defaultDeckOptions } from '../deck/options.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { addPart } from '../diagnostics/file-parts.js';
import { report } from '../diagnostics/report.js';
import { suggest, suggestNote } from '../diagnostics/suggest.js';
import { listThemes, readShipped } from '../document/sources.js';
import { lookUp } from '../look-up.js';
import { type CompleteTheme, completeTheme, findWeakPairs } from '../theme/complete-theme.js';
import { colourTokens, fontTokens, optionalTokens } from '../theme/contract.js';
import { checkTokens, readTheme, type TokenProblem, type Tokens } from '../theme/read-theme.js';

declare module 'vfile' {
  interface DataMap {
    /** The look of the deck, and the theme of the package that stands in for it on white ground. */
    theme?: CompleteTheme & { readonly light: string };
  }
}

/** What themes are called elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
  dark: 'ink',
  black: 'ink',
  light: 'paper',
  white: 'paper',
  serif: 'press',
};

/** What tokens are called elsewhere. */
const otherTokens: Readonly<Record<string, string>> = {
  accent: 'subject-1',
  primary: 'subject-1',
  secondary: 'subject-2',
  background: 'ground',
  bg: 'ground',
  text: 'ink',
  foreground: 'ink',
  muted: 'soft',
  border: 'line',
};

/** The light theme of each dark one. */
const lightPairs: Readonly<Record<string, string>> = {
  ink: 'paper',
  'contrast-dark': 'contrast',
  'press-dark': 'press',
};

/** How files of faces begin: WOFF2, WOFF, OpenType, TrueType. */
const fontMarks = ['wOF2', 'wOFF', 'OTTO', '\0\u0001\0\0', 'true'];

/** The files of a deck's look, as keys of `Sources`: its theme (a path beside the deck, or `theme:` and the name of a package) and a brand's faces. */
export function listThemeFiles(file: VFile, config: Config, sources: Sources): string[] {
  const fonts = Object.values(file.data.brand?.fonts ?? {}).flat();
  return [...listOwnTheme(file, config, sources), ...fonts];
}

function listOwnTheme(file: VFile, config: Config, sources: Sources): string[] {
  const name = config.theme ?? file.data.deck?.theme ?? '';
  const shipped = listThemes(sources);
  // Without the package's own files nobody knows which names are packages.
  const isShipped = shipped.length === 0 ? !name.endsWith('.css') : shipped.includes(name);
  const key = isShipped ? undefined : keyOf(name);
  return key === undefined ? [] : [key];
}

/** Decide the look of a deck. */
export function rehypeTheme(config: Config, sources: Sources) {
  return (_tree: Root, file: VFile): void => {
    const deck = file.data.deck ?? defaultDeckOptions;
    const found = findTheme(config, sources, file);
    const base = completeTheme(readShippedTheme(found.base, sources), found.tokens);
    const { tokens, problems } = checkTokens(Object.entries(deck.tokens));
    const placeOf = (name: string) => tokenPlace(name, file);
    for (const problem of problems) reportToken(problem, placeOf(problem.name), file);
    const theme = completeTheme(base.tokens, tokens);
    file.data.theme = { ...theme, light: lightPairs[found.base] ?? found.base };
    checkFonts(sources, file);
    reportWeak(theme, tokens, placeOf, file);
    if (tokens.size === 0) reportWeak(theme, found.tokens, () => found.place, file);
  };
}

/** Where a colour stands: in the deck, its talk or its brand. */
function tokenPlace(name: string, file: VFile): Position | undefined {
  const places = file.data.optionPlaces;
  const keys = [`tokens.${name}`, `tokens.--lectern-${name}`, `colors.${name}`, `colors.--lectern-${name}`];
  const key = [...keys, 'tokens', 'colors'].find((one) => places?.has(one));
  return key === undefined ? undefined : places?.get(key);
}

/** The tokens of a theme that the package ships. */
export function readShippedTheme(name: string, sources: Sources): Tokens {
  return readTheme(readShipped(sources, `themes/${name}.css`)).tokens;
}

interface FoundTheme {
  /** The theme of the package that has what `tokens` have not. */
  readonly base: string;
  readonly tokens: Tokens;
  /** Where it is said. */
  readonly place: Position | undefined;
}

function findTheme(config: Config, sources: Sources, file: VFile): FoundTheme {
  const deck = file.data.deck ?? defaultDeckOptions;
  const name = config.theme ?? deck.theme;
  const place = config.theme === undefined ? file.data.optionPlaces?.get('theme') : undefined;
  const known = listThemes(sources);
  if (known.includes(name)) return { base: name, tokens: new Map(), place };
  const isSafe = lowerTrust(config.trust, deck.trust) === 'safe';
  const key = keyOf(name);
  const bytes = isSafe || key === undefined ? undefined : sources.get(key);
  if (bytes) return readOwnTheme(key ?? name, decodeText(bytes).text, file);
  const note = isSafe
    ? 'A deck of trust `safe` brings no theme of its own.'
    : name.endsWith('.css')
      ? 'Paths are relative to the deck; upper and lower case count.'
      : suggestNote(lookUp(otherNames, name) ?? name, known);
  report(file, 'theme-unknown', place, `Unexpected theme \`${name}\`, expected one that is there`, {
    note,
    actual: name,
    expected: known,
  });
  return { base: 'paper', tokens: new Map(), place };
}

function readOwnTheme(key: string, css: string, file: VFile): FoundTheme {
  const part = addPart(file, key.replace(/^theme:/, 'node_modules/'), css.replace(/\r\n?/g, '\n'));
  const at = (line = 1): Position => {
    const point = { line: part.line + line, column: 1 };
    return { start: point, end: point };
  };
  const { tokens, scheme, problems } = readTheme(css);
  for (const problem of problems) reportToken(problem, at(problem.line), file);
  return { base: scheme === 'dark' ? 'ink' : 'paper', tokens, place: at() };
}

function keyOf(name: string): string | undefined {
  if (!name.endsWith('.css')) return `theme:${name}`;
  const path = resolvePath(name);
  return path.kind === 'inside' ? path.path : undefined;
}

function reportToken({ kind, name, value }: TokenProblem, place: Position | undefined, file: VFile): void {
  if (kind === 'rule') {
    report(
      file,
      'theme-rule',
      place,
      `Unexpected \`${name}\` in a theme, expected values of tokens in \`:root\``,
      {
        note: 'Rules of your own belong into a stylesheet that `css:` names.',
        actual: name,
      },
    );
    return;
  }
  const known = [...colourTokens, ...optionalTokens, ...Object.keys(fontTokens)];
  const faces = lookUp(fontTokens, name);
  const reason =
    kind === 'name'
      ? `Unexpected token \`${name}\`, expected one of the contract of themes`
      : `Unexpected value \`${value}\` of the token \`${name}\`, expected ${faces ? faces.map((face) => `\`${face}\``).join(' or ') : 'a colour such as `#1c1b1a`'}`;
  report(file, 'theme-token', place, reason, {
    note: noteOf(kind, name, value, known),
    actual: name,
    expected: known,
  });
}

function noteOf(kind: TokenProblem['kind'], name: string, value: string, known: readonly string[]): string {
  if (kind === 'name' && /size$|^(?:side|top|bottom|width|height)$/.test(name))
    return 'Sizes are fixed: what fits on a slide is computed from them when the deck is built.';
  if (kind === 'name') {
    const close = lookUp(otherTokens, name) ?? suggest(name, known);
    return close
      ? `Did you mean \`${close}\`?`
      : 'Such as `ground`, `ink`, `soft`, `line`, `subject-1`, `code-string`; all are in themes/README.md.';
  }
  return value === ''
    ? 'Write the colour in quotes: without them `#` begins a comment in YAML.'
    : 'Colours are `#rrggbb` or `#rgb`, faces those of the package.';
}

function reportWeak(
  theme: CompleteTheme,
  own: Tokens,
  placeOf: (token: string) => Position | undefined,
  file: VFile,
): void {
  const [stronger, weaker] = theme.dark ? ['lighter', 'darker'] : ['darker', 'lighter'];
  for (const { blamed, text, ground, ratio } of findWeakPairs(theme, own)) {
    report(
      file,
      'theme-contrast',
      placeOf(blamed),
      `Unexpected contrast ${ratio.toFixed(1)}:1 of \`${text}\` on \`${ground}\`, expected at least 4.5:1`,
      { note: `Make \`${text}\` ${stronger}, or \`${ground}\` ${weaker}.` },
    );
  }
}

/** A face that is missing or no font would be replaced by the browser without a word. */
function checkFonts(sources: Sources, file: VFile): void {
  for (const name of Object.values(file.data.brand?.fonts ?? {}).flat()) {
    const bytes = sources.get(name);
    const mark = bytes && String.fromCharCode(...bytes.subarray(0, 4));
    if (mark !== undefined && fontMarks.includes(mark)) continue;
    report(
      file,
      'brand-missing',
      file.data.optionPlaces?.get('fonts'),
      `Unexpected font \`${name}\`, expected ${bytes ? 'a WOFF2, WOFF, TrueType or OpenType file' : 'a file in the deck’s folder'}`,
      {
        note: bytes
          ? 'The file may be damaged.'
          : 'Paths are relative to the file of the brand; upper and lower case count.',
        actual: name,
      },
    );
  }
}
