/** Takes a timeline and leaves what is said of it as a whole: one sentence for readers, the years of a part for all. */
import { toYmd } from '../../dates/calendar.js';
import { type FuzzyDate, type WrittenDate, writtenDates } from '../../dates/date-types.js';
import { formatDate, formatYear } from '../../dates/format-date.js';
import { fillIn } from '../../strings.js';
import type { ComponentContext } from '../component.js';
import type { TimelineLayout } from './layout-types.js';
import { eventsOf, lanesOf, type TimelineNode, type TimelinePart } from './node.js';

/** Say in one sentence what the figure shows, before its lists are read. */
export function summarize(
  node: TimelineNode,
  layout: TimelineLayout,
  { strings, lang }: ComponentContext,
): string {
  const lanes = lanesOf(node);
  const dates = lanes.flatMap((lane, row) =>
    eventsOf(lane)
      .filter((_, index) => layout.lanes[row]?.events[index]?.mark)
      .map((event) => event.when),
  );
  const sentence = lanes.length > 1 ? strings.timelineSummary : strings.timelineSummaryOne;
  return fillIn(sentence, { lanes: lanes.length, events: dates.length, ...spanText(dates, lang) });
}

/** Write "(2018–2021, 2 of 3)". */
export function partText({ span, number, total }: TimelinePart, { strings, lang }: ComponentContext): string {
  const [from, to] = [yearOf(span.start), yearOf(span.end - 1)];
  const years = from === to ? formatYear(from, lang) : `${formatYear(from, lang)}–${formatYear(to, lang)}`;
  return fillIn(strings.timelinePart, { years, n: number, total });
}

/** Name the first and last date, without days. */
function spanText(dates: readonly FuzzyDate[], lang: string): { from: string; to: string } {
  const all = dates.flatMap(writtenDates);
  const print = (date: WrittenDate | undefined): string =>
    date
      ? formatDate({ ...date, precision: date.precision === 'day' ? 'month' : date.precision }, 'long', lang)
      : '';
  const [first] = all.toSorted((one, other) => one.first - other.first);
  return { from: print(first), to: print(all.toSorted((one, other) => one.last - other.last).at(-1)) };
}

function yearOf(day: number): number {
  return toYmd(Math.floor(day)).year;
}
