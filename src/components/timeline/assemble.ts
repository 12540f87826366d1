/** Takes marks, heights and flags and leaves the finished layout of an axis: strokes, words, leaders that meet their marks. */
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { type Tick, type TickLabel } from './axis.js';
import { type AxisParts, ticksOf } from './axis-parts.js';
import { dodgeLeaders } from './dodge-leaders.js';
import { elapsedText } from './elapsed.js';
import type { Candidate } from './flags.js';
import { strip, type TrackGeometry } from './geometry.js';
import { stackRanges } from './lane-marks.js';
import type {
  AxisWords,
  BarLayout,
  EraLayout,
  EventLayout,
  LaneLayout,
  Point,
  Stroke,
  TimelineLayout,
} from './layout-types.js';
import { eventsOf, lanesOf } from './node.js';
import { breakWidth } from './scale.js';
import type { Member } from './tracks.js';

/** How bars stand beside the line, in px; `drawing.ts` draws them so. */
export const barSize = { height: 6, offset: 6 } as const;
/** How far a whisker stands from the line. */
const whiskerOffset = 5;

/** Put the parts of an axis together. */
export function assemble(parts: AxisParts, flags: ReadonlyMap<Member, Candidate>): TimelineLayout {
  const { frame, geometry, time, tracks, style, context } = parts;
  const lowerMarks = tracks[1]?.map(({ mark }) => mark) ?? [];
  const facing = geometry.tracks.length === 2;
  const lowerLevels = lowerMarks.some(({ range }) => range) ? Math.max(...stackRanges(lowerMarks)) + 1 : 0;
  const tickTop = 9 + (facing ? lowerLevels * strip.bar : 0);
  const below = facing ? straightParts(tracks[1] ?? [], flags) : [];
  const ticks = dodgeLeaders(ticksOf(time, context.lang), below);
  const y = geometry.axis;
  const inRows = geometry.tracks.length > 2;
  const lines = ticks.flatMap(({ x }) =>
    x === undefined ? [] : [Math.min(Math.max(x, 1), frame.width - 1)],
  );
  const breaks = time.gaps.map((gap) => time.scale(gap.start) + breakWidth / 2);
  return {
    form: 'flags',
    facing: false,
    textSize: style.text,
    width: frame.width,
    height: geometry.height,
    lanes: assembleLanes(parts, flags, ticks, tickTop),
    eras: parts.bands.map((band) => placeEra(band, geometry.height)),
    axes: cutAxis(frame.width, y, breaks),
    ticks: lines.map((x) => upright(x, y - 4, y + 4)),
    breaks: breaks.map((x) => ({ x, y })),
    rules: inRows ? lines.map((x) => upright(x, 0, y)) : [],
    laneLines: inRows ? geometry.tracks.map(({ baseline }) => level(0, frame.width, baseline)) : [],
    words: [...axisWords(parts, ticks, y + tickTop, context)],
    now: parts.now,
    scale: time.kind,
    strip: undefined,
  };
}

function assembleLanes(
  { node, geometry, tracks, names }: AxisParts,
  flags: ReadonlyMap<Member, Candidate>,
  ticks: readonly Tick[],
  tickTop: number,
): LaneLayout[] {
  const places = new Map<string, EventLayout>();
  const missing = new Map<number, number>();
  for (const [at, members] of tracks.entries()) {
    const track = geometry.tracks[at];
    if (!track) continue;
    const levels = stackRanges(members.map(({ mark }) => mark));
    for (const [index, member] of members.entries()) {
      const flag = flags.get(member);
      const bar = placeBar(member, levels[index] ?? 0, track);
      places.set(
        `${member.lane} ${member.index}`,
        placeEvent(member, flag, bar, track, labelsIn(ticks, geometry.axis, tickTop)),
      );
      if (!flag && member.mark.x !== undefined) missing.set(member.lane, (missing.get(member.lane) ?? 0) + 1);
    }
  }
  return lanesOf(node).map((lane, row): LaneLayout => {
    const { at, key } = names[row] ?? { at: { x: 0, y: 0 }, key: undefined };
    const above = (geometry.tracks[row]?.direction ?? -1) === -1;
    return {
      name: at,
      key,
      unlabelled: missing.get(row) ?? 0,
      count: { x: at.x, y: above ? at.y + strip.name : at.y - 22 },
      events: eventsOf(lane).map((_, index) => places.get(`${row} ${index}`) ?? outside),
    };
  });
}

/** An event that is not in sight. */
export const outside: EventLayout = {
  mark: undefined,
  bar: undefined,
  whisker: undefined,
  label: undefined,
  leader: [],
};

function placeBar({ mark: { range } }: Member, at: number, track: TrackGeometry): BarLayout | undefined {
  if (!range) return undefined;
  const distance = barSize.offset + barSize.height / 2 + at * strip.bar;
  return { ...range, y: track.baseline + track.direction * distance };
}

function placeEvent(
  { mark }: Member,
  flag: Candidate | undefined,
  range: BarLayout | undefined,
  track: TrackGeometry,
  numbers: readonly NumberBox[],
): EventLayout {
  if (mark.x === undefined) return outside;
  const { baseline, direction } = track;
  const y = baseline + direction * whiskerOffset;
  return {
    mark: { x: mark.x, y: baseline },
    bar: range,
    whisker: mark.whisker && level(mark.whisker.left, mark.whisker.right, y),
    label: flag && {
      x: flag.leader,
      side: flag.side,
      width: flag.right - flag.left,
      top: direction === 1 ? baseline + flag.near : baseline - flag.far,
    },
    leader: flag ? leaderOf(mark.x, flag, range, track, numbers) : [],
  };
}

/** A number of the axis that a leader has to pass. */
interface NumberBox {
  readonly label: TickLabel;
  readonly top: number;
}

function labelsIn(ticks: readonly Tick[], axis: number, tickTop: number): NumberBox[] {
  return ticks.flatMap(({ label }) => (label?.crossed ? [{ label, top: axis + tickTop }] : []));
}

/** A leader runs straight from its mark, aside in the strip beside the axis if it must, and along its label. */
function leaderOf(
  x: number,
  { leader, far }: Candidate,
  range: BarLayout | undefined,
  { baseline, direction, elbow }: TrackGeometry,
  numbers: readonly NumberBox[],
): Point[][] {
  const start: Point = { x, y: range ? range.y - (direction * barSize.height) / 2 : baseline };
  const crossed = direction === 1 && numbers.find(({ label }) => Math.abs(label.x - x) < label.width / 2 + 3);
  const [first, rest] = crossed
    ? [[[start, { x, y: crossed.top - 1 }]], [{ x, y: crossed.top + 18 }]]
    : [[], [start]];
  const bend =
    leader === x
      ? []
      : [
          { x, y: baseline + direction * elbow[0] },
          { x: leader, y: baseline + direction * elbow[1] },
        ];
  return [...first, [...rest, ...bend, { x: leader, y: baseline + direction * far }]];
}

function placeEra(band: AxisParts['bands'][number], height: number): EraLayout {
  return { band: band && { ...band.span, top: 0, bottom: height }, label: band?.label };
}

/** Write the numbers of the axis, how long the breaks are, and that it is not to scale. */
function axisWords(
  { time, frame }: AxisParts,
  ticks: readonly Tick[],
  y: number,
  { strings }: ComponentContext,
): AxisWords[] {
  const breaks = time.gaps.map((gap): AxisWords & { readonly width: number } => {
    const x = time.scale(gap.start) + breakWidth / 2;
    const text = elapsedText(gap.end - gap.start, strings);
    return { kind: 'break', text, x, y, width: measureText(text, { size: 14, weight: 400 }) };
  });
  const numbers = ticks.flatMap(({ label }): AxisWords[] => {
    // The words of a break stand among the numbers, and are worth more than the one beside it.
    if (!label || breaks.some(({ x, width }) => Math.abs(x - label.x) < (width + label.width) / 2 + 8))
      return [];
    return [{ kind: 'tick', text: label.text, x: label.x, y }];
  });
  if (time.kind !== 'even')
    return [...numbers, ...breaks.map(({ kind, text, x }): AxisWords => ({ kind, text, x, y }))];
  return [{ kind: 'scale', text: strings.notToScale, x: frame.width, y }];
}

/** List where the leaders of a track run straight from their marks, through the numbers of the axis. */
function straightParts(members: readonly Member[], flags: ReadonlyMap<Member, Candidate>): number[] {
  return members.flatMap((member) =>
    member.mark.x !== undefined && flags.has(member) ? [member.mark.x] : [],
  );
}

function cutAxis(width: number, y: number, breaks: readonly number[]): Stroke[] {
  const ends = [0, ...breaks.flatMap((x) => [x - 7, x + 7]), width];
  return ends.flatMap((from, index) => {
    const to = ends[index + 1];
    return index % 2 === 0 && to !== undefined ? [level(from, to, y)] : [];
  });
}

function level(from: number, to: number, y: number): Stroke {
  return { from: { x: from, y }, to: { x: to, y } };
}

function upright(x: number, from: number, to: number): Stroke {
  return { from: { x, y: from }, to: { x, y: to } };
}
