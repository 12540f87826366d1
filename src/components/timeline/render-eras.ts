/** Takes the eras of a timeline and leaves their list: labels in their bands, dates for those who cannot see the bands. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { eraNames, erasOf, spanOf, type TimelineEra, type TimelineNode } from './node.js';
import { printDate } from './print-date.js';
import { type Drawing, percent } from './render-event.js';
import { fragment } from './reveal.js';

/** Render the eras, or nothing where there are none. */
export function renderEras(drawing: Drawing): Element | undefined {
  const { state, node } = drawing;
  const eras = erasOf(node);
  if (eras.length === 0 && eraNames(node).length === 0) return undefined;
  const items = eras.map((era, index) => {
    const item = renderEra(era, index, drawing);
    state.patch(era, item);
    return item;
  });
  const list = h('ul', { className: 'timeline-eras' }, items);
  const { position } = spanOf(eras);
  if (position) list.position = position;
  return h('div', { role: 'group', ariaLabelledBy: `${node.id}-eras` }, [
    renderName(state, node),
    ...(items.length > 0 ? [list] : []),
  ]);
}

function renderEra(
  era: TimelineEra,
  index: number,
  { state, node, layout, context, steps }: Drawing,
): Element {
  const label = layout.eras[index]?.label;
  const { className, ...rest } = fragment(steps.eras[index]);
  const style =
    label && `--x:${percent(label.left, layout.width)};--y:${Math.round(label.top)}px;--w:${label.width}px`;
  // Cards have no axis that the band would lie on, so the dates are for all.
  const dates = h(
    'span',
    { className: layout.form === 'cards' ? 'timeline-era-dates' : 'visually-hidden' },
    `, ${printDate(era.when, node.options, context).text}`,
  );
  return h(
    'li',
    { className: ['timeline-era', ...(label ? [] : ['visually-hidden']), ...className], ...rest, style },
    [...state.all(era), dates],
  );
}

/** The eras' own labels stand in their bands, so the heading above them is for the ear only. */
function renderName(state: State, node: TimelineNode): Element {
  const names = eraNames(node);
  const label = names.flatMap((name, index): ElementContent[] =>
    index === 0 ? state.all(name) : [{ type: 'text', value: ', ' }, ...state.all(name)],
  );
  const result = h('h3', { id: `${node.id}-eras`, className: ['visually-hidden'] }, label);
  if (names[0]) state.patch(names[0], result);
  return result;
}
