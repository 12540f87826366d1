/** Takes the look of a deck and leaves its styles in a document: tokens, and the faces that speak in them. */
import type { VFile } from 'vfile';
import { type Brand, type BrandVoice, brandVoices } from '../deck/brand.js';
import type { Sources } from '../deck/sources.js';
import { type CompleteTheme, completeTheme, writeTheme } from '../theme/complete-theme.js';
import { readTheme } from '../theme/read-theme.js';
import { readShipped } from './sources.js';

/** What a document takes of a look. */
export interface ThemeStyles {
  /** Rules of the theme's layer, and the faces of a brand. */
  readonly css: string;
  /** Families of the package that the document speaks in. */
  readonly families: readonly string[];
}

const usualFamilies = {
  'font-display': 'Lectern Display',
  'font-sans': 'Lectern Sans',
  'font-mono': 'Lectern Mono',
};

/**
 * Choose the styles of a look.
 *
 * @param sparing whether the ground must be light: light letters on white ground cannot be read
 */
export function chooseThemeStyles(file: VFile, sources: Sources, sparing: boolean): ThemeStyles {
  const wanted = file.data.theme ?? shippedTheme('paper', sources);
  const theme = sparing && wanted.dark ? shippedTheme(file.data.theme?.light ?? 'paper', sources) : wanted;
  const brand = brandFaces(file.data.brand, sources);
  const tokens = new Map([...theme.tokens, ...brand.tokens]);
  const families = Object.entries(usualFamilies).flatMap(([token, usual]) => {
    const named = Array.from(tokens.get(token)?.matchAll(/"([^"]+)"/g) ?? [], ([, family = '']) => family);
    return named.length > 0 ? named : [usual];
  });
  return { css: [writeTheme({ ...theme, tokens }), ...brand.rules].join('\n'), families };
}

function shippedTheme(name: string, sources: Sources): CompleteTheme {
  return completeTheme(readTheme(readShipped(sources, `themes/${name}.css`)).tokens, new Map());
}

function brandFaces(brand: Brand | undefined, sources: Sources) {
  const tokens: [string, string][] = [];
  const rules: string[] = [];
  for (const [voice, files] of Object.entries(brand?.fonts ?? {})) {
    const token = brandVoices[voice as BrandVoice];
    const found = files.filter((name) => sources.has(name));
    if (found.length === 0) continue;
    const family = `Brand ${voice}`;
    tokens.push([token, `"${family}", "${usualFamilies[token]}"`]);
    rules.push(...found.map((name) => faceRule(family, name, sources)));
  }
  return { tokens, rules };
}

function faceRule(family: string, name: string, sources: Sources): string {
  const type = /\.(woff2|woff|ttf|otf)$/i.exec(name)?.[1]?.toLowerCase() ?? 'woff2';
  const uri = `data:font/${type};base64,${Buffer.from(sources.get(name) ?? []).toString('base64')}`;
  const style = /italic|oblique/i.test(name) ? 'italic' : 'normal';
  return `@font-face{font-family:"${family}";font-weight:${weightOf(name)};font-style:${style};font-display:block;src:url(${uri})}`;
}

/** The weight that the name of a file says: `Acme-SemiBold.woff2`, `acme-600.woff2`; a variable face has all. */
function weightOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  if (/variable|\[wght\]|-vf\b/.test(file)) return '100 900';
  const number = /(?:^|\D)([1-9]00)(?:\D|$)/.exec(file)?.[1];
  if (number) return number;
  const words: readonly (readonly [RegExp, string])[] = [
    [/semi-?bold|demi/, '600'],
    [/extra-?bold|heavy/, '800'],
    [/black/, '900'],
    [/bold/, '700'],
    [/medium/, '500'],
    [/light/, '300'],
  ];
  return words.find(([word]) => word.test(file))?.[1] ?? '400';
}
