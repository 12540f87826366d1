/** Takes the eras of a timeline and reports single dates and overlaps. */
import { toString } from 'mdast-util-to-string';
import { firstDay, lastDay } from '../../dates/date-types.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext } from '../component.js';
import { edgeOf, isSameUnit } from './era-bands.js';
import type { TimelineEra, TimelineLaneName } from './node.js';

/** Check that eras are ranges, one after another. */
export function checkEras(
  eras: readonly TimelineEra[],
  names: readonly TimelineLaneName[],
  { file }: ComponentContext,
): void {
  const [name] = names;
  if (name && eras.length === 0) {
    report(
      file,
      'timeline-lane-empty',
      name,
      `Unexpected heading \`${toString(name).trim()}\` without eras, expected a list`,
      { note: 'Add `- **2015..2020** text` items, or remove the heading.' },
    );
  }
  for (const [index, era] of eras.entries()) {
    if (era.when.kind === 'point') {
      report(
        file,
        'timeline-era-range',
        era,
        `Unexpected single date \`${era.when.written}\` of an era, expected a range`,
        {
          note: `Write \`${era.when.written}..\` and the end, or leave the end open.`,
          actual: era.when.written,
        },
      );
    }
    for (const earlier of eras.slice(0, index)) {
      const overlap = overlapOf(earlier, era);
      if (overlap === undefined) continue;
      report(
        file,
        'timeline-eras-overlap',
        era,
        `Unexpected overlap of \`${toString(earlier)}\` and \`${toString(era)}\`, expected eras one after another`,
        {
          note: `They share ${overlap}: end the first where the second begins.`,
        },
      );
    }
  }
}

/** Say how long two eras overlap; two that share only the unit between them touch. */
function overlapOf(one: TimelineEra, other: TimelineEra): string | undefined {
  // A single date is reported by itself.
  if (one.when.kind === 'point' || other.when.kind === 'point') return undefined;
  const [first, last] = firstDay(one.when) <= firstDay(other.when) ? [one, other] : [other, one];
  if (isSameUnit(edgeOf(first, 'to'), edgeOf(last, 'from'))) return undefined;
  const days = Math.min(lastDay(first.when), lastDay(last.when)) - firstDay(last.when) + 1;
  if (days <= 0) return undefined;
  if (!Number.isFinite(days)) return 'all time after that';
  return days < 45 ? `${days} days` : `${Math.round(days / 30.44)} months`;
}
