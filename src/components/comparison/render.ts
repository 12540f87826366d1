/** Takes a comparison and leaves its figure: a table that says without colour what it says with it (components.md 1.6). */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import type { Strings } from '../../strings.js';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { directionMark } from './marks.js';
import { type Column, type ComparisonNode, type Direction, type Group, notesOf, type Row } from './node.js';
import { hidden, renderCell, renderInline } from './render-cell.js';
import { addFragments } from './reveal.js';
import { measureColumns } from './widths.js';

/** What the parts of one table share. */
interface Rendering {
  readonly state: State;
  readonly node: ComparisonNode;
  readonly context: ComponentContext;
  /** Whether cells name their headers: `scope` alone is not enough once there are groups. */
  readonly withHeaders: boolean;
}

/** Render a comparison. */
export function renderComparison(state: State, node: ComparisonNode, context: ComponentContext): Element {
  const rendering = { state, node, context, withHeaders: node.groups.some((group) => group.label) };
  const table = h('table', { id: `${node.id}-table` }, [
    ...(node.caption.length > 0
      ? [h('caption', { id: `${node.id}-caption` }, renderInline(state, node.caption))]
      : []),
    renderColgroup(node),
    renderHead(rendering),
    ...renderBodies(rendering),
    ...(node.verdict ? [renderFoot(rendering, node.verdict)] : []),
  ]);
  addFragments(table, node);
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
    [table, ...renderNotes(rendering), ...renderSources(rendering)],
  );
}

function renderColgroup(node: ComparisonNode): Element {
  const [stub, ...widths] = measureColumns(node);
  return h('colgroup', [
    h('col', { className: ['stub'], style: `width:${stub}%` }),
    ...node.columns.map((column, index) =>
      h('col', {
        className: [column.role, ...(column.focus ? ['focus'] : [])],
        style: `width:${widths[index]}%`,
      }),
    ),
  ]);
}

function renderHead({ state, node, context: { strings } }: Rendering): Element {
  const stub = h('th', { scope: 'col', id: `${node.id}-c0`, className: ['stub'] }, [
    ...renderInline(state, node.stubhead),
    ...renderDirection(node.better, strings),
  ]);
  const columns = node.columns.map((column, index) =>
    renderColumn(column, `${node.id}-c${index + 1}`, state, strings),
  );
  const row = h('tr', [stub, ...columns]);
  const position = node.columns[0]?.position;
  if (position) row.position = position;
  return h('thead', [row]);
}

function renderColumn(column: Column, id: string, state: State, strings: Strings): Element {
  return h(
    'th',
    {
      scope: 'col',
      id,
      dataSubject: column.subject > 0 ? String(column.subject) : undefined,
      dataRole: column.role === 'context' ? 'context' : undefined,
      dataFocus: column.focus ? '' : undefined,
      align: column.align,
    },
    [
      ...renderInline(state, column.label),
      ...(column.sub.length > 0 ? [h('small', renderInline(state, column.sub))] : []),
      ...(column.focus ? [hidden(`(${strings.inFocus})`)] : []),
    ],
  );
}

function renderBodies(rendering: Rendering): Element[] {
  let row = 0;
  return rendering.node.groups.map((group, index) => {
    const label = group.label ? [renderGroupLabel(rendering, group, index)] : [];
    return h('tbody', [
      ...label,
      ...group.rows.map((one) => renderRow(rendering, one, ++row, group.label ? index : undefined)),
    ]);
  });
}

function renderGroupLabel({ state, node }: Rendering, group: Group, index: number): Element {
  const cell = h(
    'th',
    { scope: 'rowgroup', colSpan: node.columns.length + 1, id: `${node.id}-g${index + 1}` },
    renderInline(state, group.label ?? []),
  );
  const result = h('tr', { className: ['group'] }, [cell]);
  if (group.position) result.position = group.position;
  return result;
}

function renderRow(
  { state, node, context, withHeaders }: Rendering,
  row: Row,
  number: number,
  group: number | undefined,
): Element {
  const groupId = group === undefined ? [] : [`${node.id}-g${group + 1}`];
  const id = `${node.id}-r${number}`;
  const label = h(
    'th',
    { scope: 'row', id, headers: withHeaders && groupId.length > 0 ? groupId : undefined },
    [...renderInline(state, row.label), ...renderDirection(row.better, context.strings)],
  );
  const cells = row.cells.map((cell, index) => {
    const result = renderCell(state, cell, node.columns[index] as Column, context);
    if (withHeaders) result.properties.headers = [...groupId, id, `${node.id}-c${index + 1}`];
    return result;
  });
  const result = h('tr', [label, ...cells]);
  if (row.position) result.position = row.position;
  return result;
}

function renderFoot({ state, node, context, withHeaders }: Rendering, verdict: Row): Element {
  const id = `${node.id}-verdict`;
  const cells = verdict.cells.map((cell, index) => {
    const result = renderCell(state, { ...cell, winner: undefined }, node.columns[index] as Column, context);
    if (withHeaders) result.properties.headers = [id, `${node.id}-c${index + 1}`];
    return result;
  });
  const row = h('tr', [h('th', { scope: 'row', id }, renderInline(state, verdict.label)), ...cells]);
  if (verdict.position) row.position = verdict.position;
  return h('tfoot', [row]);
}

function renderDirection(better: Direction | undefined, strings: Strings): ElementContent[] {
  if (!better) return [];
  return [directionMark(better), hidden(better === 'lower' ? strings.lowerIsBetter : strings.higherIsBetter)];
}

function renderNotes({ state, node }: Rendering): Element[] {
  const notes = state.all({ type: 'blockquote', children: notesOf(node) });
  return notes.length > 0 ? [h('figcaption', { className: ['comparison-notes'] }, notes)] : [];
}

/** A source is an element of that class, which the slide puts at its foot; the figure refers to it by id. */
function renderSources({ state, node, context }: Rendering): Element[] {
  const sources: Element[] = [];
  if (node.source) {
    const source = h('p', { className: ['source'], id: `${node.id}-source` }, state.all(node.source));
    state.patch(node.source, source);
    sources.push(source);
  }
  return [...sources, ...renderAsOf(state, node, node.asOf, context)];
}
