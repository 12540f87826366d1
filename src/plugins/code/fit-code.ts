/**
 * Takes a code block and leaves the size it is set in: the largest of three in which a slide holds all of it.
 * Code never wraps, so what it takes is known without a browser.
 */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import type { CodeInfo } from '../../deck/code-info.js';
import { defaultDeckOptions } from '../../deck/options.js';
import { report } from '../../diagnostics/report.js';
import { chooseCodeSize, cutLines, measureAcross } from '../../fit/code-size.js';
import { sizeCodePlace } from '../../fit/measure-code.js';
import { codes, leastSize } from '../../fit/metrics.js';

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
  const { narrow } = place;
  const codePlace = sizeCodePlace((file.data.deck ?? defaultDeckOptions).size);
  const shape = { lines: cutLines(source), numbers: info.numbers, title: info.title !== undefined, narrow };
  const width = narrow ? codePlace.column : codePlace.width;
  const size = chooseCodeSize(shape, width, codePlace.height);
  const usual = codes.sizes[narrow ? 1 : 0];
  if (size !== usual) pre.properties.dataSize = String(size ?? leastSize);
  const height = codePlace.height - (shape.title ? codes.titleHeight : 0);
  const across = measureAcross(shape);
  // How wide a column is in the end only a browser knows.
  const tooWide = !narrow && across * leastSize > width;
  const most = Math.floor((height / leastSize - codes.down) / codes.line);
  const tooHigh = shape.lines.length > most;
  if (!tooWide && !tooHigh) return;
  const beside = across - measureAcross({ ...shape, numbers: false }) + codes.across;
  const letters = Math.floor((width / leastSize - beside) / 0.6);
  const reason = tooHigh
    ? `Unexpected code of ${shape.lines.length} lines, expected at most ${most} on a slide`
    : `Unexpected code in long lines, expected at most ${letters} letters in each`;
  report(file, 'code-overflow', pre, reason, {
    note: 'Show the lines that matter, break long ones, or continue on the next slide.',
  });
}
