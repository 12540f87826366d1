/** Takes a finished layout and reports what it could not show as written: density, scale, events outside the axis. */
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { mostLabels } from './lane-flags.js';
import type { TimelineLayout } from './layout-types.js';
import { eventsOf, laneName, lanesOf, partOf, type TimelineChild, type TimelineLane } from './node.js';
import type { TimelineOptions } from './options.js';

/** What is comfortable to read: events in a lane, events on a slide. */
const comfortable = { lane: 12, slide: 24 } as const;

/** Check what became of the labels. */
export function checkLayout(
  directive: ComponentDirective,
  children: TimelineChild[],
  layout: TimelineLayout,
  options: TimelineOptions,
  context: ComponentContext,
): void {
  const lanes = lanesOf({ children });
  if (options.labels !== 'milestones') checkDensity(directive, lanes, layout, context);
  checkOutside(directive, lanes, layout, context);
  if (layout.even && options.scale !== 'even') {
    report(
      context.file,
      'timeline-scale-changed',
      directive,
      'Unexpected crowd of events, expected room for every label on a scale of time',
      {
        note: 'Drawn evenly spaced and marked as not to scale. Set `scale=even` if that is right, `labels=milestones` to keep the scale.',
      },
    );
  }
}

function checkDensity(
  directive: ComponentDirective,
  lanes: TimelineLane[],
  layout: TimelineLayout,
  { file }: ComponentContext,
): void {
  let reported = false;
  for (const [index, lane] of lanes.entries()) {
    const count = eventsOf(lane).length;
    const name = toString(laneName(lane)) || 'timeline';
    const missing = layout.rows[index]?.unlabelled ?? 0;
    if (missing > 0) {
      report(
        file,
        'timeline-too-dense',
        laneName(lane) ?? directive,
        `Unexpected \`${count}\` events in \`${name}\`, expected ${mostLabels} at most, with room for their labels`,
        {
          note: `${missing} labels cannot be placed without overlap and are left out. Choose with \`labels=milestones\`, or make two timelines.`,
        },
      );
    } else if (count > comfortable.lane) {
      report(
        file,
        'timeline-dense',
        laneName(lane) ?? directive,
        `Unexpected \`${count}\` events in \`${name}\`, expected ${comfortable.lane} at most`,
        {
          note: 'Choose with `labels=milestones`, or make two timelines.',
        },
      );
    }
    reported ||= missing > 0 || count > comfortable.lane;
  }
  const total = lanes.flatMap(eventsOf).length;
  if (!reported && total > comfortable.slide) {
    report(
      file,
      'timeline-dense',
      directive,
      `Unexpected \`${total}\` events on a slide, expected ${comfortable.slide} at most`,
      {
        note: 'Choose with `labels=milestones`, or make two timelines.',
      },
    );
  }
}

function checkOutside(
  directive: ComponentDirective,
  lanes: TimelineLane[],
  layout: TimelineLayout,
  { file }: ComponentContext,
): void {
  const outside = lanes.flatMap((lane, row) =>
    eventsOf(lane).filter((_, index) => layout.rows[row]?.events[index]?.x === undefined),
  );
  const [first] = outside;
  if (!first) return;
  const names = outside.map(
    (event) => `\`${`${event.when.written} ${toString(partOf(event, 'timelineTitle'))}`.trim()}\``,
  );
  const events = outside.length === 1 ? 'event' : 'events';
  report(
    file,
    'timeline-event-outside',
    first,
    `Unexpected \`${outside.length}\` ${events} outside the axis, expected all between \`from\` and \`to\``,
    {
      note: `Not shown: ${names.join(', ')}. Widen \`from\` and \`to\`, or remove them.`,
    },
  );
}
