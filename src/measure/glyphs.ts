/**
 * Takes a text of one style and leaves its glyphs with their places, as a shaper would put them on one endless line.
 * Whatever stretch of it becomes a line, its width is the difference of two places.
 */
import { type Face, findFace, findKerning, type Glyph } from './font-metrics.js';
import type { TextStyle } from './text-style.js';
import { estimateWidth } from './unknown-width.js';

/** A glyph on the line. */
export interface PlacedGlyph {
  readonly text: string;
  /** Where it begins and ends, in px. */
  readonly start: number;
  readonly end: number;
  /** Whether a bundled face holds it; else its width is an estimate that is not too small. */
  readonly known: boolean;
}

/** Place the glyphs of a text from a position on. */
export function placeGlyphs(text: string, style: TextStyle, from = 0): PlacedGlyph[] {
  const face = findFace(style);
  const { size, letterSpacing = 0 } = style;
  const placed: PlacedGlyph[] = [];
  let [at, last]: [number, Glyph | undefined] = [from, undefined];
  // Browsers draw no ligature between spaced letters.
  for (const cluster of listClusters(text, face, letterSpacing === 0)) {
    const glyph = face.glyphs.get(cluster);
    const advance = glyph?.advance ?? estimateWidth(cluster);
    if (last && glyph) at += (findKerning(last, glyph) * size) / 1000;
    // A mark that stands on a letter takes no spacing, for which it would have to be told from a letter.
    const spacing = advance > 0 ? letterSpacing * size : 0;
    const end = at + (advance * size) / 1000 + spacing;
    placed.push({ text: cluster, start: at, end, known: glyph !== undefined });
    at = end;
    last = glyph;
  }
  return placed;
}

/** Cut a text into what the face draws as one: a ligature, or a character. */
function* listClusters(text: string, { ligatures }: Face, joined: boolean): Generator<string> {
  // Letters with marks are one character in the faces.
  const characters = text.normalize('NFC');
  for (let at = 0; at < characters.length; ) {
    const ligature = joined ? ligatures.find((sequence) => characters.startsWith(sequence, at)) : undefined;
    const cluster = ligature ?? String.fromCodePoint(characters.codePointAt(at) ?? 0);
    yield cluster;
    at += cluster.length;
  }
}
