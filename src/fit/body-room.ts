/**
 * Takes a slide and the deck's options and leaves the place that its body has: what title, foot and edges leave of the slide.
 * The figures mirror `themes/base/slide.css`, `foot.css`, `layouts.css` and `picture-layouts.css`.
 */

import type { Slide } from '../deck/nodes.js';
import type { DeckOptions } from '../deck/options.js';
import type { Layout } from '../deck/slide-options.js';
import { measureText, type TextStyle } from '../measure/text-width.js';
import { countLines } from './lines.js';
import type { TextMetrics } from './metrics.js';

/** Width and height of a slide's body in px. */
export interface BodyRoom {
  readonly width: number;
  readonly height: number;
}

/** The words around a slide's body, as text. */
export interface Surroundings {
  /** Empty where the slide has no title. */
  readonly title: string;
  /** Notes and sources at the foot, one text. */
  readonly foot: string;
  /** As printed: `7 / 31`. */
  readonly number: string;
}

/** The grid: tokens of `themes/base/tokens.css`; a picture's half and the distance to it. */
const grid = { side: 72, top: 56, bottom: 26, beside: 56 };

/** Where text begins and ends, its size, and what lies between it and its neighbours, in px. */
interface Frame {
  readonly title: TextMetrics;
  /** Widest line of the title, in em of it. */
  readonly titleWidth: number;
  readonly titleBelow: number;
  /** Whether the title becomes smaller with the content. */
  readonly scales: boolean;
  readonly foot: number;
  /** Padding and rules of the body. */
  readonly around: number;
  /** What else is taken above. */
  readonly above: number;
}

const title: TextMetrics = { size: 44, line: 1.12, above: 0, below: 0, family: 'display', weight: 600 };
const usual: Frame = { title, titleWidth: 26, titleBelow: 26, scales: false, foot: 32, around: 0, above: 0 };

const frames: Readonly<Partial<Record<Layout, Frame>>> = {
  title: {
    ...usual,
    title: { ...title, size: 96, line: 0.98 },
    titleWidth: 100,
    titleBelow: 28,
    scales: true,
    foot: 46,
    above: grid.side - grid.top,
  },
  section: {
    ...usual,
    title: { ...title, size: 72, line: 1.04 },
    titleWidth: 15,
    titleBelow: 20,
    scales: true,
    around: 22,
  },
  quote: {
    ...usual,
    title: { ...title, size: 24, line: 1.3, family: 'sans', weight: 400 },
    titleWidth: 26,
    around: 56,
  },
  image: { ...usual, around: 18 },
  'image-full': { ...usual, titleBelow: 10, around: 14 + 22 },
  center: { ...usual, titleWidth: 30 },
};

const foot = { size: 15, weight: 400, line: 1.3, above: 12, gap: 40 } as const;

/** Measure the place that the body of a slide has at a fit. */
export function measureBodyRoom(
  { options }: Pick<Slide, 'options'>,
  deck: Pick<DeckOptions, 'size' | 'footer'>,
  words: Surroundings,
  fit = 1,
): BodyRoom {
  const layout = options.layout ?? 'content';
  const frame = frames[layout] ?? usual;
  const width = canvasWidth(layout, deck.size.width);
  const footer = options.footer ? deck.footer : '';
  const edges = grid.top + grid.bottom + frame.above + frame.around;
  const height =
    deck.size.height -
    edges -
    titleHeight(words.title, width, frame, frame.scales ? fit : 1) -
    Math.max(frame.foot, footHeight(words, footer, width));
  return { width: bodyWidth(layout, width, fit), height };
}

function canvasWidth(layout: Layout, width: number): number {
  if (layout === 'image-left' || layout === 'image-right') return width / 2 - grid.beside - grid.side;
  return width - 2 * grid.side;
}

/** Some layouts hold their text narrower than the slide. */
function bodyWidth(layout: Layout, width: number, fit: number): number {
  if (layout === 'title') return Math.min(21 * 26 * fit, ((width - 64) * 1.68) / 2.68);
  if (layout === 'center') return Math.min(30 * 24 * fit, width);
  return width;
}

function titleHeight(text: string, width: number, frame: Frame, fit: number): number {
  if (text === '') return 0;
  const size = frame.title.size * fit;
  // Wider than the themes' letter-spacing makes it: rather a line too many.
  const style: TextStyle = { size, weight: frame.title.weight, family: frame.title.family };
  const lines = countTextLines(text, Math.min(width, frame.titleWidth * size), style);
  return lines * size * frame.title.line + frame.titleBelow;
}

/** Notes and sources share a line with footer and number, which do not give way. */
function footHeight(words: Surroundings, footer: string, width: number): number {
  if (words.foot === '') return 0;
  const beside = [footer, words.number].filter(Boolean);
  const taken = beside.reduce((sum, text) => sum + measureText(text, foot) + foot.gap, 0);
  return foot.above + countTextLines(words.foot, Math.max(1, width - taken), foot) * foot.size * foot.line;
}

function countTextLines(text: string, width: number, style: TextStyle): number {
  return countLines([{ text, style }], width, 0).count;
}
