/**
 * Takes the tree and reports tables that lose something: rows with more cells than columns, which no viewer shows (comparisons have
 * a rule of their own), and rows that are text because the line of dashes is missing or has another number of cells. Changes nothing.
 */
import type { Paragraph, Root, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { linesBefore } from '../diagnostics/file-parts.js';
import { type Edit, report, silence } from '../diagnostics/report.js';

/** What a component says of a table that is none, and what that brings with it. */
const missingTables = ['comparison-rows-detached', 'comparison-table-missing', 'bars-table-missing'] as const;

/** Report cells that would be lost, and rows that are text. */
export function remarkCheckTables() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, ['table', 'paragraph'], (node, ancestors) => {
      const parent: Parent | undefined = ancestors.at(-1);
      const isCompared = ancestors.some(
        (one) => one.type === 'containerDirective' && one.name === 'comparison',
      );
      if (node.type === 'table' && !isCompared) checkRows(node, file);
      // Below a table they are rows that a blank line has cut off.
      if (node.type === 'paragraph' && parent && !parent.children.some(({ type }) => type === 'table'))
        checkDashes(node, parent, file);
    });
  };
}

function checkRows(table: Table, file: VFile): void {
  const columns = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const extra = row.children.slice(columns);
    const [first] = extra;
    if (!first) continue;
    const text = extra.map((cell) => toString(cell)).join(' | ');
    report(file, 'table-cell-extra', first, `Unexpected cell \`${text}\`, expected ${columns} in this row`, {
      note: 'It is not shown: add a column to the head, or take it out. A pipe inside a cell, also in code, is written `\\|`.',
      actual: text,
    });
  }
}

/** Lines between pipes, two of them at least, that are no table. */
function checkDashes(node: Paragraph, parent: Parent, file: VFile): void {
  const { position } = node;
  const start = position?.start.offset;
  if (!position || start === undefined) return;
  const lines = String(file.value)
    .slice(start, position.end.offset)
    .split(/\r\n|\r|\n/);
  const [head = '', second = ''] = lines;
  // In a quotation or a list the lines below begin with its marks.
  if (lines.length < 2 || !lines.every((line) => /^[\s>]*\|.*\|\s*$/.test(line))) return;
  const columns = splitCells(head).length;
  const prefix = /^[\s>]*/.exec(second)?.[0] ?? '';
  const dashes = `|${' --- |'.repeat(columns)}`;
  const isMiscounted = /^[\s>|:-]*-[\s>|:-]*$/.test(second);
  const at = start + head.length;
  const text = String(file.value);
  const end = isMiscounted ? text.indexOf(second, at + 1) + second.length : at;
  const fix: Edit = { start: at, end, text: `\n${prefix}${dashes}` };
  const reason = isMiscounted
    ? `Unexpected line of dashes with ${splitCells(second).length} cells, expected ${columns} as in the head of the table`
    : 'Unexpected table without a line of dashes below its head, expected one';
  const first = position.start.line - linesBefore(file, position);
  const cure = isMiscounted ? `Write line ${first + 1} as` : `Put a line below line ${first}:`;
  report(file, 'table-dashes-missing', node, reason, {
    note: `${cure} \`${dashes}\`. As it stands it is text with pipes.`,
    fix: [fix],
  });
  if (parent.type !== 'containerDirective') return;
  const { start: from, end: to } = parent.position ?? position;
  silence(file, missingTables, from.line, to.line);
}

/** Split a row at its pipes; `\\|` is one in a cell. */
function splitCells(row: string): string[] {
  return row
    .replace(/^[\s>]*\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/);
}
