/** Takes the columns of a table and leaves `<colgroup>` and `<thead>`: what stands over the cells, and how wide. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '../../strings.js';
import { directionMark } from './marks.js';
import type { Direction } from './node.js';
import type { Rendering } from './render.js';
import { hidden, renderInline } from './render-cell.js';
import { stepAttributes } from './reveal.js';
import type { Head, SheetColumn } from './sheet.js';

/** Render the widths of the columns, as shares of the table. */
export function renderColgroup({ node: { sheet } }: Rendering): Element {
  const total = sumOf(sheet.widths);
  const width = (index: number) => `width:${round(((sheet.widths[index] ?? 0) / total) * 100)}%`;
  return h('colgroup', [
    h('col', { className: ['stub'], style: width(0) }),
    ...sheet.columns.map(({ role, focus }, index) =>
      h('col', { className: [role, ...(focus ? ['focus'] : [])], style: width(index + 1) }),
    ),
  ]);
}

/** The share of the slide that a table takes: less than all where its other slides have more columns. */
export function tableWidth({ node: { sheet } }: Rendering): string | undefined {
  const total = sumOf(sheet.widths);
  return total < 99.5 ? `width:${round(total)}%` : undefined;
}

/** Render the header; with labels over several columns it has two rows. */
export function renderHead(rendering: Rendering): Element {
  const { state, node } = rendering;
  const { sheet } = node;
  const hasSpanners = sheet.spanners.length > 0;
  const stub = h(
    'th',
    { scope: 'col', id: `${node.id}-c0`, className: ['stub'], rowSpan: hasSpanners ? 2 : undefined },
    renderStub(rendering),
  );
  const columns = sheet.columns.map((column, index) => renderColumn(rendering, column, index));
  const position = sheet.columns[0]?.head.position;
  const rows = hasSpanners
    ? [h('tr', { className: ['spanners'] }, [stub, ...renderSpanners(rendering)]), h('tr', columns)]
    : [h('tr', [stub, ...columns])];
  if (position) for (const row of rows) row.position = position;
  state.patch(node, stub);
  return h('thead', rows);
}

/** A header that says nothing to the eye says to the ear what stands below it. */
function renderStub(rendering: Rendering): ElementContent[] {
  const { node, context } = rendering;
  const { stub, transposed } = node.sheet;
  const content = renderHeadContent(rendering, stub);
  return content.length > 0
    ? content
    : [hidden(transposed ? context.strings.subject : context.strings.criterion)];
}

function renderSpanners({ state, node }: Rendering): Element[] {
  return node.sheet.spanners.map(({ label, span }, index) =>
    label
      ? h(
          'th',
          { scope: 'colgroup', colSpan: span, id: `${node.id}-s${index + 1}` },
          renderInline(state, label),
        )
      : h('td', { colSpan: span }),
  );
}

/** Find the id of the label over a column. */
export function spannerOf({ node }: Rendering, column: number): string | undefined {
  let end = 0;
  for (const [index, { label, span }] of node.sheet.spanners.entries()) {
    end += span;
    if (column < end) return label ? `${node.id}-s${index + 1}` : undefined;
  }
  return undefined;
}

function renderColumn(rendering: Rendering, column: SheetColumn, index: number): Element {
  const { node, state, context } = rendering;
  const { strings } = context;
  const spanner = spannerOf(rendering, index);
  const result = h(
    'th',
    {
      scope: 'col',
      id: `${node.id}-c${index + 1}`,
      headers: spanner ? [spanner] : undefined,
      ...partAttributes(column),
      ...stepAttributes(rendering, { column: index }),
      align: column.align,
    },
    [
      ...renderHeadContent(rendering, column.head),
      ...(column.baseline ? [h('small', { className: ['baseline'] }, strings.baseline)] : []),
      ...(column.focus ? [hidden(`(${strings.inFocus})`)] : []),
    ],
  );
  if (column.head.position) result.position = column.head.position;
  else state.patch(node, result);
  return result;
}

/** What style and scripts can ask of a header or a cell. */
export function partAttributes({ role, subject, focus }: Pick<SheetColumn, 'role' | 'subject' | 'focus'>): {
  readonly [name: string]: string | undefined;
} {
  return {
    dataSubject: subject > 0 ? String(subject) : undefined,
    dataRole: role === 'subject' ? undefined : role,
    dataFocus: focus ? '' : undefined,
  };
}

/** Render what a column or a row is about: its words, what they are short for, its second line, its direction. */
export function renderHeadContent(
  { state, context }: Rendering,
  { content, sub, abbr, better }: Head,
): ElementContent[] {
  const words = renderInline(state, content);
  return [
    ...(abbr ? [h('abbr', { title: abbr }, words)] : words),
    ...renderDirection(better, context.strings),
    ...(sub.length > 0 ? [h('small', renderInline(state, sub))] : []),
  ];
}

function renderDirection(better: Direction | undefined, strings: Strings): ElementContent[] {
  if (!better) return [];
  // A space that does not break keeps the mark beside the last word.
  return [
    { type: 'text', value: '\u00a0' },
    directionMark(better),
    hidden(better === 'lower' ? strings.lowerIsBetter : strings.higherIsBetter),
  ];
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
