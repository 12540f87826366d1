/** Takes a slide and leaves one or several of it, so that nothing stands beyond its edge: shrunk a little, else cut. The policy is here. */
import type { Slide, SlideBlock } from '../deck/nodes.js';
import type { Layout } from '../deck/slide-options.js';
import { continueSlide, isAside } from './continue-slide.js';
import { cutBlocks } from './cut-blocks.js';
import { cutToFit, cutWhereAsked } from './cut-components.js';
import { type FitContext, measureNeed, measureRoom } from './measure-slide.js';

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
  const asked = cutWhereAsked(blocks, roomsOf(slide, blocks, 1, context), context);
  if (policy === 'none') return continueSlide(slide, asked, 1);
  const fits = (pages: Pages, fit: number) =>
    pages.every((page) => fill(slide, page, pages.length > 1, fit, context) <= 1);
  const allowed = policy === 'split' ? [1] : scales;
  const scale = allowed.find((fit) => fits(asked, fit));
  if (scale) return continueSlide(slide, asked, scale);
  const least = allowed.at(-1) ?? 1;
  if (policy === 'shrink' || oneThing.includes(slide.options.layout ?? 'content'))
    return continueSlide(slide, asked, least);
  for (const fit of allowed) {
    const pages = cutSlide(slide, blocks, fit, context);
    if (pages) return continueSlide(slide, pages, fit);
  }
  return continueSlide(slide, asked, least);
}

/** Cut a slide so that every page fits; nothing where that cannot be. */
function cutSlide(
  slide: Slide,
  blocks: readonly SlideBlock[],
  fit: number,
  context: FitContext,
): Pages | undefined {
  const rooms = roomsOf(slide, blocks, fit, context);
  const groups = cutToFit(blocks, rooms, context).map((group) =>
    cutBlocks(group, (page) => fill(slide, page, true, fit, context)),
  );
  const pages = groups.flatMap((group) => group ?? []).filter((page) => page.length > 0);
  return groups.every((group) => group !== undefined) && pages.length > 0 ? pages : undefined;
}

/** How full blocks make a slide; 1 is full. What nobody can measure is left to the check in a browser. */
function fill(
  slide: Slide,
  blocks: readonly SlideBlock[],
  part: boolean,
  fit: number,
  context: FitContext,
): number {
  const room = measureRoom(slide, blocks, context, { fit, part });
  const need = measureNeed(slide, blocks, room, fit, context);
  return Number.isNaN(need) ? 0 : need / Math.max(1, room.height);
}

function roomsOf(slide: Slide, blocks: readonly SlideBlock[], fit: number, context: FitContext) {
  const room = measureRoom(slide, blocks, context, { fit, part: true });
  return {
    room,
    fit,
    heightOf: (before: readonly SlideBlock[]) => measureNeed(slide, before, room, fit, context),
  };
}
