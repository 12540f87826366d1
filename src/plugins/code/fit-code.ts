/**
 * Takes a code block and leaves the size it is set in: the largest of three in which a slide holds all of it.
 * Where the smallest is too wide its lines wrap.
 */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import type { CodeInfo } from '../../deck/code-info.js';
import { defaultDeckOptions } from '../../deck/options.js';
import { report } from '../../diagnostics/report.js';
import { chooseCodeSize, countCodeRows, cutLines, measureAcross, wrapsCode } from '../../fit/code-size.js';
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

/**
 * Choose the size of a block (`data-size`; absent for the usual one), and say where none is small enough.
 *
 * @returns whether its lines wrap (`data-wrap`)
 */
export function fitCode({ pre, info, place }: SizedBlock, source: string, file: VFile): boolean {
  if (place.aside) return false;
  const { narrow } = place;
  const codePlace = sizeCodePlace((file.data.deck ?? defaultDeckOptions).size);
  const shape = { lines: cutLines(source), numbers: info.numbers, title: info.title !== undefined, narrow };
  const width = narrow ? codePlace.column : codePlace.width;
  const size = chooseCodeSize(shape, width, codePlace.height);
  const usual = codes.sizes[narrow ? 1 : 0];
  if (size !== usual) pre.properties.dataSize = String(size ?? leastSize);
  const wraps = wrapsCode(shape, width);
  if (wraps) pre.properties.dataWrap = '';
  const height = codePlace.height - (shape.title ? codes.titleHeight : 0);
  const most = Math.floor((height / leastSize - codes.down) / codes.line);
  const rows = wraps ? countCodeRows(shape, width) : shape.lines.length;
  if (rows > most) {
    const reason = `Unexpected code of ${rows} lines, expected at most ${most} on a slide`;
    report(file, 'code-overflow', pre, reason, {
      note: 'Show the lines that matter, or put a blank line where it may go on on the next slide.',
    });
  } else if (wraps) {
    const letters = Math.floor((width / leastSize - measureAcross({ ...shape, lines: [] })) / 0.6);
    const reason = `Unexpected code in long lines, expected at most ${letters} letters in each`;
    report(file, 'code-overflow', pre, reason, {
      note: 'They go on on the next line. Break them where they read best, or show the lines that matter.',
    });
  }
  return wraps;
}
