/** Takes slides in the order in which they are shown and leaves their headings with the ranks of the output. */
import type { Heading } from 'mdast';
import type { Slide } from '../../deck/nodes.js';

/** Deck title h1, section h2, slide title h3 (h2 before the first section), inside one deeper: no rank is skipped. */
export function rankHeadings(slides: readonly Slide[]): void {
  let inSection = false;
  for (const slide of slides) {
    const { layout } = slide.options;
    inSection ||= layout === 'section';
    const rank = layout === 'title' ? 1 : layout === 'section' || !inSection ? 2 : 3;
    slide.innerRank = slide.title ? rank + 1 : rank;
    if (slide.title) slide.title = { ...slide.title, depth: rank as Heading['depth'] };
  }
}
