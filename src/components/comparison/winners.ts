/** Takes rows and leaves their winners: the author's bold, or the numbers'. No direction, no winner: nothing is guessed. */

import { readUnit } from '../../values/units.js';
import { type Cell, type Column, type Comparison, type Direction, type Row, subjectCells } from './node.js';
import type { Tie } from './options.js';

/** A cell as an interval, in the base unit of its dimension. */
export interface Rankable {
  readonly cell: Cell;
  /** What is measured; cells of two dimensions cannot be ranked. */
  readonly dimension: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
}

/** What the rank of a row depends on besides the row itself. */
type Frame = Pick<Comparison, 'columns' | 'better' | 'options'>;

/** Mark the winners of all rows. */
export function markWinners(comparison: Comparison): Comparison {
  if (comparison.options.highlight === 'none') return comparison;
  const groups = comparison.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => markRow(row, comparison)),
  }));
  return { ...comparison, groups };
}

function markRow(row: Row, frame: Frame): Row {
  if (frame.options.highlight === 'auto') {
    const best = findBest(row, frame);
    const winner = best.length > 1 ? 'tie' : 'computed';
    return { ...row, cells: row.cells.map((cell) => (best.includes(cell) ? { ...cell, winner } : cell)) };
  }
  const subjects = subjectCells(row, frame.columns);
  const isWinner = (cell: Cell) => cell.bold && subjects.includes(cell);
  return {
    ...row,
    cells: row.cells.map((cell) => (isWinner(cell) ? { ...cell, winner: 'explicit' } : cell)),
  };
}

/** Find the best cells of a row. None where fewer than two can be ranked, and none where all are equally good. */
export function findBest(row: Row, frame: Frame): Cell[] {
  const direction = directionOf(row, frame);
  const ranked = direction ? rankableCells(row, frame.columns) : [];
  if (ranked.length < 2 || new Set(ranked.map((one) => one.dimension)).size > 1) return [];
  const sign = direction === 'lower' ? -1 : 1;
  const best = ranked.reduce((a, b) => (sign * b.value > sign * a.value ? b : a));
  const winners = ranked.filter((one) => isTied(one, best, frame.options.tie)).map((one) => one.cell);
  return winners.length === ranked.length ? [] : winners;
}

/** The direction of a row: its own arrow, else the stubhead's; ratings count upwards by themselves. */
export function directionOf(
  row: Row,
  { columns, better }: Pick<Frame, 'columns' | 'better'>,
): Direction | undefined {
  const ratings = subjectCells(row, columns).some((cell) => cell.value.kind === 'rating');
  return row.better ?? better ?? (ratings ? 'higher' : undefined);
}

/** Equal means equal as written: converting units leaves a rest in the last binary digit. */
function isTied(one: Rankable, best: Rankable, tie: Tie): boolean {
  const rounding = Math.abs(best.value) * Number.EPSILON * 4;
  if (tie === 'overlap') return one.low <= best.high + rounding && best.low <= one.high + rounding;
  const share = tie === 'exact' ? 0 : Number.parseFloat(tie) / 100;
  return Math.abs(one.value - best.value) <= Math.abs(best.value) * share + rounding;
}

/** List the cells of a row that have a value with an order. */
export function rankableCells(row: Row, columns: readonly Column[]): Rankable[] {
  return subjectCells(row, columns).flatMap((cell) => {
    const { value } = cell;
    if (value.kind === 'quantity') {
      const { dimension, factor } = readUnit(value.unit ?? row.unit ?? '');
      const [low, high] = [value.low * factor, value.high * factor];
      return [{ cell, dimension, low, high, value: value.value * factor }];
    }
    if (value.kind === 'date') {
      const { first, last } = value.date;
      return [{ cell, dimension: 'date', low: first, high: last, value: (first + last) / 2 }];
    }
    const number = plainNumber(value);
    return number === undefined
      ? []
      : [{ cell, dimension: value.kind, low: number, high: number, value: number }];
  });
}

function plainNumber(value: Cell['value']): number | undefined {
  if (value.kind === 'rating') return value.value / value.max;
  if (value.kind === 'status') return ['no', 'planned', 'partial', 'yes'].indexOf(value.status);
  return value.kind === 'version' ? value.value : undefined;
}
