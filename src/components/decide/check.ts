/** Takes one row of a `:::decide` and reports what its author probably did not mean. Changes nothing. */
import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import type { ComponentContext } from '../component.js';
import type { Halves } from '../cut-inline.js';

/** Report a row without an arrow, without a bold outcome, or with one that is not among the subjects. */
export function checkRow(
  item: ListItem,
  halves: Halves | undefined,
  name: string | undefined,
  subjects: readonly string[],
  { file }: ComponentContext,
): void {
  if (!halves || halves.before.length === 0 || halves.after.length === 0) {
    const written = toString(item.children[0] ?? item).slice(0, 60);
    report(
      file,
      'decide-row',
      item,
      `Unexpected \`${written}\`, expected a condition, an arrow and an outcome`,
      {
        note: 'Write `condition → **outcome**`, or `->` for the arrow.',
        actual: written,
      },
    );
    return;
  }
  if (name === undefined) {
    report(
      file,
      'decide-outcome-plain',
      item,
      `Unexpected outcome \`${toString({ type: 'paragraph', children: halves.after })}\`, expected a bold one`,
      {
        note: 'Write two stars around what to take; words behind it may say more.',
      },
    );
    return;
  }
  if (subjects.length === 0 || subjects.some((one) => one.toLowerCase() === name.toLowerCase())) return;
  report(
    file,
    'decide-subject-unknown',
    item,
    `Unexpected outcome \`${name}\`, expected one of \`subjects\``,
    {
      note: suggestNote(name, subjects),
      actual: name,
      expected: subjects,
    },
  );
}
