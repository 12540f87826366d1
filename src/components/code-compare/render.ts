/** Takes code side by side and leaves its figure: a table, whose rows are segments under their name and whose columns are programs. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import type { ComponentContext } from '../component.js';
import { patched, renderFigure } from '../render-figure.js';
import { type CodeCell, type CodeColumn, type CodeCompareNode, type CodeRow, rowsOf } from './node.js';

/** Render code side by side. */
export function renderCodeCompare(state: State, node: CodeCompareNode, context: ComponentContext): Element {
  const { columns, stepwise } = node;
  const titles = columns.map(({ title }, index) =>
    h('th', { scope: 'col', dataSubject: String((index % 6) + 1) }, title),
  );
  const head = patched(state, node, h('tr', titles));
  const bodies = rowsOf(node).map((row, index) => {
    const step = stepwise ? { className: ['fragment'], dataFragmentIndex: String(index) } : {};
    return patched(state, row, h('tbody', step, renderRow(state, row, columns, context)));
  });
  const table = h('table', { dataSize: String(node.size), style: `--programs:${columns.length}` }, [
    h('thead', [head]),
    ...bodies,
  ]);
  return renderFigure(state, node, 'codeRow', [patched(state, node, table)]);
}

function renderRow(
  state: State,
  row: CodeRow,
  columns: readonly CodeColumn[],
  { strings }: ComponentContext,
): Element[] {
  const cells = columns.map((column, index) => {
    const cell = row.children.find((child) => child.column === index);
    const gap = h('span', { className: ['visually-hidden'] }, strings.codeMissing);
    return cell
      ? patched(state, cell, h('td', [renderCell(state, cell, column)]))
      : patched(state, row, h('td', { className: ['code-gap'] }, [gap]));
  });
  const code = patched(state, row, h('tr', cells));
  if (row.name === '') return [code];
  const name = h('th', { scope: 'rowgroup', colSpan: columns.length }, row.name);
  return [patched(state, row, h('tr', { className: ['code-name'] }, [name])), code];
}

/** The thread ties the segments of a program: they are coloured as one text, so that a string may go on in the next. */
function renderCell(state: State, cell: CodeCell, { language, thread }: CodeColumn): Element {
  const classes = language === '' ? [] : [`language-${language}`];
  const code = h('code', { className: classes }, [{ type: 'text', value: cell.value }]);
  return patched(state, cell, h('pre', { dataThread: thread }, [code]));
}
