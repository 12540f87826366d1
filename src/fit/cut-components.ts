/** Takes the blocks of a slide and leaves them cut where a component is: what stands before it goes with its first part, what follows with its last. */
import type { Node } from 'mdast';
import type { Component, Room } from '../components/component.js';
import type { SlideBlock } from '../deck/nodes.js';
import { type Columns, columnWidths } from './measure-columns.js';
import type { FitContext, Ruler } from './measure-slide.js';

/** With less than this share of a slide left, a component begins on the next. */
const leastShare = 0.4;

/** What lies between a component and the text before it, in px. */
const distance = 24;

/** Cut blocks where the author's `split=` asks for it, whatever fits. */
export function cutWhereAsked(
  blocks: readonly SlideBlock[],
  ruler: Ruler,
  context: FitContext,
): SlideBlock[][] {
  const endless = Number.POSITIVE_INFINITY;
  const width = ruler.width(blocks, ruler.room(blocks, true));
  const room: Room = { width, height: endless, nextHeight: endless, fit: ruler.fit };
  return cutBlocksAt(blocks, (block) => splitBlock(block, room, context));
}

/** Cut blocks so that no part of a component is higher than its room, words before and after it counted. */
export function cutToFit(blocks: readonly SlideBlock[], ruler: Ruler, context: FitContext): SlideBlock[][] {
  const room = ruler.room(blocks, true);
  const width = ruler.width(blocks, room);
  const { height } = room;
  const whole: Room = { width, height, nextHeight: height, fit: ruler.fit };
  const needOf = (beside: readonly SlideBlock[]) => {
    const need = ruler.need(beside, room);
    return need > 0 ? need + distance : 0;
  };
  return cutBlocksAt(blocks, (block, before, after) => {
    if (block.type === 'columns') return [settle(block, whole, context)];
    if (!isSplittable(block, context)) return [block];
    const plain = after.findIndex((one) => isSplittable(one, context));
    const left = height - needOf(before);
    const shared = left - needOf(plain < 0 ? after : after.slice(0, plain));
    const enough = [shared, left].find((one) => one >= height * leastShare);
    if (enough !== undefined) return splitBlock(block, { ...whole, height: enough }, context);
    return [undefined, ...splitBlock(block, whole, context)];
  });
}

type SplitBlock = (
  block: SlideBlock,
  before: readonly SlideBlock[],
  after: readonly SlideBlock[],
) => readonly (SlideBlock | undefined)[];

function cutBlocksAt(blocks: readonly SlideBlock[], split: SplitBlock): SlideBlock[][] {
  const pages: SlideBlock[][] = [[]];
  for (const [index, block] of blocks.entries()) {
    const [first, ...others] = split(block, pages.at(-1) ?? [], blocks.slice(index + 1));
    if (first) pages.at(-1)?.push(first);
    for (const part of others) pages.push(part ? [part] : []);
  }
  return pages;
}

function isSplittable(block: SlideBlock, context: FitContext): boolean {
  return componentOf(block, context)?.split !== undefined;
}

function splitBlock(block: SlideBlock, room: Room, context: FitContext): readonly SlideBlock[] {
  if (block.type === 'columns') return [settle(block, room, context)];
  return (componentOf(block, context)?.split?.(block, room, context.context) ?? [
    block,
  ]) as readonly SlideBlock[];
}

/** In columns components are as wide as their column, and never cut but where the author asks: what goes on stands below. */
function settle<N extends Columns>(columns: N, room: Room, context: FitContext): N {
  const endless = Number.POSITIVE_INFINITY;
  const widths = columnWidths(columns, room.width, { fit: room.fit, slideSize: context.deck.size });
  const children = columns.children.map((column, index) => {
    if (!('children' in column)) return column;
    const own: Room = { ...room, width: widths[index] ?? room.width, height: endless, nextHeight: endless };
    const blocks = column.children.flatMap((block) => splitBlock(block as SlideBlock, own, context));
    return { ...column, children: blocks };
  });
  return { ...columns, children };
}

function componentOf(block: Node, { components }: FitContext): Component | undefined {
  return components.get(block.type);
}
