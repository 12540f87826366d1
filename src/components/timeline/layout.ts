/**
 * Takes a timeline and the room it has and leaves its layout: flags on an axis in proportion to time where all labels have a
 * place, else with long gaps cut out, else evenly spaced; or rows, or cards. What is not to scale says so in the drawing.
 */
import { toString } from 'mdast-util-to-string';
import type { ComponentContext, Room } from '../component.js';
import { layoutAxis } from './axis-layout.js';
import { layoutCards } from './cards-layout.js';
import { layoutStrip } from './context-strip.js';
import { type Frame, frameOf, strip } from './geometry.js';
import type { TimelineLayout } from './layout-types.js';
import { eventsOf, lanesOf, partOf, type TimelineNode } from './node.js';
import { layoutRows } from './rows-layout.js';
import type { Wanted } from './tracks.js';

/** Characters of a label from which flags become too high, on average. */
const longText = 55;
/** Narrower than this, flags on both sides of a leader have no room. */
const narrow = 620;

type Scale = TimelineLayout['scale'];

/** Lay a timeline out in a room. */
export function layoutTimeline(node: TimelineNode, room: Room, context: ComponentContext): TimelineLayout {
  const frame = frameOf(node, room);
  const scales = scalesOf(node);
  for (const scale of scales) {
    const layout = tryLayout(node, frame, scale, 'all', context);
    if (layout) return layout;
  }
  const layout = tryLayout(node, frame, scales[0], 'some', context);
  if (!layout) throw new Error('A layout that may leave labels out always exists');
  return layout;
}

/** Lay a timeline out so that all labels have a place, in proportion to time or with a long gap cut out; nothing where that is not possible. */
export function layoutWhole(
  node: TimelineNode,
  room: Room,
  context: ComponentContext,
): TimelineLayout | undefined {
  const frame = frameOf(node, room);
  for (const scale of scalesOf(node)) {
    if (scale === 'even' && node.options.scale === 'auto') continue;
    const layout = tryLayout(node, frame, scale, 'all', context);
    if (layout) return layout;
  }
  return undefined;
}

function tryLayout(
  node: TimelineNode,
  frame: Frame,
  scale: Scale,
  wanted: Wanted,
  context: ComponentContext,
): TimelineLayout | undefined {
  const layout = layoutForm(node, frame, scale, wanted, context);
  if (!layout || !node.part) return layout;
  const { height } = layout;
  return {
    ...layout,
    height: height + strip.context,
    strip: layoutStrip(node.part, frame.width, height + strip.context - 12, context.lang),
  };
}

function layoutForm(
  node: TimelineNode,
  frame: Frame,
  scale: Scale,
  wanted: Wanted,
  context: ComponentContext,
): TimelineLayout | undefined {
  if (node.options.layout === 'cards') return layoutCards(node, frame, wanted, context);
  if (isUpright(node, frame.width)) return layoutRows(node, frame, wanted, context);
  return layoutAxis(node, frame, scale, wanted, context);
}

/** The scales to try, in this order. */
function scalesOf({ options }: TimelineNode): readonly [Scale, ...Scale[]] {
  if (options.scale !== 'auto') return [options.scale];
  return options.labels === 'milestones' ? ['time'] : ['time', 'collapsed', 'even'];
}

/** Tell whether the axis stands upright: asked for, in a narrow place, or one lane of long texts. */
export function isUpright(node: TimelineNode, width: number): boolean {
  const { orient } = node.options;
  if (orient !== 'auto') return orient === 'vertical';
  return width < narrow || isWordy(node);
}

function isWordy(node: TimelineNode): boolean {
  const [lane, ...others] = lanesOf(node);
  if (!lane || others.length > 0) return false;
  const events = eventsOf(lane);
  const characters = events.reduce((sum, event) => {
    const words = [partOf(event, 'timelineTitle'), partOf(event, 'timelineText')];
    return sum + words.reduce((length, part) => length + toString(part).length, 0);
  }, 0);
  return characters > longText * events.length;
}
