/** Takes the blocks of a slide and leaves them cut where a component is: what stands before it goes with its first part, what follows with its last. */
import type { Node } from 'mdast';
import type { Component, Room } from '../components/component.js';
import type { SlideBlock } from '../deck/nodes.js';
import type { BodyRoom } from './body-room.js';
import type { FitContext, Ruler } from './measure-slide.js';

/** With less than this share of a slide left, a component begins on the next. */
const leastShare = 0.4;

/** What lies between a component and the text before it, in px. */
const distance = 24;

/** Cut blocks where the author's `split=` asks for it, whatever fits. */
export function cutWhereAsked(
  blocks: readonly SlideBlock[],
  { width }: BodyRoom,
  context: FitContext,
): SlideBlock[][] {
  const endless = Number.POSITIVE_INFINITY;
  const room: Room = { width, height: endless, nextHeight: endless, fit: 1 };
  return cutBlocksAt(blocks, (block) => splitBlock(block, room, context));
}

/** Cut blocks so that no part of a component is higher than its room. */
export function cutToFit(blocks: readonly SlideBlock[], ruler: Ruler, context: FitContext): SlideBlock[][] {
  const room = ruler.room(blocks, true);
  const { width, height } = room;
  const whole: Room = { width, height, nextHeight: height, fit: ruler.fit };
  return cutBlocksAt(blocks, (block, before) => {
    if (!componentOf(block, context)?.split) return [block];
    const left = before.length === 0 ? height : height - ruler.need(before, room) - distance;
    if (left >= height * leastShare) return splitBlock(block, { ...whole, height: left }, context);
    return [undefined, ...splitBlock(block, whole, context)];
  });
}

type SplitBlock = (block: SlideBlock, before: readonly SlideBlock[]) => readonly (SlideBlock | undefined)[];

function cutBlocksAt(blocks: readonly SlideBlock[], split: SplitBlock): SlideBlock[][] {
  const pages: SlideBlock[][] = [[]];
  for (const block of blocks) {
    const [first, ...others] = split(block, pages.at(-1) ?? []);
    if (first) pages.at(-1)?.push(first);
    for (const part of others) pages.push(part ? [part] : []);
  }
  return pages;
}

function splitBlock(block: SlideBlock, room: Room, context: FitContext): readonly SlideBlock[] {
  return (componentOf(block, context)?.split?.(block, room, context.context) ?? [
    block,
  ]) as readonly SlideBlock[];
}

function componentOf(block: Node, { components }: FitContext): Component | undefined {
  return components.get(block.type);
}
