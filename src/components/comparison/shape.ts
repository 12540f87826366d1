/** Takes a comparison whose parts are chosen and leaves the table as it is drawn: rows that do not differ, transposing, differences, merging. */
import { report } from '../../diagnostics/report.js';
import type { ComponentContext } from '../component.js';
import { layOut, layOutTransposed } from './lay-out.js';
import { mergeCells } from './merge.js';
import { bodyRows, type Comparison, type Row } from './node.js';
import { isSameRow } from './same-value.js';
import type { Sheet } from './sheet.js';

/** A table with more columns cannot be read from a seat. */
export const mostColumns = 6;

/** Shape a comparison. */
export function shapeComparison(comparison: Comparison, context: ComponentContext): Sheet {
  const { options } = comparison;
  const same = options.view === 'all' ? [] : findSameRows(comparison);
  const isHiding = options.view.startsWith('diff') && checkHidden(same, comparison, context);
  const shown = isHiding ? withoutRows(comparison, new Set(same)) : comparison;
  const layout = {
    dim: new Set(options.view === 'dim' ? same : []),
    hidden: isHiding ? same.length : 0,
    same: context.strings.same,
  };
  const isTransposed = options.transpose && checkTransposed(shown, context);
  const sheet = isTransposed ? layOutTransposed(shown, layout) : layOut(shown, layout);
  return options.merge === 'same' ? mergeCells(sheet) : sheet;
}

function findSameRows(comparison: Comparison): Row[] {
  const strict = comparison.options.view === 'diff-strict';
  return bodyRows(comparison).filter((row) => isSameRow(row, comparison.columns, strict));
}

/** A group that has lost all its rows has nothing left to label. */
function withoutRows(comparison: Comparison, hidden: ReadonlySet<Row>): Comparison {
  const groups = comparison.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !hidden.has(row)) }))
    .filter((group) => group.rows.length > 0);
  return { ...comparison, groups, excluded: [...comparison.excluded, ...hidden] };
}

/**
 * Tell whether rows are to be hidden: where that would be all of them, none is. The author asked for it and the slide counts them;
 * only where half of the table or more goes is it worth a message.
 */
function checkHidden(same: readonly Row[], comparison: Comparison, { file }: ComponentContext): boolean {
  const all = bodyRows(comparison).length;
  if (same.length === 0 || same.length * 2 < all) return same.length > 0;
  const names = same.map((row) => `\`${row.name}\``).join(', ');
  report(
    file,
    'comparison-rows-hidden',
    comparison.position,
    `Unexpected ${same.length} of ${all} rows without a difference under \`view=${comparison.options.view}\`, expected fewer than half`,
    { note: same.length === all ? 'No row differs, so all are shown.' : `Not shown: ${names}.` },
  );
  return same.length < all;
}

function checkTransposed(comparison: Comparison, { file }: ComponentContext): boolean {
  const count = bodyRows(comparison).length + (comparison.verdict ? 1 : 0);
  if (count <= mostColumns) return true;
  report(
    file,
    'comparison-subjects-many',
    comparison.position,
    `Unexpected ${count} columns in a transposed table, expected at most ${mostColumns}`,
    { note: 'It is drawn with criteria as rows. Choose some with `rows=`.' },
  );
  return false;
}
