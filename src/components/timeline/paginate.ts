/**
 * Takes a timeline and its room and leaves it whole, or as parts that each fit: every part is a timeline of its own, with
 * caption, lanes, eras, source and the strip that shows where in the whole it stands. No event is lost.
 */
import type { ComponentContext, Room } from '../component.js';
import { reportFit } from './check-layout.js';
import { cutAtGaps } from './cut-gaps.js';
import { isUpright, layoutTimeline, layoutWhole } from './layout.js';
import { keepGoing, makeParts, readWhole, type Whole } from './make-parts.js';
import { erasOf, type TimelineNode } from './node.js';
import { coveredDays, longGap } from './scale.js';
import { isInSight } from './shape.js';
import { comfortable, isComfortable, laneNeeds, listDated, type Slice, sliceAt } from './slices.js';

/** How many numbers of slides are tried before single parts are cut once more. */
const attempts = 3;

/** Cut a timeline so that every part fits, lay all parts out, and report what does not fit. */
export function splitTimeline(node: TimelineNode, room: Room, context: ComponentContext): TimelineNode[] {
  const parts = cutNode(node, room, context);
  const pages = node.options.overview ? [makeOverview(node, parts.length > 1), ...parts] : parts;
  const laidOut = pages.map((page, index): TimelineNode => {
    const own = index === 0 ? room : { ...room, height: room.nextHeight };
    return { ...page, layout: page.layout ?? layoutTimeline(page, own, context) };
  });
  reportFit(node, laidOut, context);
  return laidOut;
}

/** Cut a timeline into parts; those that were laid out to see whether they fit keep their layout. */
function cutNode(node: TimelineNode, room: Room, context: ComponentContext): TimelineNode[] {
  const { split } = node.options;
  const all = listDated(node).filter(({ event }) => isInSight(event.when, node.options));
  const limits = isFlags(node, room) ? comfortable : undefined;
  if (all.length < 2 || split === 'none') return [node];
  const whole = readWhole(node, all);
  if (typeof split === 'number') return takeParts(whole, sliceAt(all, cutAtGaps(all, split, undefined)));
  const cutter: Cutter = { whole, limits, layOut: makeLayOut(whole, room, context) };
  if (split === 'eras') return takeParts(whole, refine(sliceAt(all, cutAtEras(node, all)), cutter));
  if (split === 'auto') {
    if (isWhole(all, limits, room)) return [node];
    const uncut = layOutAll([all], cutter);
    if (uncut) return uncut;
  }
  const least = limits ? Math.max(2, Math.ceil(all.length / limits.total), ...laneNeeds(all)) : 2;
  for (let count = least; count < least + attempts; count++) {
    const parts = layOutAll(sliceAt(all, cutAtGaps(all, count, limits)), cutter);
    if (parts) return parts;
  }
  return takeParts(whole, refine(sliceAt(all, cutAtGaps(all, least, limits)), cutter));
}

/** Few events with one long gap stay together: cut at the gap, a slide would show next to nothing. */
function isWhole(all: Slice, limits: typeof comfortable | undefined, { height }: Room): boolean {
  if (height === Number.POSITIVE_INFINITY) return true;
  if (!limits || !isComfortable(all)) return false;
  const gaps = all.map(({ day }, index) => day - (all[index - 1]?.day ?? day));
  return Math.max(...gaps) > longGap.auto * ((all.at(-1)?.day ?? 0) - (all[0]?.day ?? 0));
}

function isFlags(node: TimelineNode, room: Room): boolean {
  return (
    node.options.layout !== 'cards' && node.options.labels !== 'milestones' && !isUpright(node, room.width)
  );
}

/** What cutting stands on. */
interface Cutter {
  readonly whole: Whole;
  /** What a slide holds in comfort; nothing where events do not share an axis. */
  readonly limits: typeof comfortable | undefined;
  /** Lay out a part on the first slide or on a later one; nothing where it does not fit. */
  readonly layOut: (part: TimelineNode, isFirst: boolean) => TimelineNode | undefined;
}

function makeLayOut({ node }: Whole, room: Room, context: ComponentContext): Cutter['layOut'] {
  return (part, isFirst) => {
    const height = isFirst && !node.options.overview ? room.height : room.nextHeight;
    const layout = layoutWhole(part, { ...room, height }, context);
    return layout && { ...part, layout };
  };
}

function takeParts(whole: Whole, slices: readonly Slice[], before?: Slice): TimelineNode[] {
  return slices.length < 2 ? [whole.node] : makeParts(whole, slices, before);
}

function layOutAll(slices: readonly Slice[], { whole, limits, layOut }: Cutter): TimelineNode[] | undefined {
  if (limits && !slices.every(isComfortable)) return undefined;
  const laidOut: TimelineNode[] = [];
  for (const [index, part] of takeParts(whole, slices).entries()) {
    const one = layOut(part, index === 0);
    if (!one) return undefined;
    laidOut.push(one);
  }
  return laidOut;
}

/** Cut what does not fit once more, at its best gap, until it fits or cannot be cut. */
function refine(slices: readonly Slice[], cutter: Cutter): Slice[] {
  const done: Slice[] = [];
  const open = [...slices];
  let before: Slice = [];
  for (let one = open.shift(); one; one = open.shift()) {
    const halves = fits(one, { last: done.at(-1), before, next: open.slice(0, 2) }, cutter)
      ? []
      : cutAtGaps(one, 2, cutter.limits);
    if (halves.length > 0) {
      open.unshift(...sliceAt(one, halves));
      continue;
    }
    const window = { start: one[0]?.day ?? 0, end: Number.POSITIVE_INFINITY };
    before = keepGoing(cutter.whole.node, [...before, ...(done.at(-1) ?? [])], window);
    done.push(one);
  }
  return done;
}

/** What decides, besides its events, how a part is drawn. */
interface Neighbours {
  readonly last: Slice | undefined;
  /** Ranges from before the last slice. */
  readonly before: Slice;
  readonly next: readonly Slice[];
}

/** Tell whether a slice fits, between its neighbours alone: a look at all of them for each would take their square. */
function fits(one: Slice, { last, before, next }: Neighbours, { whole, limits, layOut }: Cutter): boolean {
  if (one.length < 4) return true;
  if (limits && !isComfortable(one)) return false;
  const parts = takeParts(whole, [...(last ? [last] : []), one, ...next], before);
  const part = parts[last ? 1 : 0];
  return part !== undefined && layOut(part, !last) !== undefined;
}

/** Begin a part where an era begins; what is before the first era stands with it. */
function cutAtEras(node: TimelineNode, all: Slice): number[] {
  const starts = erasOf(node)
    .map(({ when }) => coveredDays(when, undefined).start)
    .sort((one, other) => one - other)
    .slice(1);
  const cuts = starts.map((start) => all.findIndex(({ day }) => day >= start));
  return [...new Set(cuts)].filter((cut) => cut > 0);
}

/** The overview shows the milestones of the whole; what the others say comes on the slides after it. */
function makeOverview(node: TimelineNode, hasParts: boolean): TimelineNode {
  const options = { ...node.options, labels: 'milestones', split: 'none', reveal: 'none' } as const;
  const children = hasParts
    ? node.children.filter(({ type }) => type.startsWith('timeline') && type !== 'timelineLeftover')
    : node.children;
  return { ...node, options, children, excluded: [] };
}
