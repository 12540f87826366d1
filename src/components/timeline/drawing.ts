/**
 * Takes a layout and leaves the decorative SVG: bands, axis, bars, leaders, marks. All words are HTML beside it, so the
 * picture is hidden from readers and can be dropped without losing anything.
 */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import { writtenDates } from '../../dates/date-types.js';
import { drawBar } from './draw-bar.js';
import { hatch, round } from './hatch.js';
import type { EventLayout, Point, StripLayout, Stroke, TimelineLayout } from './layout-types.js';
import { eventsOf, lanesOf, type TimelineEvent, type TimelineNode } from './node.js';
import { fragment, type Reveal } from './reveal.js';

/** Radius of marks in px; a mark in a key is a small one. */
const radius = { event: 4.5, milestone: 7 } as const;

/** An event that is in sight. */
interface Placed {
  readonly event: TimelineEvent;
  readonly place: EventLayout;
  readonly mark: Point;
  readonly lane: number;
  readonly step: number | undefined;
}

/** Draw a timeline without its words. */
export function drawTimeline(node: TimelineNode, layout: TimelineLayout, steps: Reveal): Element {
  const placed = listPlaced(node, layout, steps);
  return s(
    'svg',
    {
      class: 'timeline-figure',
      viewBox: `0 0 ${round(layout.width)} ${round(layout.height)}`,
      preserveAspectRatio: 'none',
      ariaHidden: 'true',
      focusable: 'false',
    },
    [
      ...drawEras(layout, steps),
      ...drawAxis(layout),
      // Leaders lie under all marks, so a mark is never cut by the leader of its neighbour.
      ...placed.map((one) => s('g', groupOf('timeline-leader', one), drawLeader(one))),
      ...layout.lanes.flatMap(({ key }, lane) => (key ? [drawKey(key, lane)] : [])),
      ...placed.map((one) => s('g', groupOf('timeline-mark', one), drawMark(one))),
      ...(layout.strip ? [drawStrip(layout.strip)] : []),
    ],
  );
}

function listPlaced(node: TimelineNode, layout: TimelineLayout, steps: Reveal): Placed[] {
  return lanesOf(node).flatMap((one, lane) =>
    eventsOf(one).flatMap((event, index): Placed[] => {
      const place = layout.lanes[lane]?.events[index];
      const step = steps.events[lane]?.[index];
      return place?.mark ? [{ event, place, mark: place.mark, lane, step }] : [];
    }),
  );
}

function groupOf(
  name: string,
  { lane, step }: Pick<Placed, 'lane' | 'step'>,
): Record<string, string | string[]> {
  const { className, ...rest } = fragment(step);
  return { className: [name, ...className], dataLane: laneNumber(lane), ...rest };
}

/** Number the colours of lanes: there are six. */
export function laneNumber(lane: number): string {
  return String((lane % 6) + 1);
}

/** Bands differ in turn: tinted and, on paper, hatched; clear between hairlines. */
function drawEras({ eras }: TimelineLayout, steps: Reveal): Element[] {
  let count = 0;
  return eras.flatMap(({ band }, index) => {
    if (!band) return [];
    const { className, ...rest } = fragment(steps.eras[index]);
    const box = {
      x: round(band.left),
      y: round(band.top),
      width: round(band.right - band.left),
      height: round(band.bottom - band.top),
    };
    const isClear = count++ % 2 === 1;
    const kind = isClear ? 'timeline-band-clear' : 'timeline-band';
    const lines = isClear
      ? []
      : [s('path', { className: ['timeline-band-hatch', ...className], ...rest, d: hatch(box, 14) })];
    return [s('rect', { className: [kind, ...className], ...rest, ...box }), ...lines];
  });
}

function drawAxis({ axes, ticks, breaks, rules, laneLines, now }: TimelineLayout): Element[] {
  return [
    ...rules.map((stroke) => line('timeline-rule', stroke)),
    ...laneLines.map((stroke) => line('timeline-lane-line', stroke)),
    ...axes.map((stroke) => line('timeline-axis', stroke)),
    ...ticks.map((stroke) => line('timeline-tick', stroke)),
    ...breaks.map(({ x, y }) =>
      s('path', {
        className: ['timeline-break'],
        d: [-7, 7].map((dx) => `M${round(x + dx - 3)} ${y + 8}l6 -16`).join(''),
      }),
    ),
    ...(now?.line ? [line('timeline-now-line', now.line)] : []),
  ];
}

function drawLeader({ event, place }: Placed): ElementContent[] {
  const d = place.leader
    .map((points) => points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''))
    .join('');
  if (d === '') return [];
  const approximate = writtenDates(event.when).some((date) => date.approximate);
  return [s('path', { d, ...(approximate ? { dataApproximate: '' } : {}) })];
}

function drawMark({ event, place: { bar, whisker }, mark, lane }: Placed): ElementContent[] {
  if (bar) return drawBar(event, bar);
  const dot = drawDot(mark, lane, event.milestone ? radius.milestone : radius.event, event);
  return whisker ? [line('timeline-whisker', whisker), dot] : [dot];
}

/** Lanes differ by shape as well as colour: disc, ring, square, open square. What is planned or about has a broken rim. */
function drawDot({ x, y }: Point, lane: number, r: number, event?: TimelineEvent): Element {
  const planned = event?.planned ?? false;
  const approximate = event ? writtenDates(event.when).some((date) => date.approximate) : false;
  const look = {
    className: ['timeline-dot'],
    ...(planned ? { dataPlanned: '' } : {}),
    ...(approximate ? { dataApproximate: '' } : {}),
    ...(planned || lane % 2 === 1 ? { dataHollow: '' } : {}),
  };
  return lane % 4 < 2
    ? s('circle', { ...look, cx: round(x), cy: round(y), r })
    : s('rect', { ...look, x: round(x - r), y: round(y - r), width: 2 * r, height: 2 * r });
}

function drawKey(at: Point, lane: number): Element {
  return s('g', { className: ['timeline-key'], dataLane: laneNumber(lane) }, [
    drawDot(at, lane, radius.milestone),
  ]);
}

/** The whole time in small, the part that is shown strong. */
function drawStrip({ y, line: whole, current, events }: StripLayout): Element {
  const at = (left: number, right: number): Stroke => ({ from: { x: left, y }, to: { x: right, y } });
  return s('g', { className: ['timeline-strip'] }, [
    line('timeline-strip-line', at(whole.left, whole.right)),
    s('path', { className: ['timeline-strip-events'], d: events.map((x) => `M${x} ${y - 4}v8`).join('') }),
    line('timeline-strip-current', at(current.left, current.right)),
  ]);
}

function line(className: string, { from, to }: Stroke): Element {
  return s('line', { className, x1: round(from.x), y1: round(from.y), x2: round(to.x), y2: round(to.y) });
}
