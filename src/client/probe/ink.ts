/** Takes a line of text with its box and leaves where its letters have ink: a box is higher than what is drawn in it. */
import type { Place } from './text-lines.js';

/** A browser tells the ink of letters in whole px; of letters this much larger, it tells fractions. */
const enlarged = 8;

/** Measures letters as the page would draw them; one for all lines. */
let pen: CanvasRenderingContext2D | null | undefined;

/** Find the ink of a line; the whole box where lines do not run from side to side. */
export function measureInk(text: string, parent: Element, box: DOMRect): Place {
  const { left, right, top, bottom } = box;
  const style = getComputedStyle(parent);
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen || style.writingMode !== 'horizontal-tb') return { left, right, top, bottom };
  const size = Number.parseFloat(style.fontSize);
  pen.font = `${style.fontStyle} ${style.fontWeight} ${size * enlarged}px ${style.fontFamily}`;
  const ink = pen.measureText(style.textTransform === 'uppercase' ? text.toUpperCase() : text);
  const ascent = Math.round(ink.fontBoundingBoxAscent / enlarged);
  const descent = Math.round(ink.fontBoundingBoxDescent / enlarged);
  // The box of a line is as high as its face; where the slide is drawn larger or smaller, all of it is.
  const scale = box.height / (ascent + descent);
  // Letters stand on whole pixels.
  const baseline = Math.round(top + ascent * scale);
  return {
    left,
    right,
    top: baseline - (ink.actualBoundingBoxAscent / enlarged) * scale,
    bottom: baseline + (ink.actualBoundingBoxDescent / enlarged) * scale,
  };
}
