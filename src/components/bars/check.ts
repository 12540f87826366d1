/** Takes the numbers of a `:::bars` and reports what cannot be drawn, and what its author probably did not mean. Changes nothing. */
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, isSource } from '../container.js';
import { hasNote } from '../has-note.js';
import { mostRows } from './node.js';
import type { ReadCell } from './read-values.js';

/** Report what is no number, and numbers without a common scale; tell whether all can be drawn. */
export function checkValues(cells: readonly ReadCell[], { file }: ComponentContext): boolean {
  const wrong = cells.filter((cell) => cell.value === undefined && !cell.isGap);
  for (const { place, written } of wrong) {
    const what = written ? `value \`${written}\`` : 'empty cell';
    report(file, 'bars-value', place, `Unexpected ${what}, expected a number`, {
      note: 'Write a number such as `12.5`, `63K` or `~3 ms`; `n/a` or `?` where there is none.',
      actual: written,
    });
  }
  const numbers = cells.filter((cell) => cell.value !== undefined);
  const [first] = numbers;
  const other = numbers.find((cell) => cell.dimension !== first?.dimension);
  if (first && other) {
    const reason = `Unexpected number \`${other.written}\` beside \`${first.written}\`, expected units that can be converted`;
    report(file, 'bars-units-differ', other.place, reason, {
      note: 'Bars of one chart share a scale. Write a chart for each unit, or a `:::comparison`.',
    });
  }
  return wrong.length === 0 && !other;
}

/** Report too many rows, and numbers that no one can look up. */
export function checkBars(
  directive: ComponentDirective,
  rows: number,
  blocks: readonly Block[],
  { file }: ComponentContext,
): void {
  if (rows > mostRows) {
    report(file, 'bars-many', directive, `Unexpected ${rows} bars, expected at most ${mostRows}`, {
      note: 'Keep the ones that carry the argument and add up the others in one row.',
    });
  }
  if (blocks.some(isSource) || hasNote(blocks)) return;
  const reason = 'Unexpected numbers without a source, expected `Source: …` or a footnote';
  report(file, 'facts-source-missing', directive, reason, {
    note: 'Add a paragraph below the table that begins with `Source:`.',
  });
}
