/** Takes a row and reports where its values cannot be ranked, or rank otherwise than the author's bold says. */
import { report } from '../../diagnostics/report.js';
import { findNumberLocale } from '../../values/number-format.js';
import type { ComponentContext } from '../component.js';
import { type Comparison, type Row, subjectCells } from './node.js';
import { directionOf, findBest, rankableCells } from './winners.js';

/** Report the ranking of a row; rows without a direction have none. */
export function checkRanking(row: Row, node: Comparison, context: ComponentContext): void {
  checkRatings(row, node, context);
  if (!directionOf(row, node)) return;
  const isArrowed = (row.better ?? node.better) !== undefined;
  const isRanked = !isArrowed || checkValues(row, node, context);
  if (!checkUnits(row, node, isArrowed, context)) return;
  if (isRanked) checkCount(row, node, context);
  checkBold(row, node, context);
}

/** An arrow says that all cells are values; a number of another language has a message of its own. */
function checkValues(row: Row, node: Comparison, { file }: ComponentContext): boolean {
  let isRanked = true;
  for (const [index, column] of node.columns.entries()) {
    const cell = row.cells[index];
    if (!cell || column.role !== 'subject' || !['text', 'link'].includes(cell.value.kind)) continue;
    isRanked = false;
    if (findNumberLocale(cell.text, node.options.locale)) continue;
    report(
      file,
      'comparison-cell-unranked',
      cell.position,
      `Unexpected text \`${cell.text}\` for \`${column.name}\` in the ranked row \`${row.name}\`, expected a value`,
      {
        note: 'Remove the arrow if the row is not to be ranked, or write a number, `?` or `n/a`.',
        actual: cell.text,
      },
    );
  }
  return isRanked;
}

/** Values of two dimensions have no order. Without an arrow only ratings rank, and what stands beside them is no mistake. */
function checkUnits(row: Row, node: Comparison, isArrowed: boolean, { file }: ComponentContext): boolean {
  const ranked = rankableCells(row, node.columns);
  if (new Set(ranked.map((one) => one.dimension)).size < 2) return true;
  if (!isArrowed) return false;
  const kinds = new Set(ranked.map(({ cell }) => cell.value.kind));
  const units = ranked.map(({ cell: { value } }) => (value.kind === 'quantity' && value.unit) || row.unit);
  const [what, names] = kinds.size > 1 ? (['kinds', [...kinds]] as const) : (['units', units] as const);
  const listed = [...new Set(names)].map((name) => (name ? `\`${name}\`` : 'none')).join(', ');
  report(
    file,
    'comparison-units-differ',
    row.position,
    `Unexpected ${what} ${listed} in \`${row.name}\`, expected one dimension`,
    {
      note: 'No winner is marked. Write all values of the row in units that can be converted.',
    },
  );
  return false;
}

function checkRatings(row: Row, node: Comparison, { file }: ComponentContext): void {
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

function checkCount(row: Row, node: Comparison, { file }: ComponentContext): void {
  const count = rankableCells(row, node.columns).length;
  if (count >= 2 || node.options.highlight !== 'auto') return;
  report(
    file,
    'comparison-values-few',
    row.position,
    `Unexpected ${count === 0 ? 'ranking without values' : 'single value'} in \`${row.name}\`, expected at least two to rank`,
    {
      note: 'No winner is marked.',
    },
  );
}

function checkBold(row: Row, node: Comparison, { file }: ComponentContext): void {
  const best = findBest(row, node);
  if (best.length === 0) return;
  for (const cell of subjectCells(row, node.columns)) {
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
