/** Takes a slide and leaves one or several of it, so that nothing stands beyond its edge: shrunk a little, else cut. The policy is here. */
import type { Slide, SlideBlock } from '../deck/nodes.js';
import type { Layout } from '../deck/slide-options.js';
import { continueSlide, isAside } from './continue-slide.js';
import { cutBlocks } from './cut-blocks.js';
import { cutToFit, cutWhereAsked } from './cut-components.js';
import { createRuler, type FitContext, type Ruler } from './measure-slide.js';

/** What content sizes are multiplied with, in this order. */
const scales = [1, 0.95, 0.9, 0.85, 0.8] as const;

/** Slides that are one picture or one sentence: the half of one says nothing. */
const oneThing: readonly Layout[] = [
  'title',
  'section',
  'image',
  'image-left',
  'image-right',
  'image-full',
  'quote',
];

type Pages = readonly (readonly SlideBlock[])[];

/** Fit a slide. */
export function fitSlide(slide: Slide, context: FitContext): Slide[] {
  const policy = slide.options.fit ?? context.deck.fit;
  const blocks = slide.children.filter((block) => !isAside(block));
  const asked = cutWhereAsked(blocks, createRuler(slide, 1, context).room(blocks, true), context);
  if (policy === 'none') return continueSlide(slide, asked, 1);
  const rulers = (policy === 'split' ? [1] : scales).map((fit) => createRuler(slide, fit, context));
  const enough = rulers.find((ruler) => asked.every((page) => ruler.fill(page, asked.length > 1) <= 1));
  if (enough) return continueSlide(slide, asked, enough.fit);
  if (policy !== 'shrink' && !oneThing.includes(slide.options.layout ?? 'content')) {
    for (const ruler of rulers) {
      const pages = cutSlide(blocks, ruler, context);
      if (pages) return continueSlide(slide, pages, ruler.fit);
    }
  }
  // Nothing helps, so that the check in a browser will name it; at least as little as possible is cut off.
  return continueSlide(slide, asked, rulers.at(-1)?.fit ?? 1);
}

/** Cut a slide so that every page fits; nothing where that cannot be. */
function cutSlide(blocks: readonly SlideBlock[], ruler: Ruler, context: FitContext): Pages | undefined {
  const groups = cutToFit(blocks, ruler, context);
  const pages = groups.map((group) => cutBlocks(group, (page) => ruler.fill(page, true)));
  return pages.every((group) => group !== undefined) ? pages.flat() : undefined;
}
