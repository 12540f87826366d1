/**
 * Takes a text and its style and leaves its width in px, from tables of the bundled faces: a build needs no browser.
 * A step of its own because everything that is laid out at build time stands on it.
 */
import { walkGlyphs } from './glyphs.js';
import type { TextStyle } from './text-style.js';

export type { TextStyle } from './text-style.js';

/** Measure a text that stands on one line. */
export function measureText(text: string, style: TextStyle): number {
  return walkGlyphs(text, style);
}

/** List the characters of a text that the bundled faces lack: their widths are estimates that are not too small. */
export function listUnknownCharacters(text: string, style: TextStyle): string[] {
  const unknown = new Set<string>();
  walkGlyphs(text, style, (cluster, _start, _end, known) => {
    if (!known) unknown.add(cluster);
  });
  return [...unknown];
}
