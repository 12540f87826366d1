/** Takes a table as it is drawn and leaves the key to the marks that are in it. An answer prints its word and needs none. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '../../strings.js';
import { directionMark, winnerMark } from './marks.js';
import type { ComparisonNode, Direction } from './node.js';
import { type Sheet, type SheetRow, sheetCells, sheetRows } from './sheet.js';

/** One entry of the key: marks and what they mean. */
export interface LegendEntry {
  readonly marks: readonly Element[];
  readonly words: string;
}

/** List the entries of the key. */
export function listLegend(
  { sheet, options }: Pick<ComparisonNode, 'sheet' | 'options'>,
  strings: Strings,
): LegendEntry[] {
  if (options.legend === 'none') return [];
  const cells = sheetCells(sheet);
  const winners = [...new Set(cells.filter(({ cell }) => cell.winner).map(({ subject }) => subject))].sort(
    (a, b) => a - b,
  );
  const heads = [
    sheet.stub,
    ...sheet.columns.map(({ head }) => head),
    ...sheetRows(sheet).map(({ head }) => head),
  ];
  const direction = (better: Direction, words: string): LegendEntry[] =>
    heads.some((head) => head.better === better) ? [{ marks: [directionMark(better)], words }] : [];
  const kind = (name: string, marks: Element[], words: string): LegendEntry[] =>
    cells.some(({ cell }) => cell.value.kind === name) ? [{ marks, words }] : [];
  return [
    ...(winners.length > 0
      ? [{ marks: winners.slice(0, 3).map(winnerMark), words: bestWords(sheet, strings).best }]
      : []),
    ...direction('lower', strings.lowerIsBetter),
    ...direction('higher', strings.higherIsBetter),
    ...kind('unknown', [h('span', { className: ['cell-unknown'] }, '?')], strings.unknown),
    ...kind('empty', [h('span', { className: ['hatch'] })], strings.notGiven),
  ];
}

/** What a winner's mark says: a criterion is a row, or a column once the table is transposed. */
export function bestWords(
  { transposed }: Pick<Sheet, 'transposed'>,
  strings: Strings,
): { best: string; tied: string } {
  return transposed
    ? { best: strings.bestInColumn, tied: strings.tiedInColumn }
    : { best: strings.bestInRow, tied: strings.tiedBest };
}

/** Tell whether a row has marks that the key explains. */
export function hasMarks({ head, cells }: SheetRow): boolean {
  return (
    head.better !== undefined ||
    cells.some(({ cell }) => cell.winner || ['unknown', 'empty'].includes(cell.value.kind))
  );
}

/** Draw the key. Those who hear the table are told at each mark, so it is for the eye alone. */
export function renderLegend(entries: readonly LegendEntry[]): Element[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ marks, words }) =>
    h('span', { className: ['legend-entry'] }, [...marks, ` ${words}`]),
  );
  return [h('p', { className: ['comparison-legend'], ariaHidden: 'true' }, items)];
}
