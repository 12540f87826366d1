/** Takes a timeline and its room and leaves the height it takes, for slides that it shares with other blocks. */
import type { ComponentContext, Room } from '../component.js';
import { takenHeight } from './geometry.js';
import { layoutTimeline } from './layout.js';
import type { TimelineNode } from './node.js';

/** Measure a timeline in px. */
export function measureTimeline(node: TimelineNode, room: Room, context: ComponentContext): number {
  const layout = node.layout ?? layoutTimeline(node, room, context);
  return layout.height + takenHeight(node, layout.width);
}
