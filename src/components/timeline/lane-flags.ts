/** Takes a lane with its marks and heights and leaves its flags; labels that find no place are left out and counted. */
import { toString } from 'mdast-util-to-string';
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { placeFlags } from './flag-search.js';
import type { Candidate, Field } from './flags.js';
import { area, type RowGeometry, strip } from './geometry.js';
import { labelShapes } from './label.js';
import type { EventMark } from './lane-marks.js';
import type { Box, Flag, RowLayout } from './layout-types.js';
import { eventsOf, laneName, type TimelineEvent, type TimelineLane } from './node.js';
import type { TimelineOptions } from './options.js';

/** More labels than this in a lane cannot be read, so no place is searched for them. */
export const mostLabels = 16;

/** What is already in the drawing when the flags of a lane are placed, as boxes from the top. */
export interface Neighbours {
  readonly texts: readonly { left: number; right: number; top: number; bottom: number }[];
  readonly lines: readonly number[];
}

/** Place the flags of a lane. */
export function placeLane(
  lane: TimelineLane,
  marks: readonly EventMark[],
  row: RowGeometry,
  neighbours: Neighbours,
  options: TimelineOptions,
  context: ComponentContext,
): RowLayout {
  const events = eventsOf(lane);
  const field = makeField(lane, row, neighbours);
  const visible = events.flatMap((event, index) => (marks[index]?.x === undefined ? [] : [{ event, index }]));
  const flags = new Map<number, Flag>();
  for (const set of labelSets(visible, options)) {
    // Marks are placed in the order of their places, which ranges may change.
    const ordered = [...set].sort((one, other) => (marks[one.index]?.x ?? 0) - (marks[other.index]?.x ?? 0));
    const placed = placeFlags(
      ordered.map(({ event, index }) => ({
        x: marks[index]?.x ?? 0,
        shapes: labelShapes(event, options, context),
      })),
      field,
    );
    if (!placed) continue;
    for (const candidate of placed) flags.set(ordered[candidate.mark]?.index ?? 0, flagOf(candidate, row));
    break;
  }
  return {
    baseline: row.baseline,
    direction: row.direction,
    nameTop: row.nameTop,
    unlabelled: visible.length - flags.size,
    events: marks.map((mark, index) => ({ ...mark, flag: flags.get(index) })),
  };
}

/** List which labels to try: all, then milestones only, then ever fewer of them; an event's mark always stays. */
function* labelSets<T extends { event: TimelineEvent }>(all: T[], options: TimelineOptions): Generator<T[]> {
  if (options.labels !== 'milestones' && all.length <= mostLabels) yield all;
  const milestones = all.filter(({ event }) => event.milestone).slice(0, mostLabels);
  const ranked =
    milestones.length > 0 || options.labels === 'milestones' ? milestones : all.slice(0, mostLabels);
  for (let count = ranked.length; count > 0; count--) yield ranked.slice(0, count);
}

function makeField(lane: TimelineLane, row: RowGeometry, { texts, lines }: Neighbours): Field {
  const name = laneName(lane);
  // The display face is about as wide as the sans in its bold weight; a tenth more is on the safe side.
  const width = name ? measureText(toString(name), { size: 24, weight: 600 }) * 1.1 : 0;
  const nameBox = { left: 0, right: width, top: row.nameTop, bottom: row.nameTop + strip.name };
  const boxes = name ? [nameBox, ...texts] : texts;
  return {
    width: area.width,
    reach: row.reach,
    tiers: row.tiers,
    standard: row.standard,
    obstacles: boxes.map((box) => toLaneBox(box, row)).filter((box) => box.far > 0),
    lines,
  };
}

/** Turn a box from the top of the drawing into distances from the lane's line. */
function toLaneBox(box: Neighbours['texts'][number], { baseline, direction }: RowGeometry): Box {
  const ends = [(box.top - baseline) * direction, (box.bottom - baseline) * direction];
  return { left: box.left, right: box.right, near: Math.min(...ends), far: Math.max(...ends) };
}

function flagOf(candidate: Candidate, { baseline, direction, elbow }: RowGeometry): Flag {
  const { leader, side, left, right, near, far } = candidate;
  return {
    leader,
    side,
    width: right - left,
    top: direction === 1 ? baseline + near : baseline - far,
    tip: baseline + direction * far,
    elbow: [baseline + direction * elbow[0], baseline + direction * elbow[1]],
  };
}
