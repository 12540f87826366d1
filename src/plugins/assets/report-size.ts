/** Takes a picture and tells whether drawing it would take all memory or time, and says so; decided by its head and its marks, not by drawing it. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import {
  countElements,
  hasTooManyPixels,
  mostElements,
  mostPixels,
  readPictureSize,
} from '../../deck/picture-size.js';
import { report } from '../../diagnostics/report.js';

/** Tell whether a picture has too many pixels, and say so. */
export function reportPixels(url: string, bytes: Uint8Array, element: Element, file: VFile): boolean {
  const size = readPictureSize(bytes);
  if (!size || !hasTooManyPixels(size)) return false;
  const { width, height } = size;
  const reason = `Unexpected picture of ${width} × ${height} pixels, expected at most ${mostPixels} in all`;
  report(file, 'image-pixels', element, reason, {
    note: 'Save it smaller: a slide shows 1920 × 1080.',
    actual: url,
  });
  return true;
}

/** Tell whether a drawing has too many elements, and say so. */
export function reportElements(url: string, bytes: Uint8Array, element: Element, file: VFile): boolean {
  const count = countElements(bytes);
  if (count <= mostElements) return false;
  const reason = `Unexpected drawing of ${count} elements, expected at most ${mostElements}`;
  report(file, 'image-elements', element, reason, {
    note: 'Join its paths, or save it as PNG: a slide shows 1920 × 1080.',
    actual: url,
  });
  return true;
}
