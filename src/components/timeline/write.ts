/** Takes a timeline and leaves it as tables to read: every event with its date in words, lane by lane, the eras last. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import type { FuzzyDate } from '../../dates/date-types.js';
import type { ComponentContext } from '../component.js';
import {
  eraNames,
  erasOf,
  eventsOf,
  laneName,
  lanesOf,
  partOf,
  type TimelineEvent,
  type TimelineNode,
} from './node.js';
import { printDate } from './print-date.js';
import { renderRest } from './render.js';

/** Write a timeline as text. */
export function writeTimeline(state: State, node: TimelineNode, context: ComponentContext): Element {
  const write = { state, node, context };
  const caption = node.children.find((child) => child.type === 'timelineCaption');
  const eras = erasOf(node);
  const [eraName] = eraNames(node);
  const result = h('figure', { id: node.id, className: ['timeline-text', ...node.classes] }, [
    ...(caption ? [h('figcaption', state.all(caption))] : []),
    ...lanesOf(node).map((lane) => {
      const name = laneName(lane);
      const rows = eventsOf(lane).map((event) => renderRow(event.when, renderWords(event, state), write));
      const table = renderTable(name ? state.all(name) : [], rows);
      state.patch(lane, table);
      return table;
    }),
    ...(eras.length > 0
      ? [
          renderTable(
            eraName ? state.all(eraName) : [{ type: 'text', value: context.strings.eras }],
            eras.map((era) => renderRow(era.when, state.all(era), write)),
          ),
        ]
      : []),
    ...node.children.flatMap((child) => renderRest(child, write)),
  ]);
  state.patch(node, result);
  return result;
}

/** What a row needs of its timeline. */
interface Writing {
  readonly state: State;
  readonly node: TimelineNode;
  readonly context: ComponentContext;
}

function renderTable(name: ElementContent[], rows: Element[]): Element {
  return h('table', [...(name.length > 0 ? [h('caption', name)] : []), h('tbody', rows)]);
}

function renderRow(when: FuzzyDate, words: ElementContent[], { node, context }: Writing): Element {
  return h('tr', [h('th', { scope: 'row' }, printDate(when, node.options, context).text), h('td', words)]);
}

function renderWords(event: TimelineEvent, state: State): ElementContent[] {
  const [title, text, detail] = [
    partOf(event, 'timelineTitle'),
    partOf(event, 'timelineText'),
    partOf(event, 'timelineDetail'),
  ];
  return [
    ...(title ? [h('strong', state.all(title))] : []),
    ...(title && text ? [{ type: 'text', value: ': ' } as const] : []),
    ...(text ? state.all(text) : []),
    ...(detail ? state.all(detail) : []),
  ];
}
