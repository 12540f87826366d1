/** Takes the number of lanes and what surrounds them and leaves the heights: lines, tiers, names. All sizes are here. */

import { toString } from 'mdast-util-to-string';
import { wrapText } from '../../measure/wrap.js';
import type { Room } from '../component.js';
import type { LabelStyle } from './label.js';
import type { TimelineNode } from './node.js';

/** How the names of lanes are set; `style.css` says the same. */
export const nameStyle = { size: 24, weight: 600, family: 'display' } as const;

/** How notes under the drawing are set; `style.css` says the same. */
const noteStyle = { size: 16, weight: 400 } as const;

/** The place of a timeline where nobody says which: a slide of 1280 px with its sides, under a title and over a foot. */
export const usualRoom = { width: 1136, height: 500, nextHeight: 500, fit: 1 } as const;

/** The drawing is never lower than this, and no higher than is good to read. */
export const drawingHeight = { least: 280, most: 520 } as const;

/** Heights in px of what stands around the lanes; `style.css` says the same. */
export const strip = { caption: 30, note: 28, name: 32, ticks: 28, bar: 9, context: 34 } as const;

/** The space a drawing has in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Find the space of the drawing in the room of the figure: without caption, notes and the strip of a part. */
export function frameOf(node: Pick<TimelineNode, 'children' | 'part'>, { width, height }: Room): Frame {
  const rest = height - takenHeight(node, width) - (node.part ? strip.context : 0);
  return { width, height: Math.min(drawingHeight.most, Math.max(drawingHeight.least, Math.floor(rest))) };
}

/** Sum the heights of what stands around the drawing: caption, notes, undated items. */
export function takenHeight(
  { children, part }: Pick<TimelineNode, 'children' | 'part'>,
  width: number,
): number {
  let height = part || children.some(({ type }) => type === 'timelineCaption') ? strip.caption : 0;
  for (const child of children) {
    if (child.type === 'timelineLeftover') height += strip.note * child.children.length;
    else if (child.type === 'paragraph')
      height += strip.note * wrapText(toString(child), width, noteStyle).length;
  }
  return Math.min(height, 180);
}

/** A label of a date and two lines: flags up to this height share their upper edge above an axis. */
const standardLabel = ({ dateLine, line }: LabelStyle) => dateLine + 2 * line;
/** Room beside the axis for elbows. */
const elbowRoom = 18;
/** Most height between two tiers, above and below an axis: a label of two lines and air. */
const mostPitch = (style: LabelStyle) => standardLabel(style) + 20;

/** The heights of the labels on one side of a line. */
export interface TrackGeometry {
  readonly baseline: number;
  /** -1: labels above the line, 1: below. */
  readonly direction: -1 | 1;
  readonly reach: number;
  readonly tiers: readonly number[];
  readonly standard: number;
  readonly nameTop: number;
  /** Distances from the line between which leaders may go aside. */
  readonly elbow: readonly [number, number];
}

/** The heights of a drawing. */
export interface Geometry {
  readonly height: number;
  readonly axis: number;
  readonly tracks: readonly TrackGeometry[];
}

/** What heights depend on. */
export interface Surroundings {
  /** Bars that lie over one another, for each track. */
  readonly barLevels: readonly number[];
  /** Height of the labels of eras, 0 without eras. */
  readonly eraHeight: number;
  /** Height that the drawing may take. */
  readonly height: number;
  readonly style: LabelStyle;
}

/** Choose the heights of one track above the axis, of two around it, or of rows above a common axis. */
export function chooseGeometry({ barLevels, eraHeight, height, style }: Surroundings): Geometry {
  if (barLevels.length === 1) return singleTrack(barLevels[0] ?? 0, eraHeight, height, style);
  if (barLevels.length === 2) return facingTracks(barLevels, eraHeight, height, style);
  return stackedTracks(barLevels, eraHeight, height);
}

function singleTrack(levels: number, top: number, limit: number, style: LabelStyle): Geometry {
  const elbow = elbowAfter(10 + levels * strip.bar);
  const first = elbow[1] + 4;
  const pitch = Math.min(
    mostPitch(style),
    Math.floor((limit - top - strip.name - strip.ticks - first - 6) / 3),
  );
  const axis = top + strip.name + first + 3 * pitch;
  const track: TrackGeometry = {
    baseline: axis,
    direction: -1,
    reach: axis,
    tiers: tiersFrom(first, pitch),
    standard: Math.min(standardLabel(style), pitch),
    nameTop: top,
    elbow,
  };
  return { height: axis + strip.ticks + 6, axis, tracks: [track] };
}

/** First track above the axis, second below, the numbers of the axis between axis and second track. */
function facingTracks(levels: readonly number[], top: number, height: number, style: LabelStyle): Geometry {
  const upperElbow = elbowAfter(10 + (levels[0] ?? 0) * strip.bar);
  const lowerElbow = elbowAfter(strip.ticks + 2 + (levels[1] ?? 0) * strip.bar);
  const [upperFirst, lowerFirst] = [upperElbow[1] + 4, lowerElbow[1] + 4];
  const pitch = Math.min(mostPitch(style), Math.floor((height - top - upperFirst - lowerFirst) / 6));
  const axis = top + upperFirst + 3 * pitch;
  return {
    height,
    axis,
    tracks: [
      {
        baseline: axis,
        direction: -1,
        reach: axis,
        tiers: tiersFrom(upperFirst, pitch),
        standard: Math.min(standardLabel(style), pitch),
        nameTop: top,
        elbow: upperElbow,
      },
      {
        baseline: axis,
        direction: 1,
        reach: height - axis,
        tiers: tiersFrom(lowerFirst, pitch),
        standard: 0,
        nameTop: height - strip.name,
        elbow: lowerElbow,
      },
    ],
  };
}

/** Three tracks and more: a row each, and one axis under all. Rows are low, so tiers lie close and boxes decide. */
function stackedTracks(barLevels: readonly number[], top: number, height: number): Geometry {
  const axis = height - strip.ticks;
  const rowHeight = Math.floor((axis - top) / barLevels.length);
  const tracks = barLevels.map((levels, index): TrackGeometry => {
    const elbow = elbowAfter(8 + levels * strip.bar, 10);
    const first = elbow[1] + 2;
    const tiers = [0, 1, 2].map((tier) => first + tier * 41).filter((near) => near + 38 <= rowHeight - 12);
    return {
      baseline: top + rowHeight * (index + 1) - 12,
      direction: -1,
      reach: rowHeight - 8,
      tiers: tiers.length > 0 ? tiers : [first],
      standard: 0,
      nameTop: top + rowHeight * index,
      elbow,
    };
  });
  return { height, axis, tracks };
}

function tiersFrom(first: number, pitch: number): number[] {
  return [first, first + pitch, first + 2 * pitch];
}

function elbowAfter(start: number, room: number = elbowRoom): [number, number] {
  return [start, start + room];
}
