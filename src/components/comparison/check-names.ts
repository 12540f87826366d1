/** Takes a comparison as written and reports options that name no column or row of it. */
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import type { ComponentContext } from '../component.js';
import { isNamed } from './comment.js';
import { bodyRows, type Comparison } from './node.js';

/** Report names in options that are not there; only a subject can be in focus or the baseline. */
export function checkNames(comparison: Comparison, { file }: ComponentContext): void {
  const { options, columns, groups } = comparison;
  const all = columns.map((column) => column.name);
  const subjects = columns.filter((column) => column.role === 'subject').map((column) => column.name);
  const rows = [...groups.map((group) => group.name), ...bodyRows(comparison).map((row) => row.name)].filter(
    Boolean,
  );
  const list = (name: string | undefined) => (name === undefined ? [] : [name]);
  const checks = [
    ['focus', 'column', list(options.focus), subjects],
    ['baseline', 'column', list(options.baseline), subjects],
    ['only', 'column', options.only ?? [], all],
    ['except', 'column', options.except ?? [], all],
    ['rows', 'row', options.rows ?? [], rows],
  ] as const;
  for (const [option, what, names, known] of checks) {
    for (const name of names) {
      if (known.some((one) => isNamed(one, name))) continue;
      report(
        file,
        'comparison-column-unknown',
        comparison.position,
        `Unexpected ${what} \`${name}\` in \`${option}\`, expected one of the table’s`,
        { note: suggestNote(name, known), actual: name, expected: [...known] },
      );
    }
  }
}
