/**
 * Takes the lanes and eras of a timeline and leaves where everything stands along a level axis. Pure arithmetic at build
 * time: screen and print draw from the same numbers, and the checks read from them what could not be shown.
 */
import { toString } from 'mdast-util-to-string';
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { assemble } from './assemble.js';
import { snapToTicks } from './axis.js';
import type { AxisParts, TimeAxis } from './axis-parts.js';
import { chooseAxis } from './domain.js';
import { eraStripHeight, eraStyle, placeBands } from './era-bands.js';
import type { Candidate } from './flags.js';
import {
  chooseGeometry,
  type Frame,
  type Geometry,
  nameStyle,
  strip,
  type TrackGeometry,
} from './geometry.js';
import { type LabelStyle, largeLabels, usualLabel } from './label.js';
import { anchorDays, countLevels, type EventMark, markLane } from './lane-marks.js';
import type { NowMarker, TimelineLayout } from './layout-types.js';
import { erasOf, eventsOf, laneName, lanesOf, type TimelineNode } from './node.js';
import type { TimelineOptions } from './options.js';
import { nowText } from './print-date.js';
import { collapsedScale, coveredDays, evenScale, findGaps, timeScale } from './scale.js';
import {
  type Member,
  type Neighbours,
  placeTrack,
  type Rectangle,
  type Setting,
  type Wanted,
} from './tracks.js';

/** Lay a timeline out along an axis; nothing where all labels are wanted and there is no room for them. */
export function layoutAxis(
  node: TimelineNode,
  frame: Frame,
  kind: TimelineLayout['scale'],
  wanted: Wanted,
  context: ComponentContext,
): TimelineLayout | undefined {
  const time = measureTime(node, frame, kind);
  if (!time) return undefined;
  const marks = lanesOf(node).map((lane) => markLane(lane, time));
  for (const tracks of groupTracks(node, marks)) {
    for (const setting of settingsOf(tracks)) {
      const parts = arrange(node, frame, time, tracks, setting.style, context);
      // Large labels are for drawings of few: all of them have a place, or none is large.
      const flags = placeAll(parts, setting, setting.elbows === 'straight' ? 'all' : wanted);
      if (flags) return assemble(tighten(parts, flags), flags);
    }
  }
  return undefined;
}

/** List the ways to set the labels: as large as may be while they hang straight. Rows of lanes are low. */
function settingsOf(tracks: readonly (readonly Member[])[]): Setting[] {
  const count = Math.max(...tracks.map(({ length }) => length));
  const large = tracks.length < 3 ? largeLabels.filter(({ most }) => count <= most) : [];
  return [
    ...large.map((style): Setting => ({ style, elbows: 'straight' })),
    { style: usualLabel, elbows: 'elbows' },
  ];
}

/** Find a flag for every label that is wanted, track by track; nothing where one track has no room. */
function placeAll(parts: AxisParts, setting: Setting, wanted: Wanted): Map<Member, Candidate> | undefined {
  const { geometry, tracks, node, context } = parts;
  const neighbours = listNeighbours(parts);
  const flags = new Map<Member, Candidate>();
  for (const [index, members] of tracks.entries()) {
    const track = geometry.tracks[index];
    const found = track && placeTrack(members, track, neighbours, wanted, setting, node.options, context);
    if (!found) return undefined;
    for (const [member, flag] of found) flags.set(member, flag);
  }
  return flags;
}

/** What lies between the name of a lane and its labels. */
const nameAir = 12;

/** Names stand close to their labels: air that is not needed is taken from between them. Rows of lanes keep theirs. */
function tighten(parts: AxisParts, flags: ReadonlyMap<Member, Candidate>): AxisParts {
  const [upper, lower, ...others] = parts.geometry.tracks;
  if (!upper || others.length > 0) return parts;
  const reachOf = (index: number, { elbow }: TrackGeometry) =>
    Math.max(elbow[1], ...(parts.tracks[index] ?? []).map((member) => flags.get(member)?.far ?? 0));
  const above = upper.baseline - reachOf(0, upper) - (upper.nameTop + strip.name + nameAir);
  const up = Math.max(0, Math.floor(above));
  const below = lower ? lower.nameTop - (lower.baseline + reachOf(1, lower) + nameAir) : 0;
  const shorter = up + Math.max(0, Math.floor(below));
  const height = parts.geometry.height - shorter;
  const tracks = [
    { ...upper, baseline: upper.baseline - up },
    ...(lower ? [{ ...lower, baseline: lower.baseline - up, nameTop: lower.nameTop - shorter }] : []),
  ];
  const geometry = { height, axis: parts.geometry.axis - up, tracks };
  return { ...parts, ...surround(parts, geometry), geometry };
}

/** Make the scale; nothing where a gap should be cut and there is none to cut. */
function measureTime(
  node: TimelineNode,
  { width }: Frame,
  kind: TimelineLayout['scale'],
): TimeAxis | undefined {
  const { options, part } = node;
  const { domain, step } = part
    ? {
        domain: part.domain,
        step: chooseAxis(node.children, { ...options, from: part.domain.start, to: part.domain.end - 1 })
          .step,
      }
    : chooseAxis(node.children, options);
  const continues = part !== undefined && part.number < part.total;
  const lanes = lanesOf(node);
  if (kind !== 'collapsed') {
    const anchors = lanes.flatMap((lane) => anchorDays(lane, domain, options));
    const scale = kind === 'even' ? evenScale(domain, width, anchors) : timeScale(domain, width);
    return { domain, scale, continues, options, kind, step, gaps: [] };
  }
  const covered = lanes.flatMap((lane) =>
    eventsOf(lane).map(({ when }) => {
      const { start, end } = coveredDays(when, options.now?.day);
      // What is open does not fill a gap: it fades out after its known end.
      return { start: Number.isFinite(start) ? start : end - 1, end: Number.isFinite(end) ? end : start + 1 };
    }),
  );
  if (options.now) covered.push({ start: options.now.day, end: options.now.day + 1 });
  const isAsked = options.scale === 'collapsed';
  const gaps = findGaps(covered, domain, (gap) => snapToTicks(gap, step, 'in'), isAsked);
  if (gaps.length === 0 && !isAsked) return undefined;
  return { domain, scale: collapsedScale(domain, width, gaps), continues, options, kind, step, gaps };
}

/** List the ways to share the events among tracks: a lane each, or all above one axis, else above and below in turn. */
function groupTracks(node: TimelineNode, marks: readonly EventMark[][]): (readonly Member[])[][] {
  const byLane = lanesOf(node).map((lane, row) =>
    eventsOf(lane).flatMap((event, index): Member[] => {
      const mark = marks[row]?.[index];
      return mark ? [{ lane: row, index, event, mark }] : [];
    }),
  );
  if (node.options.layout !== 'merged') return [byLane];
  const all = byLane.flat().sort((one, other) => (one.mark.x ?? 0) - (other.mark.x ?? 0));
  return [[all], [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)]];
}

function arrange(
  node: TimelineNode,
  frame: Frame,
  time: TimeAxis,
  tracks: readonly (readonly Member[])[],
  style: LabelStyle,
  context: ComponentContext,
): AxisParts {
  const bands = placeBands(erasOf(node), time.domain, time.scale, node.options.now?.day);
  const geometry = chooseGeometry({
    barLevels: tracks.map((members) => countLevels(members.map(({ mark }) => mark))),
    eraHeight: eraStripHeight(bands),
    height: frame.height,
    style,
  });
  const parts = { node, frame, time, bands, tracks, style, context };
  return { ...parts, geometry, ...surround(parts, geometry) };
}

/** Place what depends on the heights: the names of lanes, and now. */
function surround(
  { node, frame, time, bands, context }: Omit<AxisParts, 'geometry' | 'names' | 'now'>,
  geometry: Geometry,
): Pick<AxisParts, 'names' | 'now'> {
  return {
    names: placeNames(node, geometry.tracks, bands),
    now: placeNow(node.options, context, time, geometry, frame),
  };
}

/** Each lane's name stands by its track; on one axis they are a key, side by side. */
function placeNames(
  node: TimelineNode,
  tracks: readonly TrackGeometry[],
  bands: AxisParts['bands'],
): AxisParts['names'] {
  // A name in a band stands where the band's own label does.
  const inset = bands.some((band) => band && band.span.left < eraStyle.inset) ? eraStyle.inset : 0;
  let left = inset;
  return lanesOf(node).map((lane, index) => {
    const name = laneName(lane);
    const width = name ? Math.ceil(measureText(toString(name), nameStyle)) : 0;
    if (node.options.layout !== 'merged') {
      return { at: { x: inset, y: tracks[index]?.nameTop ?? 0 }, key: undefined, width };
    }
    const y = tracks[0]?.nameTop ?? 0;
    const at = { x: left + 22, y };
    const key = name ? { x: left + 8, y: y + strip.name / 2 + 1 } : undefined;
    left += name ? width + 22 + 32 : 0;
    return { at, key, width };
  });
}

function placeNow(
  options: TimelineOptions,
  context: ComponentContext,
  { domain, scale }: TimeAxis,
  { height, tracks }: Geometry,
  frame: Frame,
): NowMarker | undefined {
  if (!options.now || options.now.day < domain.start || options.now.day >= domain.end) return undefined;
  const x = scale(options.now.day);
  const width = Math.ceil(measureText(nowText(options, context), { size: 14, weight: 600 })) + 3;
  const side = x + width + 8 > frame.width ? 'left' : 'right';
  // With two lanes the foot of the drawing is free of numbers; else the label stands at the top.
  const y = tracks.length === 2 ? height - 20 : 0;
  return { line: { from: { x, y: 0 }, to: { x, y: height } }, x, y, side, width };
}

/** List what labels must not cover: the names of lanes, eras and now, and the line of now. */
function listNeighbours({ bands, names, now, geometry, frame }: AxisParts): Neighbours {
  const texts: Rectangle[] = names.flatMap(({ at, width }) =>
    width === 0 ? [] : [{ left: 0, right: at.x + width, top: at.y, bottom: at.y + strip.name }],
  );
  for (const band of bands) {
    if (!band) continue;
    const { left, width, top, bottom } = band.label;
    texts.push({ left: Math.min(left, band.span.left), right: left + width, top: Math.min(0, top), bottom });
  }
  if (now) {
    const left = now.side === 'right' ? now.x : now.x - now.width - 6;
    texts.push({ left, right: left + now.width + 6, top: now.y, bottom: now.y + 20 });
  }
  const inside = texts.filter((text) => text.top < geometry.height);
  return { texts: inside, lines: now ? [now.x] : [], width: frame.width };
}
