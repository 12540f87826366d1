/** Takes a slide and reports tables whose columns have no names: who hears a cell does not know what it is about. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Say } from './report-once.js';

/** Check the heads of the tables of a slide; components see to theirs. */
export function checkTableHeads(slide: Element, say: Say): void {
  visit(slide, 'element', (table, _, parent) => {
    if (table.tagName !== 'table' || (parent?.type === 'element' && parent.tagName === 'figure')) return;
    const rows = listElements(table, 'tr');
    const [head, ...body] = rows.map((row) => row.children.filter((child) => child.type === 'element'));
    if (!head || body.length === 0 || table.properties.role === 'presentation') return;
    const hasRowHeads = body.every(([first]) => first?.tagName === 'th');
    const nameless = head.flatMap((cell, column) =>
      isNamed(cell) || !body.some((row) => row[column] && toString(row[column]).trim() !== '')
        ? []
        : [column],
    );
    // The first column names the rows, and the names of rows need none.
    const [column] = nameless.filter((one) => one > 0);
    const hasNoHead = nameless.length === head.length && !hasRowHeads;
    if (column === undefined && !hasNoHead) return;
    const what = hasNoHead ? 'table without a head' : `column ${(column ?? 0) + 1} without a name`;
    say('table-head-missing', table, `Unexpected ${what}, expected a word above every column`, {
      note: 'Say in the first row of the table what each column holds; a screen reader says it with every cell.',
    });
  });
}

function isNamed(cell: Element): boolean {
  return toString(cell).trim() !== '' || listElements(cell, 'img').length > 0;
}

function listElements(root: Element, name: string): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}
