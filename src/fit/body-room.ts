/**
 * Takes a slide and the deck's options and leaves the place that its body has: what title, foot and edges leave of the slide.
 * The figures mirror `themes/base/slide.css`, `foot.css` and `layouts.css`.
 */

import type { Slide } from '../deck/nodes.js';
import type { DeckOptions } from '../deck/options.js';
import { measureText } from '../measure/text-width.js';
import { wrapText } from '../measure/wrap.js';

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

/** The grid: tokens of `themes/base/tokens.css`. */
const grid = { side: 72, top: 56, bottom: 26 };
const title = { size: 44, line: 1.12, below: 26, most: 26 * 44 };
const foot = { size: 15, line: 1.3, above: 12, least: 32, gap: 40 };

/** Measure the place that the body of a slide has. */
export function measureBodyRoom(
  { options }: Pick<Slide, 'options'>,
  deck: Pick<DeckOptions, 'size' | 'footer'>,
  words: Surroundings,
): BodyRoom {
  const width = deck.size.width - 2 * grid.side;
  const footer = options.footer ? deck.footer : '';
  const height =
    deck.size.height -
    grid.top -
    grid.bottom -
    titleHeight(words.title, width) -
    footHeight(words, footer, width);
  return { width, height };
}

function titleHeight(text: string, width: number): number {
  if (text === '') return 0;
  const lines = wrapText(text, Math.min(width, title.most), { size: title.size, weight: 600 });
  return lines.length * title.size * title.line + title.below;
}

/** Notes and sources share a line with footer and number, which do not give way. */
function footHeight(words: Surroundings, footer: string, width: number): number {
  if (words.foot === '') return foot.least;
  const style = { size: foot.size, weight: 400 } as const;
  const beside = [footer, words.number].filter(Boolean);
  const taken = beside.reduce((sum, text) => sum + measureText(text, style) + foot.gap, 0);
  const lines = wrapText(words.foot, Math.max(1, width - taken), style);
  return Math.max(foot.least, foot.above + lines.length * foot.size * foot.line);
}
