/** Takes the bundled faces and the characters of a deck and leaves `@font-face` rules: only faces that the deck needs. */

import type { Sources } from '../deck/sources.js';
import { readShipped, shippedDataUri } from './sources.js';

/** One face of `fonts.json`, which the package build writes. */
interface Face {
  readonly family: string;
  readonly file: string;
  readonly weight: string;
  readonly style: string;
  /** As in CSS: `U+0000-00FF, U+0131`. */
  readonly unicodeRange: string;
  /** Where it is used; everywhere when it does not say. */
  readonly use?: 'screen' | 'print';
  /** How much smaller it is drawn than its size says, as in CSS. */
  readonly sizeAdjust?: string;
}

/** KaTeX's faces, and the classes or elements of its output that need them; the first two carry every formula. */
const katexFaces: readonly (readonly [
  file: string,
  family: string,
  style: string,
  weight: string,
  needs: RegExp,
])[] = [
  ['KaTeX_Main-Regular.woff2', 'KaTeX_Main', 'normal', '400', /katex/],
  ['KaTeX_Math-Italic.woff2', 'KaTeX_Math', 'italic', '400', /katex/],
  ['KaTeX_Main-Bold.woff2', 'KaTeX_Main', 'normal', '700', /mathbf|textbf/],
  ['KaTeX_Main-Italic.woff2', 'KaTeX_Main', 'italic', '400', /mathit|textit/],
  ['KaTeX_Main-BoldItalic.woff2', 'KaTeX_Main', 'italic', '700', /boldsymbol|textbf textit/],
  ['KaTeX_Math-BoldItalic.woff2', 'KaTeX_Math', 'italic', '700', /boldsymbol/],
  ['KaTeX_AMS-Regular.woff2', 'KaTeX_AMS', 'normal', '400', /amsrm|mathbb/],
  ['KaTeX_Caligraphic-Regular.woff2', 'KaTeX_Caligraphic', 'normal', '400', /mathcal/],
  ['KaTeX_Fraktur-Regular.woff2', 'KaTeX_Fraktur', 'normal', '400', /mathfrak/],
  ['KaTeX_SansSerif-Regular.woff2', 'KaTeX_SansSerif', 'normal', '400', /mathsf|textsf/],
  ['KaTeX_Script-Regular.woff2', 'KaTeX_Script', 'normal', '400', /mathscr/],
  ['KaTeX_Typewriter-Regular.woff2', 'KaTeX_Typewriter', 'normal', '400', /mathtt|texttt/],
  ['KaTeX_Size1-Regular.woff2', 'KaTeX_Size1', 'normal', '400', /size1|small-op/],
  ['KaTeX_Size2-Regular.woff2', 'KaTeX_Size2', 'normal', '400', /size2|large-op/],
  ['KaTeX_Size3-Regular.woff2', 'KaTeX_Size3', 'normal', '400', /size3/],
  ['KaTeX_Size4-Regular.woff2', 'KaTeX_Size4', 'normal', '400', /size4|delim-size4|mult/],
];

/**
 * Write the rules for the faces that hold a character of the deck.
 *
 * @param characters code points of all text in the document
 * @param use what the document is for
 * @param families those that its theme speaks in
 */
export function fontFaces(
  sources: Sources,
  characters: ReadonlySet<number>,
  use: 'screen' | 'print',
  families: readonly string[],
): string {
  const faces: Face[] = JSON.parse(readShipped(sources, 'fonts/fonts.json'));
  return faces
    .filter((face) => (face.use ?? use) === use && families.includes(face.family))
    .filter((face) => rangesOf(face.unicodeRange).some(([from, to]) => holdsAny(characters, from, to)))
    .map((face) => {
      const uri = shippedDataUri(sources, `fonts/${face.file}`, 'font/woff2');
      const adjust = face.sizeAdjust ? `;size-adjust:${face.sizeAdjust}` : '';
      return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:block;src:url(${uri}) format("woff2");unicode-range:${face.unicodeRange}${adjust}}`;
    })
    .join('\n');
}

/** Write KaTeX's styles with the faces that the document's formulas need. */
export function katexStyles(sources: Sources, html: string): string {
  const faces = katexFaces
    .filter(([, , , , needs]) => needs.test(html))
    .map(([file, family, style, weight]) => {
      const uri = shippedDataUri(sources, `katex-fonts/${file}`, 'font/woff2');
      return `@font-face{font-family:${family};font-style:${style};font-weight:${weight};font-display:block;src:url(${uri}) format("woff2")}`;
    });
  return `${faces.join('\n')}\n${readShipped(sources, 'katex.css')}`;
}

function rangesOf(unicodeRange: string): [from: number, to: number][] {
  return unicodeRange.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function holdsAny(characters: ReadonlySet<number>, from: number, to: number): boolean {
  for (const character of characters) if (character >= from && character <= to) return true;
  return false;
}
