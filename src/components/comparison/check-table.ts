/** Takes the container as written and reports what is wrong with its table as Markdown, before anything of it is read. */
import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { readDataSource } from '../../data/data-source.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentDirective } from '../component.js';

/** Report a missing or second table, detached rows, extra cells, blocks in cells. */
export function checkTable(directive: ComponentDirective, table: Table | undefined, file: VFile): void {
  for (const child of directive.children) {
    if (child.type === 'table' && child !== table) {
      report(
        file,
        'comparison-table-second',
        child,
        'Unexpected second table, expected one in a comparison',
        {
          note: 'Make two comparisons, or move the second table below the closing `:::`.',
        },
      );
    }
    if (isDetached(child)) {
      report(
        file,
        'comparison-rows-detached',
        child,
        'Unexpected rows outside the table, expected them right below it',
        {
          note: table
            ? 'Remove the blank line above them; a table ends at a blank line.'
            : 'The line of dashes needs as many cells as the header.',
        },
      );
    }
  }
  if (table && table.children.length < 2) {
    report(
      file,
      'comparison-table-missing',
      table,
      'Unexpected table without rows, expected at least one below its header',
      {
        note: 'Write a criterion and a value for each subject: `| Licence | MIT | Apache-2.0 |`.',
      },
    );
  }
  if (table) checkRows(table, file);
  // What is wrong with a data file has been said.
  else if (!readDataSource(directive)) {
    report(
      file,
      'comparison-table-missing',
      directive,
      'Unexpected comparison without a table, expected one',
      {
        note: 'Write a GFM table: criteria as rows, subjects as columns; or name a data file with `src=`.',
      },
    );
  }
}

/** Tell whether a block is rows that the parser did not take into the table. */
export function isDetached(child: ComponentDirective['children'][number]): boolean {
  return child.type === 'paragraph' && !child.data?.directiveLabel && /^\s*\|/.test(toString(child));
}

function checkRows(table: Table, file: VFile): void {
  const width = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const [extra] = row.children.slice(width);
    if (extra) {
      const words = row.children
        .slice(width)
        .map((cell) => toString(cell))
        .join(' | ');
      const name = toString(row.children[0]);
      report(
        file,
        'comparison-cell-extra',
        extra,
        `Unexpected ${row.children.length} cells in \`${name}\`, expected ${width}`,
        {
          note: `The text \`${words}\` would be lost; write a pipe inside a cell, also in code, as \`\\|\`.`,
          actual: words,
        },
      );
    }
    for (const cell of row.children) {
      if (!/^\s*([-*+] |\d+\. |```)/.test(toString(cell))) continue;
      report(file, 'comparison-cell-block', cell, 'Unexpected list or fence in a cell, expected one line', {
        note: 'Use `<br>` between lines, or a footnote.',
      });
    }
  }
}
