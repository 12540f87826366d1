/** Takes an event and leaves the sizes its label can have: narrower and higher, or wider and lower. */
import type { InlinePiece } from '../../measure/inline-line.js';
import { listPieces } from '../../measure/phrasing.js';
import { measureText } from '../../measure/text-width.js';
import { measureInline, wrapInline } from '../../measure/wrap.js';
import type { ComponentContext } from '../component.js';
import { partOf, type TimelineEvent } from './node.js';
import type { TimelineOptions } from './options.js';
import { printDate } from './print-date.js';

/** Sizes of a label in px; `style.css` says the same. */
export const labelStyle = { text: 16, line: 20, date: 14, dateLine: 18 } as const;

/** Code and numbers of notes in em; `style.css` says the same. */
const phrasingSizes = { code: 0.95, note: 0.65 } as const;

/** A size that a label can have. */
export interface LabelShape {
  readonly width: number;
  readonly height: number;
}

/** Text is wrapped at the first of these widths; the others are for labels that would become high. */
const wrapWidths = [132, 168, 216];

/** The browser rounds widths of letters: this much more than measured, and lines break where we think. */
const safety = 3;

/** Find the sizes of a label, the one at the preferred width first. */
export function labelShapes(
  event: TimelineEvent,
  options: TimelineOptions,
  context: ComponentContext,
): LabelShape[] {
  const date = printDate(event.when, options, context).text;
  const dateWidth = measureText(date, { size: labelStyle.date });
  const blocks = wordBlocks(event, labelStyle.text, labelStyle.text);
  const shapes: LabelShape[] = [];
  for (const limit of wrapWidths) {
    const shape = shapeAt(blocks, Math.max(limit, dateWidth), dateWidth);
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
function shapeAt(blocks: readonly InlinePiece[][], limit: number, least: number): LabelShape {
  const wrap = (width: number) =>
    blocks.flatMap((pieces) => wrapInline(pieces, width, 'anywhere').lines.map((line) => line.width));
  let lines = wrap(limit);
  const height = labelStyle.dateLine + lines.length * labelStyle.line;
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
