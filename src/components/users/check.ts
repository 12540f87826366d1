/** Takes a wall of users and reports what it must say and does not: such lists go stale, and nobody can check them. Changes nothing. */
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, isSource } from '../container.js';
import { hasNote } from '../has-note.js';

/** Report a wall without a date or a source. */
export function checkUsers(
  directive: ComponentDirective,
  asOf: string | true | undefined,
  blocks: readonly Block[],
  { file }: ComponentContext,
): void {
  // A date that cannot be read has been reported.
  if (asOf === undefined && directive.attributes?.asof === undefined) {
    report(file, 'users-date-missing', directive, 'Unexpected users without a date, expected `asof=…`', {
      note: 'Say when the list was true: `{asof=2024-11}`. Who used a thing some years ago may not use it now.',
    });
  }
  if (blocks.some(isSource) || hasNote(blocks)) return;
  const reason = 'Unexpected users without a source, expected `Source: …` or a footnote';
  report(file, 'users-source-missing', directive, reason, {
    note: 'Add a paragraph below the list that begins with `Source:`.',
  });
}
