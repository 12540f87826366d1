/** Takes a block of raw HTML and leaves about what it takes: its text as lines, its pictures by the sizes they name. */
import type { Html } from 'mdast';
import { type Box, type Measuring, measureLines, sizeOf } from './box.js';
import { type Extent, nothing } from './extent.js';
import { texts } from './metrics.js';

/** Where one line of text ends and the next begins. */
const lineEnds = /<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|figcaption|summary|blockquote|dt|dd)\s*>/gi;
const tag = /<[^>]*>/g;

/** Estimate a block of HTML. A tag alone takes nothing; what it does to the blocks between nobody can tell. */
export function measureHtml({ value }: Html, box: Box, measuring: Measuring): Extent {
  const text = value
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(style|script|title|aside)\b[^]*?<\/\1\s*>/gi, '');
  const lines = text
    .split(lineEnds)
    .map((line) => line.replace(tag, '').trim())
    .filter((line) => line !== '');
  const heights = lines.map((line) =>
    measureLines([{ type: 'text', value: line }] as never, box.width, box.text, measuring),
  );
  const height = heights.reduce((sum, one) => sum + one, 0) + measureMedia(text);
  const below = texts.text.below * sizeOf(box.text, measuring.fit);
  if (Number.isNaN(height)) return { height, above: 0, below };
  return height > 0 ? { height: height + below * Math.max(0, lines.length - 1), above: 0, below } : nothing;
}

/** A picture, drawing or frame that names no height: only a browser knows. */
function measureMedia(text: string): number {
  const media = text.match(/<(?:img|svg|video|iframe|canvas|object)\b[^>]*>/gi) ?? [];
  const heights = media.map((one) => Number(/\bheight\s*[=:]\s*["']?(\d+)/i.exec(one)?.[1] ?? Number.NaN));
  return heights.reduce((sum, one) => sum + one, 0);
}
