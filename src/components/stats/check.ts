/** Takes the numbers of a `:::stats` and reports what its author probably did not mean. Changes nothing. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { mostBeside, partOf, type Stat } from './node.js';

/** Report too many numbers, and numbers that no one can look up. */
export function checkStats(
  directive: ComponentDirective,
  stats: readonly Stat[],
  isSourced: boolean,
  { file }: ComponentContext,
): void {
  if (stats.length > mostBeside) {
    report(
      file,
      'stats-many',
      directive,
      `Unexpected ${stats.length} numbers, expected at most ${mostBeside}`,
      {
        note: 'Nobody remembers more: keep the ones that carry the argument, or write a table.',
      },
    );
  }
  for (const stat of stats) {
    const number = partOf(stat, 'statNumber');
    if (!number || isSourced || hasNote(stat)) continue;
    report(
      file,
      'facts-source-missing',
      stat,
      `Unexpected number \`${toString(number)}\` without a source, expected \`Source: …\` or a footnote`,
      {
        note: 'Add a paragraph below the list that begins with `Source:`.',
      },
    );
  }
}

function hasNote(stat: Stat): boolean {
  let found = false;
  visit(stat as unknown as Root, 'footnoteReference', () => {
    found = true;
    return EXIT;
  });
  return found;
}
