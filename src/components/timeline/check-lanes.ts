/** Takes the lanes of a timeline and reports names, ranks and numbers of them that are not meant. */
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { eventsOf, laneName, type TimelineLane } from './node.js';
import type { TimelineOptions } from './options.js';

const mostLanes = 4;

/** Check that lanes have different names, one rank, and events. */
export function checkLanes(
  directive: ComponentDirective,
  lanes: TimelineLane[],
  { file }: ComponentContext,
): void {
  const seen = new Set<string>();
  const rank = lanes.map(laneName).find(Boolean)?.depth;
  for (const lane of lanes) {
    const name = laneName(lane);
    const text = name ? toString(name).trim() : '';
    if (name && seen.has(text)) {
      report(
        file,
        'timeline-lane-duplicate',
        name,
        `Unexpected second lane \`${text}\`, expected one of each name`,
        {
          note: 'Put the items under one heading, or name the lanes apart.',
        },
      );
    }
    seen.add(text);
    if (eventsOf(lane).length === 0) {
      report(
        file,
        'timeline-lane-empty',
        name ?? lane,
        `Unexpected lane \`${text}\` without events, expected a list`,
        {
          note: 'Add `- **date** text` items, or remove the heading.',
        },
      );
    }
    if (name && name.depth !== rank) {
      const [actual, expected] = ['#'.repeat(name.depth), '#'.repeat(rank ?? 3)];
      report(
        file,
        'timeline-lane-rank',
        name,
        `Unexpected rank \`${actual}\` of lane \`${text}\`, expected \`${expected}\``,
        {
          note: 'Write all lanes as headings of one rank.',
          actual,
          expected: [expected],
        },
      );
    }
  }
  if (lanes.length > mostLanes) {
    report(
      file,
      'timeline-lanes-many',
      directive,
      `Unexpected \`${lanes.length}\` lanes, expected ${mostLanes} at most`,
      {
        note: 'Join lanes, or make two timelines.',
      },
    );
  }
}

/** Check that the lanes to show are there. */
export function checkOnly(
  directive: ComponentDirective,
  lanes: readonly TimelineLane[],
  { only }: TimelineOptions,
  { file }: ComponentContext,
): void {
  const names = lanes.flatMap((lane) => toString(laneName(lane)).trim() || []);
  for (const name of only) {
    if (names.some((one) => one.toLowerCase() === name)) continue;
    report(
      file,
      'directive-option-value',
      directive,
      `Unexpected lane \`${name}\` in \`only\`, expected ${names.map((one) => `\`${one}\``).join(', ') || 'lanes with names'}`,
      { note: suggestNote(name, names), actual: name, expected: names },
    );
  }
}
