/** Takes a timeline node and leaves its figure: lists of dated events for readers, placed on a drawing by style only. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { type FuzzyDate, writtenDates } from '../../dates/date-types.js';
import { formatDate } from '../../dates/format-date.js';
import { fillIn } from '../../strings.js';
import type { ComponentContext } from '../component.js';
import { drawTimeline } from './drawing.js';
import type { RowLayout, TimelineLayout } from './layout-types.js';
import {
  eraNames,
  erasOf,
  eventsOf,
  laneName,
  lanesOf,
  spanOf,
  type TimelineChild,
  type TimelineLane,
  type TimelineNode,
} from './node.js';
import { nowText, printDate } from './print-date.js';
import { type Drawing, hiddenWords, percent, renderEvent } from './render-event.js';
import { findSteps, fragment } from './reveal.js';
import { moreWithoutLabel, notToScale } from './words.js';

/** Turn a `timeline` node into a `<figure>`. */
export function renderTimeline(state: State, node: TimelineNode, context: ComponentContext): Element {
  const drawing: Drawing = { state, node, context, steps: findSteps(node) };
  const caption = node.children.find((child) => child.type === 'timelineCaption');
  const source = node.children.find((child) => child.type === 'timelineSource');
  const { layout } = node;
  const result = h(
    'figure',
    {
      id: node.id,
      className: ['timeline', ...node.classes],
      ariaLabelledBy: caption ? `${node.id}-caption` : undefined,
      ariaDescribedBy: source ? `${node.id}-source` : undefined,
    },
    [
      caption && h('figcaption', { id: `${node.id}-caption` }, state.all(caption)),
      h('p', { className: 'visually-hidden' }, summarize(drawing)),
      h('div', { className: 'timeline-drawing', style: `height:${layout.height}px` }, [
        drawTimeline(node, drawing.steps),
        renderTicks(layout),
        renderEras(drawing),
        ...lanesOf(node).map((lane, index) => renderLane(lane, index, drawing)),
        renderNow(drawing),
      ]),
      ...node.children.flatMap((child) => renderRest(child, drawing)),
    ].filter((child) => child !== undefined),
  );
  state.patch(node, result);
  return result;
}

/** Say in one sentence what the figure shows, before its lists are read. */
function summarize({ node, context }: Drawing): string {
  const lanes = lanesOf(node);
  const dates = lanes.flatMap((lane, row) =>
    eventsOf(lane)
      .filter((_, index) => node.layout.rows[row]?.events[index]?.x !== undefined)
      .map((event) => event.when),
  );
  const sentence = lanes.length > 1 ? context.strings.timelineSummary : context.strings.timelineSummaryOne;
  const { from, to } = spanText(dates);
  return fillIn(sentence, { lanes: lanes.length, events: dates.length, from, to });
}

/** Name the first and last date, without days. */
function spanText(dates: FuzzyDate[]): { from: string; to: string } {
  const all = dates.flatMap(writtenDates).sort((one, other) => one.first - other.first);
  const print = (date: (typeof all)[number] | undefined): string =>
    date
      ? formatDate({ ...date, precision: date.precision === 'day' ? 'month' : date.precision }, 'long')
      : '';
  return { from: print(all[0]), to: print(all.toSorted((one, other) => one.last - other.last).at(-1)) };
}

function renderTicks({ ticks, axis, tickTop, even, width }: TimelineLayout): Element {
  const labels = ticks.flatMap(({ label }) => (label ? [label] : []));
  return h(
    'div',
    { className: 'timeline-ticks', ariaHidden: even ? undefined : 'true', style: `--y:${axis + tickTop}px` },
    even
      ? [h('span', { className: 'timeline-not-to-scale' }, notToScale)]
      : labels.map(({ x, text }) => h('span', { style: `--x:${percent(x, width)}` }, text)),
  );
}

function renderEras({ state, node, context, steps }: Drawing): Element | undefined {
  const eras = erasOf(node);
  if (eras.length === 0) return undefined;
  const items = eras.flatMap((era, index) => {
    const place = node.layout.eras[index];
    if (!place) return [];
    const { className, ...rest } = fragment(steps.eras[index]);
    const hidden = place.right <= place.left ? ['visually-hidden'] : [];
    const style = `--x:${percent(place.left, node.layout.width)};--w:${place.width}px`;
    const dates = printDate(era.when, node.options, context).text;
    return [
      placed(
        era,
        h('li', { className: ['timeline-era', ...hidden, ...className], ...rest, style }, [
          ...state.all(era),
          hiddenWords(`, ${dates}`),
        ]),
        state,
      ),
    ];
  });
  const list = h('ul', { className: 'timeline-eras' }, items);
  const { position } = spanOf(eras);
  if (position) list.position = position;
  return h('div', { role: 'group', ariaLabelledBy: `${node.id}-eras` }, [renderErasName(state, node), list]);
}

/** The eras' own labels stand in their bands, so the heading above them is for the ear only. */
function renderErasName(state: State, node: TimelineNode): Element {
  const names = eraNames(node);
  const label = names.flatMap((name, index): ElementContent[] =>
    index === 0 ? state.all(name) : [{ type: 'text', value: ', ' }, ...state.all(name)],
  );
  const result = h('h3', { id: `${node.id}-eras`, className: ['visually-hidden'] }, label);
  if (names[0]) state.patch(names[0], result);
  return result;
}

function renderLane(lane: TimelineLane, index: number, drawing: Drawing): Element | undefined {
  const { state, node } = drawing;
  const row = node.layout.rows[index];
  if (!row) return undefined;
  const name = laneName(lane);
  const id = `${node.id}-lane-${index + 1}`;
  const group = name ? { role: 'group', ariaLabelledBy: id } : {};
  const events = eventsOf(lane).map((event, at) => {
    const place = row.events[at];
    return place?.x === undefined
      ? undefined
      : placed(event, renderEvent(event, place, drawing.steps.events[index]?.[at], drawing), state);
  });
  return h(
    'div',
    { ...group, className: 'timeline-lane', dataLane: String((index % 6) + 1) },
    [
      name &&
        placed(
          name,
          h('h3', { id, className: 'timeline-lane-name', style: `--y:${row.nameTop}px` }, state.all(name)),
          state,
        ),
      events.some(Boolean)
        ? placed(
            lane,
            h(
              'ol',
              events.filter((event) => event !== undefined),
            ),
            state,
          )
        : undefined,
      row.unlabelled > 0 ? renderCount(row) : undefined,
    ].filter((child) => child !== undefined),
  );
}

function renderCount({ unlabelled, nameTop, direction }: RowLayout): Element {
  const y = direction === -1 ? nameTop + 32 : nameTop - 22;
  return h('p', { className: 'timeline-more', style: `--y:${y}px` }, moreWithoutLabel(unlabelled));
}

function renderNow({ node, context }: Drawing): Element | undefined {
  const { now, width } = node.layout;
  if (!now) return undefined;
  const style = `--x:${percent(now.x, width)};--y:${now.labelTop}px`;
  return h('p', { className: 'timeline-now', dataSide: now.side, style }, nowText(node.options, context));
}

/** Render what stands under the drawing: items without a date, notes, the source. */
function renderRest(child: TimelineChild, { state, node }: Drawing): ElementContent[] {
  switch (child.type) {
    case 'timelineCaption':
    case 'timelineLane':
    case 'timelineLaneName':
    case 'timelineEra':
      return [];
    case 'timelineLeftover':
      return [placed(child, h('ul', { className: 'timeline-leftover' }, state.all(child)), state)];
    case 'timelineSource':
      return [
        placed(child, h('p', { className: 'source', id: `${node.id}-source` }, state.all(child)), state),
      ];
    default: {
      const result = state.one(child, node);
      return Array.isArray(result) ? result : result ? [result] : [];
    }
  }
}

/** Give an element the position of the node it is made from. */
function placed(node: Nodes, element: Element, state: State): Element {
  state.patch(node, element);
  return element;
}
