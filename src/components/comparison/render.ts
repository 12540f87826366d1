/** Takes a comparison and leaves its figure: a table that says without colour what it says with it (components.md 1.6). */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { fillIn } from '../../strings.js';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { listLegend, renderLegend } from './legend.js';
import { type ComparisonNode, notesOf } from './node.js';
import { renderBodies, renderFoot } from './render-body.js';
import { renderInline } from './render-cell.js';
import { renderColgroup, renderHead, tableWidth } from './render-head.js';

/** What the parts of one table share. */
export interface Rendering {
  readonly state: State;
  readonly node: ComparisonNode;
  readonly context: ComponentContext;
  /** Whether cells name their headers: `scope` alone is not enough once there are groups. */
  readonly withHeaders: boolean;
}

/** Render a comparison. */
export function renderComparison(state: State, node: ComparisonNode, context: ComponentContext): Element {
  const { sheet } = node;
  const isGrouped = sheet.spanners.length > 0 || sheet.bodies.some((body) => body.label);
  const rendering = { state, node, context, withHeaders: isGrouped };
  const table = h('table', { id: `${node.id}-table`, style: tableWidth(rendering) }, [
    ...renderCaption(rendering),
    renderColgroup(rendering),
    renderHead(rendering),
    ...renderBodies(rendering),
    ...(sheet.foot ? [renderFoot(rendering, sheet.foot)] : []),
  ]);
  const written = node.children.find((child) => child.type === 'table');
  if (written) state.patch(written, table);
  return h(
    'figure',
    {
      className: ['comparison', ...node.classes],
      id: node.id,
      ariaLabelledBy: node.caption.length > 0 ? `${node.id}-caption` : undefined,
      ariaDescribedBy: node.source ? `${node.id}-source` : undefined,
    },
    [table, ...renderNotes(rendering), ...renderSources(rendering), ...renderExcluded(rendering)],
  );
}

/** A table that goes on says where it is; without a caption the slide's title does. */
function renderCaption({ state, node, context: { strings } }: Rendering): Element[] {
  const { caption, sheet, id } = node;
  if (caption.length === 0) return [];
  const part = sheet.part && fillIn(strings.partOf, { n: sheet.part.index, total: sheet.part.count });
  return [
    h('caption', { id: `${id}-caption` }, [
      ...renderInline(state, caption),
      ...(part ? [' ', h('span', { className: ['part'] }, part)] : []),
    ]),
  ];
}

function renderNotes({ state, node, context: { strings } }: Rendering): Element[] {
  const { hidden } = node.sheet;
  const words = hidden === 1 ? strings.rowNotShown : fillIn(strings.rowsNotShown, { n: hidden });
  const notes = [
    ...renderLegend(listLegend(node, strings)),
    ...(hidden > 0 ? [h('p', { className: ['rows-hidden'] }, words)] : []),
    ...state.all({ type: 'blockquote', children: notesOf(node) }),
  ];
  return notes.length > 0 ? [h('figcaption', { className: ['comparison-notes'] }, notes)] : [];
}

/** Rows that are not shown are for the speaker: an aside of that class leaves the slide. */
function renderExcluded({ state, node }: Rendering): Element[] {
  const { excluded } = node.sheet;
  if (excluded.length === 0) return [];
  const aside = h(
    'aside',
    { className: ['notes'] },
    excluded.map((words) => h('p', words)),
  );
  for (const element of aside.children) if (element.type === 'element') state.patch(node, element);
  state.patch(node, aside);
  return [aside];
}

/** A source is an element of that class, which the slide puts at its foot; the figure refers to it by id. */
function renderSources({ state, node, context }: Rendering): Element[] {
  const sources: Element[] = [];
  if (node.source) {
    const source = h('p', { className: ['source'], id: `${node.id}-source` }, state.all(node.source));
    state.patch(node.source, source);
    sources.push(source);
  }
  return [...sources, ...renderAsOf(state, node, node.options.asof, context)];
}
