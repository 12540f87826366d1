/** Rules of the timeline component (components.md 2.8). */
import type { Rule } from './rules.js';

export const timelineRules = {
  'timeline-list-missing': { severity: 'error', summary: 'A timeline holds no list' },
  'timeline-event-date': {
    severity: 'error',
    summary: 'An item of a timeline does not begin with a bold date',
  },
  'timeline-event-numbered': {
    severity: 'error',
    summary: 'A year with a full stop is a list number to Markdown',
  },
  'timeline-date-ambiguous': { severity: 'error', summary: 'A date may have its day or its month first' },
  'timeline-date-invalid': { severity: 'error', summary: 'A date does not exist or is not written as one' },
  'timeline-date-span': { severity: 'error', summary: 'A span of years is written like a month' },
  'timeline-date-short-year': { severity: 'error', summary: 'A year has two digits' },
  'timeline-range-reversed': { severity: 'error', summary: 'A range ends before it starts' },
  'timeline-date-time': {
    severity: 'error',
    summary: 'A date has a time of day, days are the finest unit',
  },
  'timeline-order': { severity: 'warning', summary: 'The items of a lane are not in time order' },
  'timeline-now-missing': {
    severity: 'warning',
    summary: 'A range ends now, and the timeline does not say when that is',
  },
  'timeline-now-build': {
    severity: 'warning',
    summary: 'The marker of now moves with the day the deck is built',
  },
  'timeline-lane-duplicate': { severity: 'warning', summary: 'Two lanes have one name' },
  'timeline-lane-empty': { severity: 'warning', summary: 'A lane has no events' },
  'timeline-era-range': { severity: 'error', summary: 'An era is a single date, not a range' },
  'timeline-eras-overlap': { severity: 'warning', summary: 'Two eras overlap' },
  'timeline-event-outside': { severity: 'warning', summary: 'Events lie outside the axis and are not shown' },
  'timeline-dense': { severity: 'warning', summary: 'More events than can be read on one slide' },
  'timeline-too-dense': {
    severity: 'error',
    summary: 'Labels cannot be placed without overlap and are left out',
  },
  'timeline-label-long': { severity: 'warning', summary: 'The title of an event is too long for a label' },
  'timeline-scale-changed': {
    severity: 'info',
    summary: 'The events are not drawn in proportion to time: a gap is cut out, or all are evenly spaced',
  },
  'timeline-event-duplicate': {
    severity: 'info',
    summary: 'Two events of a lane have the same date and title',
  },
  'timeline-precision-mixed': {
    severity: 'warning',
    summary: 'Dates of different precision leave the order of two events open',
  },
  'timeline-single-event': { severity: 'warning', summary: 'A timeline has nothing to compare in time' },
  'timeline-lanes-many': { severity: 'warning', summary: 'A timeline has more than four lanes' },
  'timeline-lane-rank': { severity: 'error', summary: 'The headings of lanes have different ranks' },
} as const satisfies Record<string, Rule>;
