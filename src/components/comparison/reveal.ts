/** Takes a rendered table and marks what appears step by step. Header, stub and caption always stand: the audience needs the frame. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
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
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr' || isGroupLabel(row)) return;
    elements(row)
      .slice(1)
      .forEach((cell, index) => {
        if (node.columns[index]?.role === 'subject')
          addFragment(cell, (node.columns[index]?.subject ?? 1) - 1);
      });
  });
  return node.columns.filter((column) => column.role === 'subject').length;
}

/** The table stands; the marks of all winners appear together. */
function byWinner(rows: readonly Element[]): number {
  for (const row of rows) {
    visit(row, 'element', (element) => {
      const classes = element.properties.className;
      if (Array.isArray(classes) && classes.includes('winner-mark')) addFragment(element, 0);
    });
  }
  return 1;
}

function addFragment(element: Element, index: number): void {
  const classes = element.properties.className;
  element.properties.className = [...(Array.isArray(classes) ? classes : []), 'fragment'];
  element.properties.dataFragmentIndex = String(index);
}

function isGroupLabel(row: Element): boolean {
  const classes = row.properties.className;
  return Array.isArray(classes) && classes.includes('group');
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}
