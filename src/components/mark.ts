/** Our own marks as inline SVG: characters such as ✓ or ● are missing in many fonts, and a mark must differ by shape too. */
import type { Element } from 'hast';
import { s } from 'hastscript';

/** Draw a mark of a class in a box of 16 by 16; it says nothing that words do not say too. */
export function drawMark(className: string, children: Element[]): Element {
  return s(
    'svg',
    { className: [className], viewBox: '0 0 16 16', ariaHidden: 'true', focusable: 'false' },
    children,
  );
}

/** Draw a path as a line in the colour of the text. */
export function drawLine(d: string): Element {
  return s('path', {
    d,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2.4,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  });
}

/** Shapes by subject: filled, ring, square, open square, diamond, open diamond. */
const subjectShapes: readonly (() => Element)[] = [
  () => s('circle', { cx: 8, cy: 8, r: 6, fill: 'currentColor' }),
  () => s('circle', { cx: 8, cy: 8, r: 5, fill: 'none', stroke: 'currentColor', strokeWidth: 3 }),
  () => s('rect', { x: 2.5, y: 2.5, width: 11, height: 11, fill: 'currentColor' }),
  () =>
    s('rect', {
      x: 3.5,
      y: 3.5,
      width: 9,
      height: 9,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2.6,
    }),
  () => s('path', { d: 'M8 1 15 8 8 15 1 8Z', fill: 'currentColor' }),
  () =>
    s('path', { d: 'M8 2.4 13.6 8 8 13.6 2.4 8Z', fill: 'none', stroke: 'currentColor', strokeWidth: 2.4 }),
];

/** Draw the mark of a subject, 1-based. */
export function drawSubjectMark(className: string, subject: number): Element {
  const shape = subjectShapes[(subject - 1) % subjectShapes.length] ?? subjectShapes[0];
  return drawMark(className, shape ? [shape()] : []);
}
