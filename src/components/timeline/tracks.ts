/** Takes the events on one side of a line and leaves their flags; labels that find no place are left out. */
import type { ComponentContext } from '../component.js';
import { type Elbows, placeFlags } from './flag-search.js';
import type { Candidate } from './flags.js';
import type { TrackGeometry } from './geometry.js';
import { type LabelStyle, labelShapes } from './label.js';
import type { EventMark } from './lane-marks.js';
import type { Box } from './layout-types.js';
import type { TimelineEvent } from './node.js';
import type { TimelineOptions } from './options.js';

/** More labels than this on one side of a line cannot be read, so no place is searched for them. */
export const mostLabels = 16;

/** An event that stands on a track. */
export interface Member {
  readonly lane: number;
  readonly index: number;
  readonly event: TimelineEvent;
  readonly mark: EventMark;
}

/** A rectangle in the drawing. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is already in the drawing when flags are placed. */
export interface Neighbours {
  readonly texts: readonly Rectangle[];
  /** Upright lines that no flag may lie across. */
  readonly lines: readonly number[];
  readonly width: number;
}

/** How labels are to be set: large ones hang straight or not at all. */
export interface Setting {
  readonly style: LabelStyle;
  readonly elbows: Elbows;
}

/** Whether labels may be left out where there is no room: the milestones stay, then ever fewer of them. */
export type Wanted = 'all' | 'some';

/** Choose flags for the members of a track; nothing where all are wanted and there is no room. */
export function placeTrack(
  members: readonly Member[],
  track: TrackGeometry,
  neighbours: Neighbours,
  wanted: Wanted,
  { style, elbows }: Setting,
  options: TimelineOptions,
  context: ComponentContext,
): Map<Member, Candidate> | undefined {
  const visible = members
    .filter(({ mark }) => mark.x !== undefined)
    .sort((one, other) => (one.mark.x ?? 0) - (other.mark.x ?? 0));
  const field = {
    width: neighbours.width,
    reach: track.reach,
    tiers: track.tiers,
    standard: track.standard,
    obstacles: neighbours.texts.map((text) => toTrackBox(text, track)).filter((box) => box.far > 0),
    lines: neighbours.lines,
  };
  const shapes = new Map(
    visible.map((member) => [member, labelShapes(member.event, style, options, context)]),
  );
  for (const set of labelSets(visible, wanted, options)) {
    const placed = placeFlags(
      set.map((member) => ({ x: member.mark.x ?? 0, shapes: shapes.get(member) ?? [] })),
      field,
      elbows,
    );
    if (placed) return pair(set, placed);
  }
  return wanted === 'all' && visible.length > 0 ? undefined : new Map();
}

function pair(members: readonly Member[], placed: readonly Candidate[]): Map<Member, Candidate> {
  return new Map(
    placed.flatMap((candidate) => {
      const member = members[candidate.mark];
      return member ? [[member, candidate] as const] : [];
    }),
  );
}

/** List which labels to try; an event's mark always stays. */
function* labelSets(
  all: readonly Member[],
  wanted: Wanted,
  { labels }: TimelineOptions,
): Generator<readonly Member[]> {
  const milestones = all.filter(({ event }) => event.milestone);
  const chosen = labels === 'milestones' ? milestones : all;
  if (chosen.length <= mostLabels) yield chosen;
  if (wanted === 'all') return;
  const ranked = (milestones.length > 0 ? milestones : chosen).slice(0, mostLabels);
  for (let count = ranked.length; count > 0; count -= Math.ceil(count / 8)) yield ranked.slice(0, count);
}

/** Turn a box from the top of the drawing into distances from the line of the track. */
function toTrackBox(box: Rectangle, { baseline, direction }: TrackGeometry): Box {
  const ends = [(box.top - baseline) * direction, (box.bottom - baseline) * direction];
  return { left: box.left, right: box.right, near: Math.min(...ends), far: Math.max(...ends) };
}
