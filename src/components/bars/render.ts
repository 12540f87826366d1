/** Takes a bar chart and leaves its figure: a table whose cells hold an empty element, the bar, before their number. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { captionOf } from '../container.js';
import { patched, renderFigure, renderInline } from '../render-figure.js';
import { chooseLook } from './layout.js';
import { type Bar, type BarCell, type BarRow, type BarsNode, headOf, rowsOf } from './node.js';

/** Render a bar chart. */
export function renderBars(state: State, node: BarsNode, context: ComponentContext): Element {
  const { size, label, number } = chooseLook(node);
  const style = `--bars-size:${size}px;--bars-label:${label.toFixed(2)};--bars-number:${number.toFixed(2)}em;--bars-zero:${node.zero.toFixed(4)}`;
  const caption = captionOf(node);
  const head = headOf(node);
  const rows = rowsOf(node).map((row) => renderRow(state, row, node));
  const table = h('table', { style, dataSeries: String(node.units.length) }, [
    ...(caption ? [patched(state, caption, h('caption', state.all(caption)))] : []),
    ...(head ? [h('thead', [renderHead(state, head, node)])] : []),
    h('tbody', rows),
  ]);
  // The caption is the table's own, so that who hears it knows what the table is.
  const others = { ...node, children: node.children.filter((child) => child !== caption) };
  const figure = renderFigure(state, others, 'barRow', [patched(state, node, table)]);
  figure.children.push(...renderAsOf(state, node, node.asOf, context));
  return figure;
}

function renderHead(state: State, head: BarRow, { units }: BarsNode): Element {
  const cells = head.children.map((cell, index) => {
    const unit = index > 0 ? units[index - 1] : undefined;
    const words = [...renderInline(state, cell.children), ...(unit ? [` (${unit})`] : [])];
    // An empty cell is the head of nothing.
    return patched(state, cell, words.length > 0 ? h('th', { scope: 'col' }, words) : h('td'));
  });
  return patched(state, head, h('tr', cells));
}

function renderRow(state: State, row: BarRow, { stepwise, zero }: BarsNode): Element {
  const [label, ...values] = row.children;
  const cells = [
    ...(label ? [renderLabel(state, label)] : []),
    ...values.map((cell) => patched(state, cell, h('td', stress(cell), renderValue(state, cell, zero)))),
  ];
  return patched(state, row, h('tr', { className: stepwise ? ['fragment'] : undefined }, cells));
}

function renderLabel(state: State, label: BarCell): Element {
  const words = renderInline(state, label.children);
  return patched(state, label, h('th', { scope: 'row', ...stress(label) }, words));
}

function stress({ isBold }: BarCell): { className?: string[] } {
  return isBold ? { className: ['bar-stressed'] } : {};
}

/** The number stands at the end of its bar; below zero that is the zero line. */
function renderValue(state: State, { bar, children }: BarCell, zero: number): ElementContent[] {
  const words = renderInline(state, children);
  const from = bar?.from ?? zero;
  const drawn = h('span', { className: ['bar'], style: placeBar(from, bar), ariaHidden: 'true' });
  const number = bar
    ? h('data', { value: String(bar.value) }, words)
    : h('span', { className: ['bar-gap'] }, words);
  return [h('div', { className: ['bar-track'] }, [drawn, number])];
}

function placeBar(from: number, bar: Bar | undefined): string {
  const share = `--share:${percent(bar?.share ?? 0)}`;
  return from > 0 ? `--from:${percent(from)};${share}` : share;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
