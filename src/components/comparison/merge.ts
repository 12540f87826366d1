/** Takes the drawn table and marks cells that are one with an equal neighbour. The cells stay, so that a table can still be cut anywhere. */
import { isSameCell } from './same-value.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

/** Merge equal neighbours under subjects, not across the edge of the column in focus. */
export function mergeCells(sheet: Sheet): Sheet {
  const bodies = sheet.bodies.map((body) => ({
    ...body,
    rows: sheet.transposed ? mergeDown(body.rows) : body.rows.map(mergeAlong),
  }));
  return { ...sheet, bodies };
}

function mergeAlong(row: SheetRow): SheetRow {
  const cells = row.cells.map((cell, index): SheetCell => {
    const before = row.cells[index - 1];
    return before && canMerge(before, cell) ? { ...cell, covered: 'before' } : cell;
  });
  return { ...row, cells };
}

function mergeDown(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, number) => {
    const cells = row.cells.map((cell, index): SheetCell => {
      const above = rows[number - 1]?.cells[index];
      return above && canMerge(above, cell) ? { ...cell, covered: 'above' } : cell;
    });
    return { ...row, cells };
  });
}

function canMerge(one: SheetCell, other: SheetCell): boolean {
  if (one.subject === 0 || other.subject === 0 || one.focus !== other.focus) return false;
  return one.difference === other.difference && isSameCell(one.cell, other.cell);
}
