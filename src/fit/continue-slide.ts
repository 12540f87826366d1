/**
 * Takes a slide and what is to stand on each of several, and leaves these slides. Names, options and asides of a slide that
 * goes on are decided here, once.
 *
 *     slide#a > (list, notes)   →   slide#a (1 of 2) > (list, notes), slide#a~2 (2 of 2) > list
 */
import type { Node } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Slide, SlideBlock } from '../deck/nodes.js';

/** Make a slide of every page. The first keeps id, notes, handout and planned minutes; all keep title and looks. */
export function continueSlide(slide: Slide, pages: readonly (readonly SlideBlock[])[], fit: number): Slide[] {
  const scale = fit < 1 ? { fit } : {};
  const asides = slide.children.filter(isAside);
  // Also on a single slide a component has been laid out for the room that it has.
  if (pages.length < 2) return [{ ...slide, ...scale, children: [...(pages[0] ?? []), ...asides] }];
  const taken = new Set<string>();
  return pages.map((blocks, index): Slide => {
    const children = index === 0 ? [...blocks, ...asides] : blocks.map((block) => structuredClone(block));
    renameIds(children, index + 1, taken);
    const position = positionOf(blocks) ?? slide.position;
    return {
      ...slide,
      ...scale,
      ...(index > 0 && {
        id: `${slide.id}~${index + 1}`,
        options: { ...slide.options, minutes: undefined },
        ...(slide.title && { title: structuredClone(slide.title) }),
        ...(position && { position }),
      }),
      part: { index: index + 1, count: pages.length },
      children,
    };
  });
}

/** Tell whether a block belongs to a slide without standing on it. */
export function isAside(node: Node): boolean {
  return node.type === 'notes' || node.type === 'handout';
}

/** An id stands once in a document: what a slide repeats is named like the slide that repeats it. */
function renameIds(blocks: readonly SlideBlock[], part: number, taken: Set<string>): void {
  const own = new Set<string>();
  const rename = (holder: { id?: unknown }) => {
    if (typeof holder.id !== 'string' || holder.id === '') return;
    own.add(holder.id);
    if (taken.has(holder.id)) holder.id = `${holder.id}~${part}`;
  };
  for (const block of blocks) {
    visit(block, (node: Node & { id?: unknown }) => {
      rename(node);
      if (node.data?.hProperties) rename(node.data.hProperties);
    });
  }
  for (const id of own) taken.add(id);
}

function positionOf(blocks: readonly SlideBlock[]): Slide['position'] {
  const start = blocks.find((block) => block.position)?.position?.start;
  const end = blocks.findLast((block) => block.position)?.position?.end;
  return start && end ? { start, end } : undefined;
}
