/** Takes a code block and leaves its extent: code never wraps, so that its lines say it all. */
import type { Code } from 'mdast';
import { readInfo } from '../deck/code-info.js';
import type { SlideSize } from '../deck/option-values.js';
import type { Box, Measuring } from './box.js';
import { chooseCodeSize, cutLines, isTooLong, measureAcross } from './code-size.js';
import type { Extent } from './extent.js';
import { codes, leastSize } from './metrics.js';

/** Size the place that code is fitted into, in px: the whole body of a slide, or one of two columns. */
export function sizeCodePlace({ width, height }: SlideSize) {
  const body = width - 144;
  return { width: body, column: (body - 64) / 2, height: height - 191 };
}

// Narrower slides set code smaller than is measured here, never larger: they hold what is said to fit.
const codePlace = sizeCodePlace({ width: 1280, height: 720 });

/** Measure a code block. */
export function measureCode(code: Code, box: Box, { fit }: Measuring): Extent {
  const { numbers, title } = readInfo(code.lang ?? '', code.meta ?? '');
  const lines = cutLines(code.value);
  const narrow = box.place === 'column';
  const shape = { lines, numbers, title: title !== undefined, narrow };
  // Such a block is shown as it is.
  const chosen = isTooLong(code.value)
    ? codes.sizes[0]
    : (chooseCodeSize(shape, narrow ? codePlace.column : codePlace.width, codePlace.height) ?? leastSize);
  const size = Math.max(leastSize, chosen * fit);
  const height =
    size * (lines.length * codes.line + codes.down) + (title === undefined ? 0 : codes.titleHeight);
  return { height, above: 0, below: codes.below * (title === undefined ? size : box.text.size * fit) };
}

/** Width that a code block takes at least, in px: it makes a column wider. */
export function measureCodeWidth(code: Code, fit: number): number {
  const { numbers, title } = readInfo(code.lang ?? '', code.meta ?? '');
  const shape = { lines: cutLines(code.value), numbers, title: title !== undefined, narrow: true };
  const chosen = chooseCodeSize(shape, codePlace.column, codePlace.height) ?? leastSize;
  return measureAcross(shape) * Math.max(leastSize, chosen * fit);
}
