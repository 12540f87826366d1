/** Takes a figure with items and leaves its height around them, or the parts it is cut into: caption and source on each, other blocks on the last. */
import type { Node } from 'mdast';
import type { Room } from './component.js';
import { captionOf, isSource, restOf } from './container.js';
import { measureBlocks, measureInline, scaleLook, type TextLook } from './measure-flow.js';
import { packItems } from './pack-items.js';
import type { FigureNode } from './render-figure.js';

/** Air below a caption and below a figure, as in themes/base/figures.css. */
const air = { caption: 12, figure: 18 };

/** How captions are set that are no heading. */
const plainCaption: TextLook = { size: 20, weight: 400, line: 1.35 };

/** Estimate the height of what stands around the items of a figure. */
export function measureFrame(node: FigureNode, drawn: string, room: Room, look = plainCaption): number {
  const caption = captionOf(node);
  const above = caption
    ? measureInline(caption.children, room.width, scaleLook(look, room.fit)) + air.caption
    : 0;
  const below = restOf(node, drawn).filter((block) => !isSource(block));
  return above + measureBlocks(below, room.width, room.fit) + air.figure;
}

/**
 * Cut a figure between its items.
 *
 * @param items groups of children that stay together, such as a row of a grid
 * @param heights of these groups in px
 * @param frame height of what every part repeats
 */
export function splitFigure<N extends FigureNode>(
  node: N,
  drawn: string,
  items: readonly (readonly Node[])[],
  heights: readonly number[],
  frame: number,
  room: Room,
): readonly N[] {
  const pages = packItems(heights, room.height - frame, room.nextHeight - frame);
  return makeParts(
    node,
    drawn,
    pages.map(({ start, end }) => items.slice(start, end).flat()),
  );
}

/** Make a figure of each page of children; one page is the figure itself. */
export function makeParts<N extends FigureNode>(
  node: N,
  drawn: string,
  pages: readonly (readonly Node[])[],
): readonly N[] {
  if (pages.length < 2) return [node];
  const caption = captionOf(node);
  return pages.map((items, page): N => {
    const rest = restOf(node, drawn).filter((block) => page === pages.length - 1 || isSource(block));
    return { ...node, children: [...(caption ? [caption] : []), ...items, ...rest] };
  });
}
