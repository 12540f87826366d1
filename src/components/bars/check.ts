/** Takes the numbers of a `:::bars` and reports what cannot be drawn, and what its author probably did not mean. Changes nothing. */
import { report } from '../../diagnostics/report.js';
import { findNumberLocale, type NumberLocale } from '../../values/number-format.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, isSource } from '../container.js';
import { hasNote } from '../has-note.js';
import { mostBars } from './node.js';
import type { ReadCell } from './read-values.js';

/** Report what is no number, and numbers that the scale of the first has no place for: both are shown as they are written. */
export function checkValues(
  cells: readonly ReadCell[],
  locale: NumberLocale,
  { file }: ComponentContext,
): void {
  const wrong = cells.filter((cell) => cell.value === undefined && !cell.isGap);
  for (const { place, written } of wrong) {
    const what = written ? `value \`${written}\`` : 'empty cell';
    report(file, 'bars-value', place, `Unexpected ${what}, expected a number`, {
      note: noteFor(written, locale),
      actual: written,
    });
  }
  const first = cells.find((cell) => cell.value !== undefined);
  const others = cells.filter((cell) => cell.value !== undefined && cell.dimension !== first?.dimension);
  for (const other of first ? others : []) {
    const reason = `Unexpected number \`${other.written}\` beside \`${first?.written}\`, expected units that can be converted`;
    report(file, 'bars-units-differ', other.place, reason, {
      note: 'Bars of one chart share a scale. Write a chart for each unit, or a `:::comparison`.',
    });
  }
}

/** Numbers may be another language's: that is a cure of its own. */
function noteFor(written: string, locale: NumberLocale): string {
  const other = findNumberLocale(written, locale);
  if (other) return `Write it as in \`${locale}\`, or set \`locale=${other}\`.`;
  return 'Write a number such as `12.5`, `63K` or `~3 ms`; `n/a` or `?` where there is none.';
}

/** Report too many bars, and numbers that no one can look up. */
export function checkBars(
  directive: ComponentDirective,
  bars: number,
  blocks: readonly Block[],
  { file }: ComponentContext,
): void {
  if (bars > mostBars) {
    report(file, 'bars-many', directive, `Unexpected ${bars} bars, expected at most ${mostBars}`, {
      note: 'Keep the ones that carry the argument and add up the others in one row.',
    });
  }
  if (blocks.some(isSource) || hasNote(blocks)) return;
  const reason = 'Unexpected numbers without a source, expected `Source: …` or a footnote';
  report(file, 'facts-source-missing', directive, reason, {
    note: 'Add a paragraph below the table that begins with `Source:`.',
  });
}
