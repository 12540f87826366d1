/** Takes an event and leaves the sizes its label can have: narrower and higher, or wider and lower. */
import type { InlinePiece } from '../../measure/inline-line.js';
import { listPieces } from '../../measure/phrasing.js';
import { measureText } from '../../measure/text-width.js';
import { measureInline, wrapInline } from '../../measure/wrap.js';
import type { ComponentContext } from '../component.js';
import { partOf, type TimelineEvent } from './node.js';
import type { TimelineOptions } from './options.js';
import { printDate } from './print-date.js';

/** Sizes of a label in px. */
export interface LabelStyle {
  readonly text: number;
  readonly line: number;
  readonly date: number;
  readonly dateLine: number;
  /** More labels than this on one side of an axis are never so large: beside each other they would make a wall. */
  readonly most: number;
}

/** Sizes to try, the largest first: few labels are as large as the text of a slide. `flag-style.css` has the same proportions. */
export const largeLabels: readonly LabelStyle[] = [
  { text: 24, line: 30, date: 21, dateLine: 27, most: 5 },
  { text: 20, line: 25, date: 17.5, dateLine: 22.5, most: 8 },
  { text: 18, line: 22.5, date: 15.75, dateLine: 20.25, most: 12 },
];

/** The size of labels among many. */
export const usualLabel: LabelStyle = {
  text: 16,
  line: 20,
  date: 14,
  dateLine: 18,
  most: Number.POSITIVE_INFINITY,
};

/** Code and numbers of notes in em; `style.css` says the same. */
const phrasingSizes = { code: 0.95, note: 0.65 } as const;

/** A size that a label can have. */
export interface LabelShape {
  readonly width: number;
  readonly height: number;
}

/** Text is wrapped at the first of these widths, in em; the others are for labels that would become high. */
const wrapWidths = [8.25, 10.5, 13.5];

/** The browser rounds widths of letters: this much more than measured, and lines break where we think. */
const safety = 3;

/** Find the sizes of a label, the one at the preferred width first. */
export function labelShapes(
  event: TimelineEvent,
  style: LabelStyle,
  options: TimelineOptions,
  context: ComponentContext,
): LabelShape[] {
  const date = printDate(event.when, options, context).text;
  const dateWidth = measureText(date, { size: style.date });
  const blocks = wordBlocks(event, style.text, style.text);
  const shapes: LabelShape[] = [];
  for (const width of wrapWidths) {
    const limit = Math.max(width * style.text, dateWidth);
    const shape = shapeAt(blocks, limit, dateWidth, style);
    const last = shapes.at(-1);
    if (!last || shape.height < last.height) shapes.push(shape);
  }
  return shapes;
}

/** List the words of an event as they are set: its title, bold where it is a milestone, and its text. */
export function wordBlocks(event: TimelineEvent, title: number, text: number): InlinePiece[][] {
  const weight = event.milestone ? 600 : 400;
  return [
    listPieces(partOf(event, 'timelineTitle')?.children ?? [], { size: title, weight }, phrasingSizes),
    listPieces(partOf(event, 'timelineText')?.children ?? [], { size: text }, phrasingSizes),
  ].filter((pieces) => pieces.length > 0);
}

/** Wrap at a width, then make the box narrower where the same number of lines allows it. */
function shapeAt(
  blocks: readonly InlinePiece[][],
  limit: number,
  least: number,
  style: LabelStyle,
): LabelShape {
  const wrap = (width: number) =>
    blocks.flatMap((pieces) => wrapInline(pieces, width, 'anywhere').lines.map((line) => line.width));
  let lines = wrap(limit);
  const height = style.dateLine + lines.length * style.line;
  if (lines.length > blocks.length) {
    const longest = blocks.map((pieces) => measureInline(pieces).minContent);
    const even = lines.reduce((sum, width) => sum + width, 0) / lines.length;
    // A word that fits is never cut to make the box narrower.
    const low = Math.max(60, least, ...longest.filter((width) => width <= limit));
    for (const width of [even * 1.08, even * 1.25]) {
      const narrower = width >= low && width < limit ? wrap(width) : [];
      if (narrower.length !== lines.length) continue;
      lines = narrower;
      break;
    }
  }
  return { width: Math.ceil(Math.max(least, ...lines)) + safety, height };
}
