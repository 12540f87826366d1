/** Takes some events of a timeline and leaves the part that shows them, and the days that each part shows. */
import { chooseStep, snapToTicks } from './axis.js';
import {
  erasOf,
  laneName,
  lanesOf,
  type TimelineChild,
  type TimelineEra,
  type TimelineEvent,
  type TimelineNode,
  type TimelinePart,
} from './node.js';
import { clipDate, coveredDays, type Domain } from './scale.js';
import type { Slice } from './slices.js';

/** Share of a part from which an era that goes on elsewhere is drawn. */
const leastEra = 0.12;

/** What stands in a part, events in the order of time. */
interface Content {
  readonly own: Slice;
  /** Ranges that began in earlier parts. */
  readonly goingOn: Slice;
  readonly eras: readonly TimelineEra[];
}

/** Make a part: its events, ranges that go on from before, the eras in sight; notes stand on the last one. */
export function makePart(
  node: TimelineNode,
  { own, goingOn, eras }: Content,
  part: TimelinePart,
): TimelineNode {
  const isLast = part.number === part.total;
  const events = [...goingOn.map((one) => ({ ...one, event: continueEvent(one.event) })), ...own];
  const lanes = lanesOf(node);
  const children = node.children.flatMap((child): TimelineChild[] => {
    switch (child.type) {
      case 'timelineLane': {
        const row = lanes.indexOf(child);
        const shown = events.flatMap(({ event, lane }) => (lane === row ? [event] : []));
        const name = laneName(child);
        return [{ ...child, children: [...(name ? [name] : []), ...shown] }];
      }
      case 'timelineEra':
        return eras.includes(child) ? [child] : [];
      case 'timelineLaneName':
        return eras.length > 0 || (isLast && erasOf(node).length === 0) ? [child] : [];
      case 'timelineCaption':
      case 'timelineSource':
        return [child];
      default:
        return isLast ? [child] : [];
    }
  });
  return { ...node, part, children, excluded: isLast ? node.excluded : [] };
}

/** Share eras among parts: a few days at the edge of one are left to the part that shows more of it. */
export function shareEras(node: TimelineNode, windows: readonly Domain[]): TimelineEra[][] {
  const now = node.options.now?.day;
  const shared = windows.map((): TimelineEra[] => []);
  for (const era of erasOf(node)) {
    const shares = windows.map((window) => {
      const shown = clipDate(era.when, window, now);
      return shown ? (shown.end - shown.start) / (window.end - window.start) : 0;
    });
    const best = shares.indexOf(Math.max(...shares));
    for (const [index, share] of shares.entries()) {
      if (share > leastEra || (index === best && share > 0)) shared[index]?.push(era);
    }
  }
  return shared;
}

/** A range that goes on is named again; what is said of it stands where it began. */
function continueEvent(event: TimelineEvent): TimelineEvent {
  return {
    ...event,
    continued: true,
    children: event.children.filter(({ type }) => type === 'timelineTitle'),
  };
}

/** The days of each part: those that something is known of, and those that its axis shows. */
interface Windows {
  readonly spans: readonly Domain[];
  readonly domains: readonly Domain[];
}

/** Find the days that each part shows: whole units around its events, and neighbours do not overlap. */
export function makeWindows(node: TimelineNode, slices: readonly Slice[], whole: Domain): Windows {
  const now = node.options.now?.day;
  const spans = slices.map((slice, index): Domain => {
    const next = slices[index + 1]?.[0]?.day ?? whole.end;
    const covered = slice.map(({ event, day }) => {
      const { end } = coveredDays(event.when, now);
      return { start: day, end: Number.isFinite(end) ? end : day + 1 };
    });
    const start = Math.min(...covered.map((one) => one.start));
    const end = Math.min(next, Math.max(...covered.map((one) => one.end)));
    const isLast = index === slices.length - 1;
    return { start, end: Math.max(end, start + 1, isLast && now !== undefined ? now + 1 : end) };
  });
  const known = node.options.split === 'eras' ? widenToEras(node, spans, whole) : spans;
  return { spans: known, domains: padWindows(node, known, whole) };
}

/** Where each part is about an era, it shows all of it. */
function widenToEras(node: TimelineNode, spans: readonly Domain[], whole: Domain): Domain[] {
  const eras = erasOf(node).map(({ when }) => {
    const { start, end } = coveredDays(when, node.options.now?.day);
    // An open end is no reason to go on.
    return { start, end: Number.isFinite(end) ? end : start + 1 };
  });
  return spans.map((span, index) => {
    const least = spans[index - 1]?.end ?? whole.start;
    const most = spans[index + 1]?.start ?? whole.end;
    // One that begins after the last event is what the next part is about.
    const own = eras.filter(({ start }) => start >= least && (start < span.end || !spans[index + 1]));
    return {
      start: Math.max(least, Math.min(span.start, ...own.map((era) => era.start))),
      end: Math.min(most, Math.max(span.end, ...own.map((era) => era.end))),
    };
  });
}

/** Widen spans to whole units that do not overlap. */
function padWindows(node: TimelineNode, spans: readonly Domain[], whole: Domain): Domain[] {
  const padded = spans.map((span) =>
    clip(snapToTicks(span, chooseStep(span, node.options.ticks), 'out'), whole),
  );
  const { from, to } = node.options;
  const windows = padded.map((window, index) => {
    const [before, after] = [padded[index - 1], padded[index + 1]];
    const atStart = !before && from !== undefined;
    const atEnd = !after && to !== undefined;
    return {
      start: atStart ? whole.start : before && before.end > window.start ? meet(spans, index) : window.start,
      end: atEnd ? whole.end : after && after.start < window.end ? meet(spans, index + 1) : window.end,
    };
  });
  return withEras(node, windows);
}

/** Find where two parts meet whose units overlap: at the first of a month between their events, else at the later one. */
function meet(spans: readonly Domain[], index: number): number {
  const [before, after] = [spans[index - 1], spans[index]];
  if (!before || !after) return 0;
  const months = snapToTicks({ start: before.end, end: after.start }, 1, 'in');
  return months.start >= before.end && months.start <= after.start ? months.start : after.start;
}

function clip({ start, end }: Domain, whole: Domain): Domain {
  return { start: Math.max(start, whole.start), end: Math.min(end, whole.end) };
}

/** An era that lies in a gap between two parts is shown with the part before it. */
function withEras(node: TimelineNode, windows: readonly Domain[]): Domain[] {
  const result = [...windows];
  for (const { when } of erasOf(node)) {
    if (result.some((window) => clipDate(when, window, node.options.now?.day))) continue;
    const { start, end } = coveredDays(when, node.options.now?.day);
    const index = result.findLastIndex((window) => window.end <= start);
    const before = result[index];
    if (before) result[index] = { start: before.start, end: Math.min(end, result[index + 1]?.start ?? end) };
  }
  return result;
}
