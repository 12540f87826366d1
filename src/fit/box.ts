/** What measuring carries along: the box that blocks stand in, and what is the same for the whole slide. */
import type { Node } from 'mdast';
import type { SlideSize } from '../deck/option-values.js';
import type { TextStyle } from '../measure/text-width.js';
import type { Extent } from './extent.js';
import { countLines } from './lines.js';
import { leastSize, pictures, type TextMetrics, unbounded } from './metrics.js';
import { type PictureSize, readRuns } from './runs.js';

/** A box that blocks stand in. */
export interface Box {
  /** In px. */
  readonly width: number;
  /** What ordinary text in it is set in. */
  readonly text: TextMetrics;
  readonly place: 'body' | 'column' | 'item' | 'other';
  /** How many lists are around. */
  readonly depth: number;
}

/** Width and height in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is the same for all blocks of a slide. */
export interface Measuring {
  /** What content sizes are multiplied with. */
  readonly fit: number;
  readonly slideSize: SlideSize;
  /** Rank of the title in the output; nothing without a title. */
  readonly titleRank: number | undefined;
  /** Rank of the first headings of the body. */
  readonly innerRank: number;
  /** The author's ranks of the body's headings, lowest first. */
  readonly ranks: readonly number[];
  readonly layout: string;
  /** Pixels of a picture; nothing where the file is not there. */
  readonly pixels: (picture: Node) => Size | undefined;
  /** Height of a component; nothing where it cannot tell. */
  readonly component: (node: Node, width: number) => number | undefined;
  /** Heights of texts that were measured before: pages are tried that differ by a block. */
  readonly known: WeakMap<readonly Node[], Map<string, number>>;
  /** Measure blocks inside of others. */
  readonly blocks: (nodes: readonly Node[], box: Box) => Extent;
}

/** Font size of a text in px. */
export function sizeOf(text: TextMetrics, fit: number): number {
  return Math.max(leastSize, text.size * fit);
}

/** Style of a text as the measurer wants it. */
export function styleOf(text: TextMetrics, fit: number): TextStyle {
  return {
    size: sizeOf(text, fit),
    weight: text.weight,
    family: text.family,
    ...(text.italic && { italic: true }),
  };
}

/** Measure inline content that is set in lines of a width. */
export function measureLines(
  nodes: readonly Node[],
  width: number,
  text: TextMetrics,
  { fit, pixels, known }: Pick<Measuring, 'fit' | 'pixels' | 'known'>,
): number {
  const heights = known.get(nodes) ?? new Map<string, number>();
  known.set(nodes, heights);
  const key = `${width} ${fit} ${text.size} ${text.line} ${text.weight} ${text.family}`;
  const found = heights.get(key);
  if (found !== undefined) return found;
  const lineHeight = sizeOf(text, fit) * text.line;
  const runs = readRuns(nodes, styleOf(text, fit), inlineSize(pixels, width));
  const { count, extra } = countLines(runs, width, lineHeight);
  const height = count * lineHeight + extra;
  heights.set(key, height);
  return height;
}

/** A picture in a line: as large as its pixels, or nobody knows. */
export function inlineSize(pixels: Measuring['pixels'], most: number): PictureSize {
  return (node) => {
    const { width, height } = askedSize(node) ?? pixels(node) ?? { width: 24, height: 24 };
    // A drawing that names no size takes the whole line.
    if (width >= unbounded) return { width: most, height: Math.min((most * height) / width, pictures.most) };
    const scale = Math.min(1, most / width, pictures.most / height);
    return { width: width * scale, height: height * scale };
  };
}

/** A height that the author gives a picture, in em; such a picture is small. */
function askedSize(node: Node): Size | undefined {
  const [, em] = /height:\s*([\d.]+)em/.exec(node.data?.hProperties?.style ?? '') ?? [];
  return em === undefined ? undefined : { width: Number(em) * 48, height: Number(em) * 24 };
}

/** Give a height the margins that its text has. */
export function withMargins(height: number, text: TextMetrics, fit: number): Extent {
  const size = sizeOf(text, fit);
  return { height, above: text.above * size, below: text.below * size };
}
