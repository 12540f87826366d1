/** Takes a row and reports where its values cannot be ranked, or rank otherwise than the author's bold says. */
import { report } from '../../diagnostics/report.js';
import type { ComponentContext } from '../component.js';
import type { Cell, ComparisonNode, Row } from './node.js';
import { readUnit } from './quantity.js';
import { directionOf, findBest, rankableCells, subjectCells, type Tie } from './winners.js';

/** Report the ranking of a row; rows without a direction have none. */
export function checkRanking(row: Row, node: ComparisonNode, tie: Tie, context: ComponentContext): void {
  checkRatings(row, node, context);
  if (!directionOf(row, node)) return;
  const subjects = subjectCells(row, node.columns);
  const arrow = row.better ?? node.better;
  for (const [index, column] of node.columns.entries()) {
    const cell = row.cells[index];
    if (!arrow || column.role !== 'subject' || cell?.value.kind !== 'text') continue;
    report(
      context.file,
      'comparison-cell-unranked',
      cell.position,
      `Unexpected text \`${cell.text}\` for \`${column.name}\` in the ranked row \`${row.name}\`, expected a value`,
      {
        note: 'Remove the arrow if the row is not to be ranked, or write a number, `?` or `n/a`.',
        actual: cell.text,
      },
    );
  }
  if (!checkUnits(row, subjects, context)) return;
  checkCount(row, node, context);
  checkBold(row, node, tie, subjects, context);
}

function checkUnits(row: Row, subjects: readonly Cell[], { file }: ComponentContext): boolean {
  const units = subjects.flatMap((cell) =>
    cell.value.kind === 'quantity' ? [cell.value.unit ?? row.unit ?? ''] : [],
  );
  const dimensions = new Set(units.map((unit) => readUnit(unit).dimension));
  if (dimensions.size < 2) return true;
  const listed = [...new Set(units)].map((unit) => `\`${unit || 'no unit'}\``).join(', ');
  report(
    file,
    'comparison-units-differ',
    row.position,
    `Unexpected units ${listed} in \`${row.name}\`, expected one dimension`,
    {
      note: 'Write all values of the row in units that can be converted.',
    },
  );
  return false;
}

function checkRatings(row: Row, node: ComparisonNode, { file }: ComponentContext): void {
  const scales = new Set(
    subjectCells(row, node.columns).flatMap(({ value }) => (value.kind === 'rating' ? [value.max] : [])),
  );
  if (scales.size < 2) return;
  report(
    file,
    'comparison-ratings-differ',
    row.position,
    `Unexpected ratings out of ${[...scales].join(' and ')} in \`${row.name}\`, expected one scale`,
    {
      note: 'They are shown as given and ranked by their share.',
    },
  );
}

function checkCount(row: Row, node: ComparisonNode, { file }: ComponentContext): void {
  const count = rankableCells(row, node.columns).length;
  if (count >= 2 || node.highlight === 'none') return;
  report(
    file,
    'comparison-values-few',
    row.position,
    `Unexpected ${count === 0 ? 'row without values' : 'single value'} in \`${row.name}\`, expected at least two to rank`,
    {
      note: 'No winner is marked.',
    },
  );
}

function checkBold(
  row: Row,
  node: ComparisonNode,
  tie: Tie,
  subjects: readonly Cell[],
  { file }: ComponentContext,
): void {
  const best = findBest(row, node, tie);
  if (best.length === 0) return;
  for (const cell of subjects) {
    if (!cell.bold || best.includes(cell)) continue;
    const right = best.map((one) => `\`${one.text}\``).join(', ');
    report(
      file,
      'comparison-bold-not-best',
      cell.position,
      `Unexpected bold \`${cell.text}\` in \`${row.name}\`, expected ${right}`,
      {
        note: `${directionOf(row, node) === 'lower' ? 'Lower' : 'Higher'} is better in this row.`,
      },
    );
  }
}
