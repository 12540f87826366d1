/**
 * Takes a text of one style and leaves its glyphs with their places, as a shaper would put them on one endless line.
 * Whatever stretch of it becomes a line, its width is the difference of two places.
 */
import { type Face, findFace, findKerning, type Glyph } from './font-metrics.js';
import type { TextStyle } from './text-style.js';
import { estimateWidth } from './unknown-width.js';

/** Gets what is drawn as one, where it begins and ends in px, and whether a bundled face holds it. */
export type GlyphVisitor = (cluster: string, start: number, end: number, known: boolean) => void;

/** Visit the glyphs of a text in order and leave its width in px. */
export function walkGlyphs(text: string, style: TextStyle, visit?: GlyphVisitor): number {
  const face = findFace(style);
  const { letterSpacing = 0 } = style;
  const size = glyphSize(style.size);
  // Letters with marks are one character in the faces.
  const characters = text.normalize('NFC');
  let [at, last]: [number, Glyph | undefined] = [0, undefined];
  for (let index = 0; index < characters.length; ) {
    // Browsers draw no ligature between spaced letters.
    const cluster = clusterAt(characters, index, letterSpacing === 0 ? face : undefined);
    const glyph = face.glyphs.get(cluster);
    const advance = glyph?.advance ?? estimateWidth(cluster);
    if (last && glyph) at += (findKerning(last, glyph) * size) / 1000;
    // A mark takes no spacing of its own.
    const end = at + (advance * size) / 1000 + (advance > 0 ? letterSpacing * style.size : 0);
    visit?.(cluster, at, end, glyph !== undefined);
    [at, last] = [end, glyph];
    index += cluster.length;
  }
  return at;
}

/** The size a face is scaled to: FreeType, which the browsers of Linux and our printing one draw with, knows 1/64 px and rounds down. */
function glyphSize(size: number): number {
  return Math.floor(size * 64) / 64;
}

/** Find what is drawn as one at a place: a ligature, or a character. */
function clusterAt(text: string, index: number, face: Face | undefined): string {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (!face?.ligatures.has(character)) return character;
  return face.ligatures.get(character)?.find((sequence) => text.startsWith(sequence, index)) ?? character;
}
