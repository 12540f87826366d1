/** Takes a code block and leaves its extent: its lines say it all, since they wrap only where the smallest size is too wide. */
import type { Code } from 'mdast';
import { readInfo } from '../deck/code-info.js';
import type { SlideSize } from '../deck/option-values.js';
import type { Box, Measuring } from './box.js';
import { chooseCodeSize, countCodeRows, cutLines, isTooLong, measureAcross, wrapsCode } from './code-size.js';
import type { Extent } from './extent.js';
import { codes, leastSize } from './metrics.js';

/** Size the place that code is fitted into, in px: the whole body of a slide, or one of two columns. */
export function sizeCodePlace({ width, height }: SlideSize) {
  const body = width - 144;
  return { width: body, column: (body - 64) / 2, height: height - 191 };
}

/** Measure a code block. */
export function measureCode(code: Code, box: Box, { fit, slideSize }: Measuring): Extent {
  const { numbers, title } = readInfo(code.lang ?? '', code.meta ?? '');
  const lines = cutLines(code.value);
  const narrow = box.place === 'column';
  const shape = { lines, numbers, title: title !== undefined, narrow };
  const place = sizeCodePlace(slideSize);
  const below = (size: number) => codes.below * (title === undefined ? size : box.text.size * fit);
  const head = title === undefined ? 0 : codes.titleHeight;
  if (!isTooLong(code.value) && wrapsCode(shape, place.width)) {
    const rows = countCodeRows(shape, place.width);
    return { height: leastSize * (rows * codes.line + codes.down) + head, above: 0, below: below(leastSize) };
  }
  // Code that is too long is shown as it is.
  const chosen = isTooLong(code.value)
    ? codes.sizes[0]
    : (chooseCodeSize(shape, narrow ? place.column : place.width, place.height) ?? leastSize);
  const size = Math.max(leastSize, chosen * fit);
  return { height: size * (lines.length * codes.line + codes.down) + head, above: 0, below: below(size) };
}

/** Width that a code block takes at least, in px: it makes a column wider. */
export function measureCodeWidth(
  code: Code,
  { fit, slideSize }: Pick<Measuring, 'fit' | 'slideSize'>,
): number {
  const { numbers, title } = readInfo(code.lang ?? '', code.meta ?? '');
  const shape = { lines: cutLines(code.value), numbers, title: title !== undefined, narrow: true };
  const { column, height } = sizeCodePlace(slideSize);
  const chosen = chooseCodeSize(shape, column, height) ?? leastSize;
  return measureAcross(shape) * Math.max(leastSize, chosen * fit);
}
