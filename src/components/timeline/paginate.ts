/**
 * Takes a timeline and its room and leaves it whole, or as parts that each fit: every part is a timeline of its own, with
 * caption, lanes, eras, source and the strip that shows where in the whole it stands. No event is lost.
 */
import type { ComponentContext, Room } from '../component.js';
import { reportFit } from './check-layout.js';
import { cutAtGaps } from './cut-gaps.js';
import { chooseAxis } from './domain.js';
import { isUpright, layoutTimeline, layoutWhole } from './layout.js';
import { erasOf, type TimelineNode } from './node.js';
import { makePart, makeWindows, shareEras } from './part.js';
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
  if (typeof split === 'number') return makeParts(node, sliceAt(all, cutAtGaps(all, split, undefined)));
  const layOut = makeLayOut(node, room, context);
  if (split === 'eras') return makeParts(node, refine(sliceAt(all, cutAtEras(node, all)), layOut, limits));
  if (split === 'auto') {
    if (isWhole(all, limits, room)) return [node];
    const whole = layOut([all])(all);
    if (whole) return [whole];
  }
  const least = limits ? Math.max(2, Math.ceil(all.length / limits.total), ...laneNeeds(all)) : 2;
  for (let count = least; count < least + attempts; count++) {
    const parts = layOutAll(sliceAt(all, cutAtGaps(all, count, limits)), layOut);
    if (parts) return parts;
  }
  return makeParts(node, refine(sliceAt(all, cutAtGaps(all, least, limits)), layOut, limits));
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

/** Takes all slices, leaves what makes and lays out the part of one of them; nothing where it does not fit. */
type LayOut = (all: readonly Slice[]) => (one: Slice) => TimelineNode | undefined;

function makeLayOut(node: TimelineNode, room: Room, context: ComponentContext): LayOut {
  const limited = isFlags(node, room);
  return (all) => {
    const plan = all.length < 2 ? () => node : planParts(node, all);
    return (one) => {
      if (limited && !isComfortable(one)) return undefined;
      const part = plan(all.indexOf(one));
      const isFirst = one === all[0] && !node.options.overview;
      const layout = layoutWhole(part, isFirst ? room : { ...room, height: room.nextHeight }, context);
      return layout && { ...part, layout };
    };
  };
}

function layOutAll(slices: readonly Slice[], layOut: LayOut): TimelineNode[] | undefined {
  const layOutOne = layOut(slices);
  const parts: TimelineNode[] = [];
  for (const one of slices) {
    const part = layOutOne(one);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts;
}

/** Cut what does not fit once more, at its best gap, until it fits or cannot be cut. */
function refine(slices: readonly Slice[], layOut: LayOut, limits: typeof comfortable | undefined): Slice[] {
  const done: Slice[] = [];
  const open = [...slices];
  for (let one = open.shift(); one; one = open.shift()) {
    const isSmall = one.length < 4 || layOut([...done, one, ...open])(one);
    const halves = isSmall ? [] : cutAtGaps(one, 2, limits);
    if (halves.length === 0) done.push(one);
    else open.unshift(...sliceAt(one, halves));
  }
  return done;
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

function makeParts(node: TimelineNode, slices: readonly Slice[]): TimelineNode[] {
  if (slices.length < 2) return [node];
  const plan = planParts(node, slices);
  return slices.map((_, index) => plan(index));
}

/** Work out what all parts share, and leave the function that makes one. */
function planParts(node: TimelineNode, slices: readonly Slice[]): (index: number) => TimelineNode {
  const whole = chooseAxis(node.children, node.options).domain;
  const { spans, domains } = makeWindows(node, slices, whole);
  const days = listDated(node).map(({ day }) => day);
  const eras = shareEras(node, domains);
  const contentOf = (index: number) => ({
    own: slices[index] ?? [],
    earlier: slices.slice(0, index).flat(),
    eras: eras[index] ?? [],
  });
  // The overview is a slide of its own, and counted as one.
  const first = node.options.overview ? 2 : 1;
  const total = slices.length + first - 1;
  return (index) =>
    makePart(node, contentOf(index), {
      number: index + first,
      total,
      span: spans[index] ?? whole,
      domain: domains[index] ?? whole,
      whole,
      days,
    });
}

/** The overview shows the milestones of the whole; what the others say comes on the slides after it. */
function makeOverview(node: TimelineNode, hasParts: boolean): TimelineNode {
  const options = { ...node.options, labels: 'milestones', split: 'none', reveal: 'none' } as const;
  const children = hasParts
    ? node.children.filter(({ type }) => type.startsWith('timeline') && type !== 'timelineLeftover')
    : node.children;
  return { ...node, options, children, excluded: [] };
}
