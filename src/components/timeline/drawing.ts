/**
 * Takes a layout and leaves the decorative SVG: bands, axis, bars, leaders, marks. All words are HTML beside it, so the
 * picture is hidden from readers and can be dropped without losing anything.
 */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import { writtenDates } from '../../dates/date-types.js';
import type { EventLayout, RowLayout, TimelineLayout } from './layout-types.js';
import { eventsOf, lanesOf, type TimelineEvent, type TimelineNode } from './node.js';
import { fragment, type Reveal } from './reveal.js';

/** Radius of marks in px. */
const radius = { event: 4.5, milestone: 7 } as const;
const bar = { height: 6, offset: 6, pitch: 9, tail: 24 } as const;

/** Draw a timeline without its words. */
export function drawTimeline(node: TimelineNode, steps: Reveal): Element {
  const { layout } = node;
  const pairs = layout.rows.flatMap((row, lane) => {
    const events = eventsOf(lanesOf(node)[lane] ?? { type: 'timelineLane', children: [] });
    return events.flatMap((event, index) => {
      const place = row.events[index];
      return place?.x === undefined
        ? []
        : [{ event, place, x: place.x, row, lane, step: steps.events[lane]?.[index] }];
    });
  });
  return s(
    'svg',
    {
      class: 'timeline-figure',
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      preserveAspectRatio: 'none',
      ariaHidden: 'true',
      focusable: 'false',
    },
    [
      ...drawEras(layout, steps),
      ...drawAxis(layout),
      // Leaders lie under all marks, so a mark is never cut by the leader of its neighbour.
      ...pairs.map(({ event, place, x, row, lane, step }) =>
        s('g', groupOf('timeline-leader', lane, step), drawLeader(event, place, x, row, layout)),
      ),
      ...pairs.map(({ event, place, x, row, lane, step }) =>
        s('g', groupOf('timeline-mark', lane, step), drawMark(event, place, x, row, lane)),
      ),
    ],
  );
}

function groupOf(name: string, lane: number, step: number | undefined): Record<string, string | string[]> {
  const { className, ...rest } = fragment(step);
  return { className: [name, ...className], dataLane: String((lane % 6) + 1), ...rest };
}

/** A band that touches a tinted one is left clear between hairlines, so they are still two. */
function drawEras({ eras, height }: TimelineLayout, steps: Reveal): Element[] {
  const isClear: boolean[] = [];
  for (const [index, { left }] of eras.entries()) {
    isClear.push(eras.slice(0, index).some((other, at) => !isClear[at] && Math.abs(other.right - left) < 2));
  }
  return eras.flatMap(({ left, right }, index) => {
    if (right <= left) return [];
    const { className, ...rest } = fragment(steps.eras[index]);
    const box = { x: round(left), y: 0, width: round(right - left), height };
    const kind = isClear[index] ? 'timeline-band-clear' : 'timeline-band';
    return [s('rect', { className: [kind, ...className], ...rest, ...box })];
  });
}

function drawAxis({ ticks, axis, rows, width, height, now }: TimelineLayout): Element[] {
  const lines = ticks.flatMap(({ x }) => (x === undefined ? [] : [Math.min(Math.max(x, 1), width - 1)]));
  const inRows = rows.length > 2;
  return [
    ...(inRows ? lines.map((x) => line('timeline-rule', x, 0, x, axis)) : []),
    ...(inRows ? rows.map(({ baseline }) => line('timeline-lane-line', 0, baseline, width, baseline)) : []),
    line('timeline-axis', 0, axis, width, axis),
    ...lines.map((x) => line('timeline-tick', x, axis - 4, x, axis + 4)),
    ...(now ? [line('timeline-now-line', now.x, 0, now.x, height)] : []),
  ];
}

function drawLeader(
  event: TimelineEvent,
  { flag, bar: range }: EventLayout,
  x: number,
  row: RowLayout,
  layout: TimelineLayout,
): ElementContent[] {
  if (!flag) return [];
  const start = range ? row.baseline + row.direction * (bar.offset + range.level * bar.pitch) : row.baseline;
  const [from, to] = flag.elbow;
  const gap = row.direction === 1 ? gapAt(x, layout) : '';
  const bend = flag.leader === x ? '' : `V${round(from)}L${round(flag.leader)} ${round(to)}`;
  const approximate = writtenDates(event.when).some((date) => date.approximate);
  const dashes = approximate ? { dataApproximate: '' } : {};
  return [s('path', { d: `M${round(x)} ${round(start)}${gap}${bend}V${round(flag.tip)}`, ...dashes })];
}

/** Interrupt a leader where a number of the axis could not move out of its way. */
function gapAt(x: number, { ticks, axis, tickTop }: TimelineLayout): string {
  const isCrossed = ticks.some(({ label }) => label?.crossed && Math.abs(label.x - x) < label.width / 2 + 3);
  return isCrossed ? `V${axis + tickTop - 1}M${round(x)} ${axis + tickTop + 18}` : '';
}

function drawMark(
  event: TimelineEvent,
  { bar: range, whisker }: EventLayout,
  x: number,
  { baseline, direction }: RowLayout,
  lane: number,
): ElementContent[] {
  if (range) return drawBar(event, range, baseline, direction);
  const r = event.milestone ? radius.milestone : radius.event;
  const look = { className: ['timeline-dot'], ...(event.planned ? { dataPlanned: '' } : {}) };
  // Lanes differ by shape as well as colour: disc, ring, square, open square.
  const hollow = event.planned || lane % 2 === 1 ? { dataHollow: '' } : {};
  const dot =
    lane % 4 < 2
      ? s('circle', { ...look, ...hollow, cx: round(x), cy: baseline, r })
      : s('rect', { ...look, ...hollow, x: round(x - r), y: baseline - r, width: 2 * r, height: 2 * r });
  const y = baseline + direction * 5;
  return whisker ? [line('timeline-whisker', whisker.left, y, whisker.right, y), dot] : [dot];
}

/** An open end fades out in three dashes at the edge of the axis. */
function drawBar(
  event: TimelineEvent,
  { left, right, level, openStart, openEnd }: NonNullable<EventLayout['bar']>,
  baseline: number,
  direction: -1 | 1,
): ElementContent[] {
  const middle = baseline + direction * (bar.offset + bar.height / 2 + level * bar.pitch);
  const y = middle - bar.height / 2;
  const tail = Math.min(bar.tail, (right - left) / 3);
  const [from, to] = [openStart ? left + tail : left, openEnd ? right - tail : right];
  const look = { className: ['timeline-bar'], ...(event.planned ? { dataPlanned: '' } : {}) };
  const piece = (x: number, width: number): Element =>
    s('rect', { ...look, x: round(x), y, width: round(width), height: bar.height });
  const dashes = [0.12, 0.45, 0.78].map((at, index) => ({
    at: at * tail,
    width: (0.2 - index * 0.05) * tail,
  }));
  return [
    piece(from, to - from),
    ...(openEnd ? dashes.map(({ at, width }) => piece(to + at, width)) : []),
    ...(openStart ? dashes.map(({ at, width }) => piece(from - at - width, width)) : []),
  ];
}

function line(className: string, x1: number, y1: number, x2: number, y2: number): Element {
  return s('line', { className, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
}

/** Tenths of a px are finer than any screen, and keep the file small. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
