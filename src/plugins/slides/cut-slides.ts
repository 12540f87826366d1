/** Takes the blocks of a deck, a stack or an included file and leaves those of each slide: where slides end is decided here alone. */
import type { RootContent } from 'mdast';
import { isForeignComment } from '../habits/foreign-comments.js';
import { isComment, isContainer, isLeaf } from './node-kinds.js';

/** The blocks of one slide before anything is known of them. */
export type Blocks = RootContent[];

/**
 * Cut blocks at `---`, and at headings up to a rank. Breaks that stand next to each other, at the start,
 * at the end, or beside such a heading make no empty slide, and neither does a slide that is commented out.
 */
export function cutSlides(blocks: readonly RootContent[], level: number): Blocks[] {
  const slides: Blocks[] = [];
  let current: Blocks = [];
  const close = () => {
    if (current.some((node) => !isComment(node) || isForeignComment(node))) slides.push(current);
    current = [];
  };
  for (const node of blocks) {
    if (node.type === 'thematicBreak') {
      close();
    } else if (isContainer(node, 'stack')) {
      close();
      slides.push([node]);
    } else if (isLeaf(node, 'slide') && level > 0 && opensNext(blocks, node, level)) {
      close();
      current.push(node);
    } else {
      const opens = node.type === 'heading' && node.depth <= level;
      if (opens && !current.every((one) => isLeaf(one, 'slide') || isComment(one))) close();
      current.push(node);
    }
  }
  close();
  return slides;
}

/** With `slide-level`, `::slide` directly above a heading that starts a slide belongs to that slide. */
function opensNext(blocks: readonly RootContent[], node: RootContent, level: number): boolean {
  const next = blocks[blocks.indexOf(node) + 1];
  return next?.type === 'heading' && next.depth <= level;
}
