/**
 * Takes the lanes and eras of a timeline and leaves where everything stands, in px. Pure arithmetic at build time:
 * screen and print draw from the same numbers, and the checks read from them what could not be shown.
 */
import { measureText } from '../../measure/text-width.js';
import type { ComponentContext } from '../component.js';
import { chooseStep, padDomain, placeTicks } from './axis.js';
import { dodgeLeaders } from './dodge-leaders.js';
import { eraStripHeight, findDays, placeEras } from './extent.js';
import { area, chooseGeometry, type Geometry, strip } from './geometry.js';
import { type Neighbours, placeLane } from './lane-flags.js';
import { anchorDays, barLevels, markLane } from './lane-marks.js';
import type { NowMarker, RowLayout, TimelineLayout } from './layout-types.js';
import { erasOf, lanesOf, type TimelineChild } from './node.js';
import type { TimelineOptions } from './options.js';
import { nowText } from './print-date.js';
import { type Domain, evenScale, type Scale, timeScale } from './scale.js';

/** What a layout is made from. */
interface Source {
  readonly children: TimelineChild[];
  readonly options: TimelineOptions;
  readonly context: ComponentContext;
  readonly domain: Domain;
  /** Months between two ticks. */
  readonly step: number;
}

/** Lay out a timeline: in proportion to time, or evenly when that is asked for or the only way to show all labels. */
export function layoutTimeline(
  children: TimelineChild[],
  options: TimelineOptions,
  context: ComponentContext,
): TimelineLayout {
  const source = { children, options, context, ...chooseAxis(children, options) };
  if (options.scale === 'even') return draw(source, true);
  const inTime = draw(source, false);
  if (options.scale === 'time' || options.labels === 'milestones' || !lacksLabels(inTime)) return inTime;
  const even = draw(source, true);
  return lacksLabels(even) ? inTime : even;
}

/** Choose the days the axis shows; an end the author set is not padded. */
export function chooseAxis(
  children: TimelineChild[],
  options: TimelineOptions,
): Pick<Source, 'domain' | 'step'> {
  const days = findDays(children, options);
  const step = chooseStep(days, options.ticks);
  const padded = padDomain(days, step);
  return {
    step,
    domain: {
      start: options.from === undefined ? padded.start : days.start,
      end: options.to === undefined ? padded.end : days.end,
    },
  };
}

function lacksLabels({ rows }: TimelineLayout): boolean {
  return rows.some((row) => row.unlabelled > 0);
}

function draw({ children, options, context, domain, step }: Source, even: boolean): TimelineLayout {
  const lanes = lanesOf({ children });
  const anchors = lanes.flatMap((lane) => anchorDays(lane, domain, options));
  const scale = even ? evenScale(domain, area.width, anchors) : timeScale(domain, area.width);
  const marks = lanes.map((lane) => markLane(lane, domain, scale, options));
  const eras = placeEras(erasOf({ children }), domain, scale, options.now?.day);
  const geometry = chooseGeometry({
    barLevels: marks.map(barLevels),
    eraHeight: eraStripHeight(eras),
    taken: takenHeight(children),
  });
  const now = placeNow(options, context, domain, scale, geometry);
  const neighbours = listNeighbours(eras, now, geometry);
  const rows = geometry.rows.flatMap((row, index): RowLayout[] => {
    const [lane, laneMarks] = [lanes[index], marks[index]];
    return lane && laneMarks ? [placeLane(lane, laneMarks, row, neighbours, options, context)] : [];
  });
  const ticks = even || options.ticks === 'none' ? [] : placeTicks(domain, step, scale);
  return {
    width: area.width,
    height: geometry.height,
    axis: geometry.axis,
    tickTop: 9 + (rows.length === 2 ? barLevels(marks[1] ?? []) * strip.bar : 0),
    rows,
    eras,
    ticks: dodgeLeaders(ticks, rows[1]?.direction === 1 ? straightParts(rows[1]) : []),
    now,
    even,
  };
}

/** Sum the heights of caption, notes and undated items: the whole figure has a fixed height. */
function takenHeight(children: TimelineChild[]): number {
  let height = 0;
  for (const child of children) {
    if (child.type === 'timelineCaption') height += strip.caption;
    else if (child.type === 'timelineLeftover') height += strip.note * child.children.length;
    else if (child.type === 'paragraph') height += strip.note;
  }
  return Math.min(height, 180);
}

function placeNow(
  options: TimelineOptions,
  context: ComponentContext,
  domain: Domain,
  scale: Scale,
  { height, rows }: Geometry,
): NowMarker | undefined {
  if (!options.now || options.now.day < domain.start || options.now.day > domain.end) return undefined;
  const x = scale(options.now.day);
  const width = Math.ceil(measureText(nowText(options, context), { size: 14, weight: 600 })) + 3;
  const side = x + width + 8 > area.width ? 'left' : 'right';
  // With two lanes the foot of the drawing is free of numbers; else the label stands at the top.
  return { x, side, width, labelTop: rows.length === 2 ? height - 20 : 0 };
}

/** List what labels must not cover: the names of eras and of now, and the line of now. */
function listNeighbours(
  eras: TimelineLayout['eras'],
  now: NowMarker | undefined,
  geometry: Geometry,
): Neighbours {
  const texts = eras
    .filter((era) => era.right > era.left)
    .map((era) => ({ left: era.left, right: era.left + 10 + era.width, top: 0, bottom: 6 + era.lines * 19 }));
  if (now) {
    const left = now.side === 'right' ? now.x : now.x - now.width - 6;
    texts.push({ left, right: left + now.width + 6, top: now.labelTop, bottom: now.labelTop + 20 });
  }
  const inside = texts.filter((text) => text.top < geometry.height);
  return { texts: inside, lines: now ? [now.x] : [] };
}

/** List where the leaders of a lane run straight from their marks, through the numbers of the axis. */
function straightParts({ events }: RowLayout): number[] {
  return events.flatMap(({ x, flag }) => (x !== undefined && flag ? [x] : []));
}
