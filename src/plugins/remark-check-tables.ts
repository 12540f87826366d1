/** Takes the tree and reports table rows with more cells than columns: no viewer shows such a cell. Comparisons have a rule of their own. */
import type { Root, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';

/** Report cells that would be lost. */
export function remarkCheckTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (node.type === 'containerDirective' && node.name === 'comparison') return SKIP;
      if (node.type === 'table') checkRows(node, file);
      return undefined;
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
