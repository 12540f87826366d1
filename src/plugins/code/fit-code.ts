/**
 * Takes a code block and leaves the size it is set in: the largest of three in which a slide holds all of it.
 * Code never wraps, so what it takes is known without a browser.
 */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import { measureText } from '../../measure/text-width.js';
import type { CodeInfo } from './read-info.js';

/** Sizes in px at 1280×720; `code.css` has them too. Columns begin with the second. */
const sizes = [20, 18, 16] as const;

/** What a slide's body holds, in px; the width of one of two columns. */
const body = { width: 1136, column: 536, height: 529 };

/** In em: the height of a line, the panel's edges, the column of numbers. */
const line = 1.46;
const edges = { across: 2, down: 1.5 };
const numberColumn = 3;

/** In px: the head with the title. */
const titleHeight = 35;

/** Where a block stands. */
export interface CodePlace {
  /** In one of several columns. */
  readonly narrow: boolean;
  /** In notes or the handout's text, which wrap. */
  readonly aside: boolean;
}

/** A code block, as far as its extent is concerned. */
interface SizedBlock {
  readonly pre: Element;
  readonly info: Pick<CodeInfo, 'numbers' | 'title'>;
  readonly place: CodePlace;
}

/** Choose the size of a block (`data-size`; absent for the usual one), and say where none is small enough. */
export function fitCode({ pre, info, place }: SizedBlock, source: string, file: VFile): void {
  if (place.aside) return;
  const lines = source.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
  const width = place.narrow ? body.column : body.width;
  const height = body.height - (info.title === undefined ? 0 : titleHeight);
  // In em: what stands around the code, then all of it.
  const beside = edges.across + (info.numbers ? numberColumn : 0);
  const across = beside + lines.map(measureLine).reduce((one, other) => Math.max(one, other));
  const down = lines.length * line + edges.down;
  const candidates = place.narrow ? sizes.slice(1) : sizes;
  const size = candidates.find((one) => across * one <= width && down * one <= height);
  const smallest = sizes[2];
  if (size !== candidates[0]) pre.properties.dataSize = String(size ?? smallest);
  // How wide a column is in the end only a browser knows.
  const tooWide = !place.narrow && across * smallest > width;
  const tooHigh = down * smallest > height;
  if (!tooWide && !tooHigh) return;
  const most = Math.floor((height / smallest - edges.down) / line);
  const letters = Math.floor((width / smallest - beside) / 0.6);
  const reason = tooHigh
    ? `Unexpected code of ${lines.length} lines, expected at most ${most} on a slide`
    : `Unexpected code in long lines, expected at most ${letters} letters in each`;
  report(file, 'code-overflow', pre, reason, {
    note: 'Show the lines that matter, break long ones, or continue on the next slide.',
  });
}

function measureLine(text: string): number {
  return measureText(text.replaceAll('\t', '    '), { size: 1, weight: 400, family: 'mono' });
}
