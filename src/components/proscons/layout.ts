/** Takes pros and cons and a room and leaves their height, or the parts that fit: both lists go on together. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { splitItem } from '../container.js';
import { makeParts, measureFrame } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { type ItemRange, packItems } from '../pack-items.js';
import { listsOf, type ProsConsNode, type ProsConsSide, sidesOf } from './node.js';

const caption = { size: 26, weight: 600, family: 'display', line: 1.2 } as const;
const text = { size: 24, weight: 400, line: 1.38 } as const;
const compact = { size: 21, weight: 400, line: 1.38 } as const;
/** Lists in a list are smaller. */
const nested = 20 / 24;
const side = { heading: 50, gap: 48, itemGap: 10, indent: 1.4 };

/** Estimate the height of pros and cons. */
export function measureProsCons(node: ProsConsNode, room: Room): number {
  const lists = sidesOf(node).map((one) =>
    itemHeights(one, node, room).reduce((sum, height) => sum + height, 0),
  );
  return frameHeight(node, room) + Math.max(0, ...lists);
}

/** Cut both lists, each where it is full; a side that has ended is not repeated. */
export function splitProsCons(node: ProsConsNode, room: Room): readonly ProsConsNode[] {
  const around = frameHeight(node, room);
  const ranges = sidesOf(node).map((one) =>
    packItems(itemHeights(one, node, room), room.height - around, room.nextHeight - around),
  );
  const count = Math.max(0, ...ranges.map((pages) => pages.length));
  const pages = Array.from({ length: count }, (_, page) =>
    sidesOf(node).flatMap((one, index) => cutSide(one, ranges[index]?.[page], page)),
  );
  return makeParts(node, 'prosconsSide', pages);
}

function frameHeight(node: ProsConsNode, room: Room): number {
  return measureFrame(node, 'prosconsSide', room, caption) + side.heading * room.fit;
}

function itemHeights(one: ProsConsSide, node: ProsConsNode, room: Room): number[] {
  const look = scaleLook(node.classes.includes('compact') ? compact : text, room.fit);
  const width = (room.width - side.gap) / 2 - side.indent * look.size;
  return listsOf(one)
    .flatMap((list) => list.children)
    .map(splitItem)
    .map(({ words, detail }) => {
      const line = measureInline(words, width, look);
      return line + measureBlocks(detail, width, room.fit * nested) + side.itemGap * room.fit;
    });
}

/** The heading with the items of a range, over as many lists as they stood in. A side without items stands on the first page. */
function cutSide(one: ProsConsSide, range: ItemRange | undefined, page: number): ProsConsSide[] {
  if (!range) return page > 0 ? [] : [one];
  let before = 0;
  const children = one.children.flatMap((child): ProsConsSide['children'] => {
    if (child.type === 'heading') return [child];
    const items = child.children.slice(Math.max(0, range.start - before), Math.max(0, range.end - before));
    before += child.children.length;
    return items.length > 0 ? [{ ...child, children: items }] : [];
  });
  return [{ ...one, children }];
}
