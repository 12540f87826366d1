/** Takes a timeline node and leaves its figure: lists of dated events for readers, placed on a drawing by style only. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { fillIn } from '../../strings.js';
import type { ComponentContext } from '../component.js';
import { drawTimeline, laneNumber } from './drawing.js';
import { usualRoom } from './geometry.js';
import { layoutTimeline } from './layout.js';
import type { AxisWords, LaneLayout, StripLayout, TimelineLayout } from './layout-types.js';
import {
  eventsOf,
  laneName,
  lanesOf,
  partOf,
  type TimelineChild,
  type TimelineLane,
  type TimelineNode,
} from './node.js';
import { nowText } from './print-date.js';
import { renderEras } from './render-eras.js';
import { type Drawing, percent, renderEvent } from './render-event.js';
import { findSteps } from './reveal.js';
import { writeEvent } from './shape.js';
import { partText, summarize } from './summary.js';

/** Turn a `timeline` node into a `<figure>`. */
export function renderTimeline(state: State, node: TimelineNode, context: ComponentContext): Element {
  const layout = node.layout ?? layoutTimeline(node, usualRoom, context);
  const drawing: Drawing = { state, node, layout, context, steps: findSteps(node) };
  const source = node.children.find((child) => child.type === 'timelineSource');
  const caption = renderCaption(drawing);
  const result = h(
    'figure',
    {
      id: node.id,
      className: ['timeline', ...node.classes],
      dataForm: layout.form,
      dataFacing: layout.facing ? '' : undefined,
      ariaLabelledBy: caption ? `${node.id}-caption` : undefined,
      ariaDescribedBy: source ? `${node.id}-source` : undefined,
      style: `width:${layout.width}px;--size:${layout.textSize}px`,
    },
    [
      caption,
      h('p', { className: 'visually-hidden' }, summarize(node, layout, context)),
      h('div', { className: 'timeline-drawing', style: `height:${layout.height}px` }, [
        drawTimeline(node, layout, drawing.steps),
        renderWords(layout),
        renderEras(drawing),
        ...lanesOf(node).map((lane, index) => renderLane(lane, index, drawing)),
        renderNow(drawing),
        layout.strip && renderStrip(layout.strip, layout.width),
      ]),
      ...node.children.flatMap((child) => renderRest(child, drawing)),
      renderNotes(drawing),
    ].filter((child) => child !== undefined),
  );
  state.patch(node, result);
  return result;
}

/** A part says which years it shows, and which part it is. */
function renderCaption({ state, node, context }: Drawing): Element | undefined {
  const caption = node.children.find((child) => child.type === 'timelineCaption');
  if (!caption && !node.part) return undefined;
  const part = node.part ? [h('span', { className: 'timeline-part' }, partText(node.part, context))] : [];
  const space: ElementContent[] = caption && node.part ? [{ type: 'text', value: ' ' }] : [];
  const result = h('figcaption', { id: `${node.id}-caption` }, [
    ...(caption ? state.all(caption) : []),
    ...space,
    ...part,
  ]);
  if (caption) state.patch(caption, result);
  return result;
}

/** The axis is for the eye: every date is in the lists. What is not to scale is said to all. */
function renderWords({ words, width }: TimelineLayout): Element | undefined {
  if (words.length === 0) return undefined;
  const place = ({ x, y }: AxisWords): string => `--x:${percent(x, width)};--y:${Math.round(y * 10) / 10}px`;
  return h(
    'div',
    { className: 'timeline-words' },
    words.map((one) =>
      h(
        'span',
        {
          className: `timeline-${one.kind}`,
          ariaHidden: one.kind === 'scale' ? undefined : 'true',
          style: place(one),
        },
        one.text,
      ),
    ),
  );
}

function renderLane(lane: TimelineLane, index: number, drawing: Drawing): Element | undefined {
  const { state, node, layout } = drawing;
  const row = layout.lanes[index];
  if (!row) return undefined;
  const name = laneName(lane);
  const id = `${node.id}-lane-${index + 1}`;
  const group = name ? { role: 'group', ariaLabelledBy: id } : {};
  const events = eventsOf(lane).flatMap((event, at) => {
    const place = row.events[at];
    if (!place?.mark) return [];
    return [placed(event, renderEvent(event, place, drawing.steps.events[index]?.[at], drawing), state)];
  });
  const style = `--x:${percent(row.name.x, layout.width)};--y:${row.name.y}px`;
  return h(
    'div',
    { ...group, className: 'timeline-lane', dataLane: laneNumber(index) },
    [
      name && placed(name, h('h3', { id, className: 'timeline-lane-name', style }, state.all(name)), state),
      events.length > 0 ? placed(lane, h('ol', events), state) : undefined,
      row.unlabelled > 0 ? renderCount(row, drawing) : undefined,
    ].filter((child) => child !== undefined),
  );
}

function renderCount({ unlabelled, count }: LaneLayout, { layout, context }: Drawing): Element {
  const style = `--x:${percent(count.x, layout.width)};--y:${count.y}px`;
  return h('p', { className: 'timeline-more', style }, fillIn(context.strings.moreEvents, { n: unlabelled }));
}

function renderNow({ node, layout, context }: Drawing): Element | undefined {
  const { now, width } = layout;
  if (!now) return undefined;
  const style = `--x:${percent(now.x, width)};--y:${Math.round(now.y * 10) / 10}px`;
  return h('p', { className: 'timeline-now', dataSide: now.side, style }, nowText(node.options, context));
}

function renderStrip({ y, from, to }: StripLayout, width: number): Element {
  const end = (text: string, x: number): Element =>
    h('span', { style: `--x:${percent(x, width)};--y:${y - 9}px` }, text);
  return h('div', { className: 'timeline-strip-words', ariaHidden: 'true' }, [end(from, 0), end(to, width)]);
}

/** Render what stands under the drawing: items without a date, notes, the source. */
export function renderRest(
  child: TimelineChild,
  { state, node }: Pick<Drawing, 'state' | 'node'>,
): ElementContent[] {
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

/** What the drawing leaves out or has no room for is the speaker's to say: an aside of that class leaves the slide. */
function renderNotes({ state, node, layout, context }: Drawing): Element | undefined {
  // What an overview leaves out is told on the slides after it.
  const isOverview = node.options.overview && node.options.labels === 'milestones';
  const untold = (isOverview ? [] : lanesOf(node)).flatMap((lane, row) =>
    eventsOf(lane).flatMap((event, at) => {
      const place = layout.lanes[row]?.events[at];
      const isTold = place?.label && (layout.form === 'cards' || !partOf(event, 'timelineDetail'));
      return place?.mark && !isTold
        ? [placed(event, h('p', writeEvent(event, node.options, context)), state)]
        : [];
    }),
  );
  const excluded = node.excluded.map((words) => placed(node, h('p', words), state));
  if (untold.length + excluded.length === 0) return undefined;
  return placed(node, h('aside', { className: ['notes'] }, [...untold, ...excluded]), state);
}

/** Give an element the position of the node it is made from. */
function placed(node: Nodes, element: Element, state: State): Element {
  state.patch(node, element);
  return element;
}
