/** Takes one event with its place and leaves its list item: words first, the place is style only. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { writtenDates } from '../../dates/date-types.js';
import type { ComponentContext } from '../component.js';
import { round } from './hatch.js';
import type { EventLayout, TimelineLayout } from './layout-types.js';
import { partOf, type TimelineEvent, type TimelineNode } from './node.js';
import { printDate } from './print-date.js';
import { fragment, type Reveal } from './reveal.js';

/** What the parts of a figure share. */
export interface Drawing {
  readonly state: State;
  readonly node: TimelineNode;
  readonly layout: TimelineLayout;
  readonly context: ComponentContext;
  readonly steps: Reveal;
}

/** Turn an event into a list item. */
export function renderEvent(
  event: TimelineEvent,
  { label }: EventLayout,
  step: number | undefined,
  drawing: Drawing,
): Element {
  const { state, node, layout, context } = drawing;
  const { className, ...rest } = fragment(step);
  const title = partOf(event, 'timelineTitle');
  const text = partOf(event, 'timelineText');
  const words = stateWords(event, context);
  const style =
    label &&
    `--x:${percent(label.x, layout.width)};--y:${round(label.top)}px;--w:${Math.ceil(label.width)}px`;
  const parts = [
    renderDate(event, node, context),
    title && h(event.milestone ? 'strong' : 'span', { className: 'timeline-title' }, state.all(title)),
    text && h('span', { className: 'timeline-text' }, state.all(text)),
    words === '' ? undefined : hiddenWords(`(${words})`),
    renderDetail(event, drawing),
  ].filter((part) => part !== undefined);
  return h(
    'li',
    {
      className: ['timeline-event', ...(label ? [] : ['visually-hidden']), ...className],
      ...rest,
      dataSide: label?.side,
      dataMilestone: event.milestone ? '' : undefined,
      dataPlanned: event.planned ? '' : undefined,
      style,
    },
    parts.flatMap((part, index): ElementContent[] =>
      index === 0 ? [part] : [{ type: 'text', value: ' ' }, part],
    ),
  );
}

/** Cards show the blocks under an item; elsewhere they are the speaker's, and readers have them in the list. */
function renderDetail(event: TimelineEvent, { state, layout }: Drawing): Element | undefined {
  const detail = partOf(event, 'timelineDetail');
  if (!detail) return undefined;
  const className = layout.form === 'cards' ? 'timeline-detail' : 'visually-hidden';
  return h('div', { className }, state.all(detail));
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
    event.continued ? strings.continued : '',
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
