/** Takes a comparison and leaves the columns and rows that the author chose; context and verdict stay with them. */
import { isNamed } from './comment.js';
import { bodyRows, type Column, type Comparison, type Group, type Row } from './node.js';

/** Choose columns (`only`, `except`) and rows (`rows`). */
export function chooseParts(comparison: Comparison): Comparison {
  const { columns, groups, verdict, misplaced, options } = comparison;
  const indexes = columns.flatMap((column, index) => (isChosen(column, options) ? [index] : []));
  const cut = (row: Row): Row => ({ ...row, cells: pick(row.cells, indexes) });
  const chosen = chooseGroups(groups, options.rows);
  const shown = new Set(bodyRows({ groups: chosen }));
  return {
    ...comparison,
    columns: pick(columns, indexes),
    groups: chosen.map((group) => ({ ...group, rows: group.rows.map(cut) })),
    excluded: bodyRows(comparison)
      .filter((row) => !shown.has(row))
      .map(cut),
    verdict: verdict && cut(verdict),
    misplaced: misplaced.map(cut),
  };
}

/** Context columns stay beside the chosen ones: without its batch size a number says nothing. */
function isChosen({ name, role }: Column, { only, except }: Comparison['options']): boolean {
  if (except?.some((wanted) => isNamed(name, wanted))) return false;
  return only === undefined || role === 'context' || only.some((wanted) => isNamed(name, wanted));
}

/** A label of a group means all its rows. Where nothing fits, everything stays: the message says why. */
function chooseGroups(groups: readonly Group[], wanted: readonly string[] | undefined): readonly Group[] {
  if (!wanted) return groups;
  const has = (name: string) => wanted.some((one) => isNamed(name, one));
  const chosen = groups
    .map((group) =>
      group.label && has(group.name) ? group : { ...group, rows: group.rows.filter((row) => has(row.name)) },
    )
    .filter((group) => group.rows.length > 0);
  return chosen.length > 0 ? chosen : groups;
}

function pick<T>(values: readonly T[], indexes: readonly number[]): T[] {
  return indexes.flatMap((index) => values.slice(index, index + 1));
}
