/** Takes a range with its place and leaves its bar: an end that is not known fades out, one beyond the axis is an arrow. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { barSize as size } from './assemble.js';
import { hatch, round } from './hatch.js';
import type { BarLayout } from './layout-types.js';
import type { TimelineEvent } from './node.js';

/** Length in px of what is drawn at an end that is not a plain one. */
const tail = 24;
const arrow = 9;

/** Draw the bar of a range. */
export function drawBar(event: TimelineEvent, bar: BarLayout): Element[] {
  const { left, right, openStart, openEnd, cutStart, cutEnd } = bar;
  const fade = Math.min(tail, (right - left) / 3);
  const head = Math.min(arrow, (right - left) / 2);
  const from = left + (openStart ? fade : cutStart ? head : 0);
  const to = right - (openEnd ? fade : cutEnd ? head : 0);
  const y = bar.y - size.height / 2;
  const look = { className: ['timeline-bar'], ...(event.planned ? { dataPlanned: '' } : {}) };
  const piece = (x: number, width: number): Element =>
    s('rect', { ...look, x: round(x), y: round(y), width: round(width), height: size.height });
  const body = { x: from, y, width: to - from, height: size.height };
  const dashes = [0.12, 0.45, 0.78].map((at, index) => ({
    at: at * fade,
    width: (0.2 - index * 0.05) * fade,
  }));
  return [
    piece(from, to - from),
    ...(event.planned ? [s('path', { className: ['timeline-bar-hatch'], d: hatch(body, 4) })] : []),
    ...(openEnd ? dashes.map(({ at, width }) => piece(to + at, width)) : []),
    ...(openStart ? dashes.map(({ at, width }) => piece(from - at - width, width)) : []),
    ...(cutEnd ? [drawArrow(to, right, bar.y)] : []),
    ...(cutStart ? [drawArrow(from, left, bar.y)] : []),
  ];
}

/** An arrow says that it goes on. */
function drawArrow(from: number, to: number, y: number): Element {
  const d = `M${round(from)} ${round(y - size.height)}L${round(to)} ${round(y)}L${round(from)} ${round(y + size.height)}Z`;
  return s('path', { className: ['timeline-arrow'], d });
}
