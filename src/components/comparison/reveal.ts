/** Takes a part of the table and leaves the step in which it appears. Header, stub and caption always stand: the audience needs the frame. */
import type { Cell } from './node.js';
import type { Rendering } from './render.js';
import { type Sheet, sheetCells, sheetRows } from './sheet.js';

/** A part of the table: a row of a group, a cell in a column (its header too), the verdict. */
export type RevealPart =
  | { readonly body: number; readonly row: number }
  | { readonly column: number; readonly cell?: Cell }
  | 'verdict';

/** What makes an element a step. */
export interface StepAttributes {
  readonly className?: string[];
  readonly dataFragmentIndex?: string;
}

/** Make a part of the table a step, as `reveal=` says; the verdict is the last one in every mode. */
export function stepAttributes({ node: { options, sheet } }: Rendering, part: RevealPart): StepAttributes {
  const { reveal } = options;
  if (reveal === 'none') return {};
  if (part === 'verdict') return step(countSteps(sheet, reveal));
  if ('body' in part) {
    if (reveal === 'rows') return step(part.row);
    return reveal === 'groups' ? step(part.body) : {};
  }
  if (reveal === 'columns') {
    const index = columnStep(sheet, part.column);
    return index === undefined ? {} : step(index);
  }
  // Words of a winner stand from the start, only what marks it is hidden.
  return reveal === 'winners' && part.cell?.winner ? step(0, ['custom']) : {};
}

function countSteps(sheet: Sheet, reveal: 'rows' | 'groups' | 'columns' | 'winners'): number {
  if (reveal === 'rows') return sheetRows(sheet).length;
  if (reveal === 'groups') return sheet.bodies.length;
  if (reveal === 'columns') return sheet.columns.filter(({ role }) => role !== 'context').length;
  return sheetCells({ ...sheet, foot: undefined }).some(({ cell }) => cell.winner) ? 1 : 0;
}

/** Context stands from the start; `only=` may have left subjects out, so their own numbers may have gaps. */
function columnStep({ columns }: Sheet, column: number): number | undefined {
  if (columns[column]?.role === 'context') return undefined;
  return columns.slice(0, column).filter(({ role }) => role !== 'context').length;
}

function step(index: number, kind: string[] = []): StepAttributes {
  return { className: ['fragment', ...kind], dataFragmentIndex: String(index) };
}
