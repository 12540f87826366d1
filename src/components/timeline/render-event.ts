/** Takes one event with its place and leaves its list item: words first, the place is style only. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { writtenDates } from '../../dates/date-types.js';
import type { ComponentContext } from '../component.js';
import type { EventLayout } from './layout-types.js';
import { partOf, type TimelineEvent, type TimelineNode } from './node.js';
import { printDate } from './print-date.js';
import { fragment, type Reveal } from './reveal.js';

/** What the parts of a figure share. */
export interface Drawing {
  readonly state: State;
  readonly node: TimelineNode;
  readonly context: ComponentContext;
  readonly steps: Reveal;
}

/** Turn an event into a list item. */
export function renderEvent(
  event: TimelineEvent,
  { flag }: EventLayout,
  step: number | undefined,
  { state, node, context }: Drawing,
): Element {
  const { className, ...rest } = fragment(step);
  const [title, text, detail] = [
    partOf(event, 'timelineTitle'),
    partOf(event, 'timelineText'),
    partOf(event, 'timelineDetail'),
  ];
  const words = stateWords(event, context);
  const width = node.layout.width;
  const style =
    flag && `--x:${percent(flag.leader, width)};--y:${round(flag.top)}px;--w:${Math.ceil(flag.width)}px`;
  return h(
    'li',
    {
      className: ['timeline-event', ...(flag ? [] : ['visually-hidden']), ...className],
      ...rest,
      dataSide: flag?.side,
      dataMilestone: event.milestone ? '' : undefined,
      dataPlanned: event.planned ? '' : undefined,
      style,
    },
    [
      renderDate(event, node, context),
      ...(title
        ? [h(event.milestone ? 'strong' : 'span', { className: 'timeline-title' }, state.all(title))]
        : []),
      ...(text ? [h('span', { className: 'timeline-text' }, state.all(text))] : []),
      ...(words === '' ? [] : [hiddenWords(`(${words})`)]),
      ...(detail ? [h('div', { className: 'visually-hidden' }, state.all(detail))] : []),
    ]
      .flatMap((child) => [child, { type: 'text' as const, value: ' ' }])
      .slice(0, -1),
  );
}

function renderDate(event: TimelineEvent, { options }: TimelineNode, context: ComponentContext): Element {
  const { parts } = printDate(event.when, options, context);
  const children = parts.map(
    ({ text, datetime, isDate }): ElementContent =>
      isDate ? h('time', { dateTime: datetime }, text) : { type: 'text', value: text },
  );
  return h('span', { className: 'timeline-date' }, children);
}

/** Say what the mark shows by its shape: a picture of a state is not a word. */
function stateWords(event: TimelineEvent, context: ComponentContext): string {
  const { strings } = context;
  return [
    event.milestone ? strings.milestone : '',
    event.planned ? strings.planned : '',
    writtenDates(event.when).some((date) => date.uncertain) ? strings.uncertain : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Write words for those who cannot see the drawing. */
export function hiddenWords(text: string): Element {
  return h('span', { className: 'visually-hidden' }, text);
}

/** Write a place as a share of the width. */
export function percent(x: number, width: number): string {
  return `${Math.round((x / width) * 1e5) / 1e3}%`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
