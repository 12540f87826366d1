/** Takes an event and leaves the sizes its label can have: narrower and higher, or wider and lower. */
import { measureText } from '../../measure/text-width.js';
import { type MeasuredWord, wrapWords } from '../../measure/wrap.js';
import type { ComponentContext } from '../component.js';
import { measureInline } from './inline-words.js';
import { partOf, type TimelineEvent } from './node.js';
import type { TimelineOptions } from './options.js';
import { printDate } from './print-date.js';

/** Sizes of a label in px; `style.css` says the same. */
export const labelStyle = { text: 16, line: 20, date: 14, dateLine: 18 } as const;

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
  const dateWidth = measureText(date, { size: labelStyle.date, weight: 400 });
  const weight = event.milestone ? 600 : 400;
  const blocks = [
    measureInline(partOf(event, 'timelineTitle')?.children ?? [], { size: labelStyle.text, weight }),
    measureInline(partOf(event, 'timelineText')?.children ?? [], { size: labelStyle.text, weight: 400 }),
  ];
  const shapes: LabelShape[] = [];
  for (const limit of wrapWidths) {
    const shape = shapeAt(blocks, Math.max(limit, dateWidth), dateWidth);
    const last = shapes.at(-1);
    if (!last || shape.height < last.height) shapes.push(shape);
  }
  return shapes;
}

/** Wrap at a width, then make the box as narrow as the same number of lines allows. */
function shapeAt(blocks: MeasuredWord[][], limit: number, least: number): LabelShape {
  const count = (width: number): number =>
    blocks.reduce((sum, words) => sum + linesOf(words, width).length, 0);
  const lines = count(limit);
  let width = limit;
  // A word that fits is never cut to make the box narrower.
  const longest = Math.max(
    0,
    ...blocks
      .flat()
      .map((word) => word.width)
      .filter((word) => word <= limit),
  );
  while (width - 4 >= Math.max(least, longest) && width > 60 && count(width - 4) === lines) width -= 4;
  const used = blocks.flatMap((words) => linesOf(words, width).map((line) => line.width));
  return {
    width: Math.ceil(Math.max(least, ...used)) + safety,
    height: labelStyle.dateLine + lines * labelStyle.line,
  };
}

function linesOf(words: MeasuredWord[], width: number): { width: number }[] {
  return wrapWords(words, width, measureText(' ', { size: labelStyle.text, weight: 400 }));
}
