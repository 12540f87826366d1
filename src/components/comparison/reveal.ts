/** Takes a rendered table and marks what appears step by step. Header, stub and caption always stand: the audience needs the frame. */
import type { Element } from 'hast';
import type { ComparisonNode } from './node.js';

/** Make the parts of a table fragments, as `reveal=` says; the verdict is the last step in every mode. */
export function addFragments(table: Element, node: ComparisonNode): void {
  if (node.reveal === 'none') return;
  const bodies = elements(table).filter((one) => one.tagName === 'tbody');
  const rows = bodies.flatMap(elements);
  const steps = {
    rows: () => byRow(rows),
    groups: () => byGroup(bodies),
    columns: () => byColumn(table, node),
    winners: () => byWinner(rows),
  };
  const count = steps[node.reveal]();
  const verdict = elements(table).find((one) => one.tagName === 'tfoot');
  if (verdict) for (const row of elements(verdict)) addFragment(row, count);
}

function byRow(rows: readonly Element[]): number {
  let index = 0;
  for (const row of rows) addFragment(row, isGroupLabel(row) ? index : index++);
  return index;
}

function byGroup(bodies: readonly Element[]): number {
  bodies.forEach((body, index) => {
    for (const row of elements(body)) addFragment(row, index);
  });
  return bodies.length;
}

/** The header and all cells of a column share a step. */
function byColumn(table: Element, node: ComparisonNode): number {
  const subjects = node.columns.filter((column) => column.role === 'subject');
  const sections = elements(table).filter((one) => one.tagName === 'thead' || one.tagName === 'tbody');
  for (const row of sections.flatMap(elements).filter((one) => !isGroupLabel(one))) {
    for (const [index, cell] of elements(row).slice(1).entries()) {
      const column = node.columns[index];
      // `only=` may have left subjects out, so their own numbers may have gaps.
      if (column?.role === 'subject') addFragment(cell, subjects.indexOf(column));
    }
  }
  return subjects.length;
}

/** All winners show themselves together. `custom`: their words stand from the start, only what marks them is hidden. */
function byWinner(rows: readonly Element[]): number {
  const winners = rows.flatMap(elements).filter((cell) => cell.properties.dataWinner);
  for (const cell of winners) addFragment(cell, 0, ['custom']);
  return winners.length > 0 ? 1 : 0;
}

function addFragment(element: Element, index: number, kind: readonly string[] = []): void {
  const classes = element.properties.className;
  element.properties.className = [...(Array.isArray(classes) ? classes : []), 'fragment', ...kind];
  element.properties.dataFragmentIndex = String(index);
}

function isGroupLabel(row: Element): boolean {
  const classes = row.properties.className;
  return Array.isArray(classes) && classes.includes('group');
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}
