/** Takes a timeline and leaves in which step each lane, event and era appears; labels, leaders and marks share a step. */
import { toYmd } from '../../dates/calendar.js';
import { firstDay, sortDay } from '../../dates/date-types.js';
import { erasOf, eventsOf, lanesOf, type TimelineNode } from './node.js';

/** Steps by lane and event, and by era; nothing appears in steps when a number is missing. */
export interface Reveal {
  readonly events: readonly (readonly (number | undefined)[])[];
  readonly eras: readonly (number | undefined)[];
}

/** Find the steps of a timeline. */
export function findSteps(node: TimelineNode): Reveal {
  const lanes = lanesOf(node).map(eventsOf);
  const days = lanes.map((events) => events.map((event) => sortDay(event.when)));
  const eras = erasOf(node);
  const { reveal } = node.options;
  const none = { events: days.map((lane) => lane.map(() => undefined)), eras: eras.map(() => undefined) };
  if (reveal === 'none') return none;
  if (reveal === 'lanes') return { ...none, events: days.map((lane, index) => lane.map(() => index)) };
  if (reveal === 'eras') {
    const starts = eras.map((era) => firstDay(era.when));
    const stepOf = (day: number): number => Math.max(0, starts.filter((start) => start <= day).length - 1);
    return { events: days.map((lane) => lane.map(stepOf)), eras: starts.map(stepOf) };
  }
  if (reveal === 'years') {
    const years = ranks(days.flat().map(yearOf));
    return { ...none, events: days.map((lane) => lane.map((day) => years.indexOf(yearOf(day)))) };
  }
  return { ...none, events: oneByOne(days) };
}

/** Number events in time order across lanes: the story. What happened on one day still comes one by one. */
function oneByOne(days: number[][]): number[][] {
  const order = days
    .flatMap((lane, row) => lane.map((day, index) => ({ day, row, index })))
    .sort((one, other) => one.day - other.day || one.row - other.row || one.index - other.index);
  return days.map((lane, row) =>
    lane.map((_, index) => order.findIndex((one) => one.row === row && one.index === index)),
  );
}

function yearOf(day: number): number {
  return toYmd(day).year;
}

function ranks(values: number[]): number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}

/** Write a step as reveal.js wants it. */
export function fragment(step: number | undefined): { className: string[]; dataFragmentIndex?: string } {
  return step === undefined
    ? { className: [] }
    : { className: ['fragment'], dataFragmentIndex: String(step) };
}
