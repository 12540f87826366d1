/** The marks of a comparison: winner, status, direction, rating. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Status } from '../../values/cell-value.js';
import { drawLine, drawMark, drawSubjectMark } from '../mark.js';

/** Draw the winner's mark of a subject, 1-based. */
export function winnerMark(subject: number): Element {
  return drawSubjectMark('winner-mark', subject);
}

/** Draw the mark of a status. */
export function statusMark(status: Status): Element {
  const drawings: Readonly<Record<Status, () => Element[]>> = {
    yes: () => [drawLine('M2.5 8.5 6.5 12.5 13.5 3.5')],
    no: () => [drawLine('M3.5 3.5 12.5 12.5'), drawLine('M12.5 3.5 3.5 12.5')],
    partial: () => [
      s('circle', { cx: 8, cy: 8, r: 5.6, fill: 'none', stroke: 'currentColor', strokeWidth: 2 }),
      s('path', { d: 'M8 2.4A5.6 5.6 0 0 1 8 13.6Z', fill: 'currentColor' }),
    ],
    planned: () => [
      s('circle', {
        cx: 8,
        cy: 8,
        r: 5.6,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeDasharray: '2.6 2.6',
      }),
    ],
  };
  return drawMark('status-mark', drawings[status]());
}

/** Draw the direction of a row: an arrow down or up. */
export function directionMark(better: 'lower' | 'higher'): Element {
  const d = better === 'lower' ? 'M8 2.5V13M3.5 8.8 8 13.3 12.5 8.8' : 'M8 13.5V3M3.5 7.2 8 2.7 12.5 7.2';
  return drawMark('direction-mark', [drawLine(d)]);
}

/** Draw a rating as at most five dots; a part of a dot is drawn by its area. */
export function ratingMark(value: number, max: number): Element {
  const steps = Math.min(max, 5);
  const filled = (value / max) * steps;
  const dots = Array.from({ length: steps }, (_, index) => {
    const share = Math.max(0, Math.min(1, filled - index));
    const ring = s('circle', {
      cx: 8 + index * 16,
      cy: 8,
      r: 5.2,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.6,
    });
    const disc = s('circle', {
      cx: 8 + index * 16,
      cy: 8,
      r: (6 * Math.sqrt(share)).toFixed(2),
      fill: 'currentColor',
    });
    return share > 0 ? [ring, disc] : [ring];
  });
  return s(
    'svg',
    { className: ['rating-mark'], viewBox: `0 0 ${steps * 16} 16`, ariaHidden: 'true', focusable: 'false' },
    dots.flat(),
  );
}
