/** Takes a timeline that is laid out and reports what could not be shown as written: density, labels, scale. */
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext } from '../component.js';
import { eventsOf, laneName, lanesOf, type TimelineLane, type TimelineNode } from './node.js';
import { comfortable } from './slices.js';
import { mostLabels } from './tracks.js';

/** Report what became of the labels on all slides. */
export function reportFit(
  node: TimelineNode,
  pages: readonly TimelineNode[],
  context: ComponentContext,
): void {
  const isWhole = pages.length === 1;
  if (node.options.labels !== 'milestones') {
    const dense = isWhole && pages[0]?.layout?.form === 'flags' ? reportDense(node, context) : false;
    if (!dense) reportMissing(node, pages, context);
  }
  reportScale(node, pages, context);
}

/** Tell of more events than can be read where the author does not want a cut. */
function reportDense(node: TimelineNode, { file }: ComponentContext): boolean {
  const lanes = lanesOf(node);
  const full = lanes.filter((lane) => eventsOf(lane).length > comfortable.lane);
  const cure = 'Use `split=auto`, or choose with `labels=milestones`.';
  for (const lane of full) {
    const count = eventsOf(lane).length;
    if (count > mostLabels) continue;
    report(
      file,
      'timeline-dense',
      laneName(lane) ?? node,
      `Unexpected \`${count}\` events in \`${nameOf(lane)}\`, expected ${comfortable.lane} at most`,
      { note: cure },
    );
  }
  const total = lanes.reduce((sum, lane) => sum + eventsOf(lane).length, 0);
  if (full.length === 0 && total > comfortable.total) {
    report(
      file,
      'timeline-dense',
      node,
      `Unexpected \`${total}\` events on a slide, expected ${comfortable.total} at most`,
      { note: cure },
    );
    return true;
  }
  return full.some((lane) => eventsOf(lane).length <= mostLabels);
}

/** Tell of labels that have no place: their marks stay, their words are for readers only. */
function reportMissing(node: TimelineNode, pages: readonly TimelineNode[], { file }: ComponentContext): void {
  for (const [index, lane] of lanesOf(node).entries()) {
    const missing = pages.reduce((sum, { layout, options }) => {
      // The overview is to show the milestones only.
      return options.labels === 'milestones' ? sum : sum + (layout?.lanes[index]?.unlabelled ?? 0);
    }, 0);
    if (missing === 0) continue;
    report(
      file,
      'timeline-too-dense',
      laneName(lane) ?? node,
      `Unexpected \`${eventsOf(lane).length}\` events in \`${nameOf(lane)}\`, expected ${mostLabels} at most, with room for their labels`,
      {
        note: `${missing} labels cannot be placed without overlap and are left out. Use \`split=auto\`, or choose with \`labels=milestones\`.`,
      },
    );
  }
}

/** A scale that the author did not ask for is said, in the drawing and here. */
function reportScale(node: TimelineNode, pages: readonly TimelineNode[], context: ComponentContext): void {
  const { scale } = node.options;
  if (scale === 'even') return;
  if (scale !== 'auto') {
    if (pages.some(({ layout }) => layout?.form === 'rows')) reportRows(node, context);
    return;
  }
  const flags = pages.flatMap(({ layout }) => (layout?.form === 'flags' ? [layout.scale] : []));
  const changed = flags.find((one) => one !== 'time');
  if (!changed) return;
  const how =
    changed === 'even' ? 'evenly spaced and marked as not to scale' : 'with a break where nothing happens';
  report(
    context.file,
    'timeline-scale-changed',
    node,
    'Unexpected crowd of events, expected room for every label on a scale of time',
    {
      note: `Drawn ${how}. Set \`scale=${changed}\` if that is right, \`labels=milestones\` to keep the scale.`,
    },
  );
}

/** Rows cannot be in proportion to time: their words would lie over one another. */
function reportRows(node: TimelineNode, { file }: ComponentContext): void {
  report(
    file,
    'timeline-scale-changed',
    node,
    `Unexpected \`scale=${node.options.scale}\` on an upright axis, expected \`even\``,
    { note: 'Rows are evenly spaced and marked as not to scale. `orient=horizontal` keeps the scale.' },
  );
}

function nameOf(lane: TimelineLane): string {
  return toString(laneName(lane)) || 'timeline';
}
