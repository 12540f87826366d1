/** Takes a slide and leaves one or several of it, so that nothing stands beyond its edge: components are cut where they ask for it. */
import type { Node } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Component, ComponentContext, Room } from '../components/component.js';
import type { Slide, SlideBlock } from '../deck/nodes.js';
import type { DeckOptions } from '../deck/options.js';
import { fillIn } from '../strings.js';
import { measureBodyRoom } from './body-room.js';
import { continueSlide, isAside } from './continue-slide.js';
import { readFoot } from './read-foot.js';

/** What fitting knows of the deck. */
export interface FitContext {
  readonly deck: DeckOptions;
  readonly components: ReadonlyMap<string, Component>;
  readonly context: ComponentContext;
  /** Texts of the deck's footnotes by identifier. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** Number of slides that are counted, before any is cut. */
  readonly counted: number;
}

/** Fit a slide. */
export function fitSlide(slide: Slide, fit: FitContext): Slide[] {
  const blocks = slide.children.filter((block) => !isAside(block));
  const pages = cutComponents(blocks, roomOf(slide, blocks, fit), fit);
  return continueSlide(slide, pages, 1);
}

/** The place of the body, as if the slide were one of several. */
function roomOf(
  slide: Slide,
  blocks: readonly SlideBlock[],
  { deck, context, footnotes, counted }: FitContext,
): Room {
  const part = fillIn(context.strings.partOf, { n: 10, total: 10 });
  const { width, height } = measureBodyRoom(slide, deck, {
    title: slide.title ? `${toString(slide.title)} ${part}` : '',
    foot: readFoot(blocks, footnotes),
    number: deck.slideNumber === 'none' || slide.options.uncounted ? '' : `${counted} / ${counted}`,
  });
  return { width, height, nextHeight: height, fit: 1 };
}

/** Cut blocks between the parts of a component: what stands before it goes with its first, what follows with its last part. */
function cutComponents(
  blocks: readonly SlideBlock[],
  room: Room,
  { components, context }: FitContext,
): SlideBlock[][] {
  const pages: SlideBlock[][] = [[]];
  for (const block of blocks) {
    const [first, ...others] = splitBlock(block, room, components, context);
    if (first) pages.at(-1)?.push(first);
    for (const part of others) pages.push([part]);
  }
  return pages;
}

function splitBlock(
  block: SlideBlock,
  room: Room,
  components: FitContext['components'],
  context: ComponentContext,
): readonly SlideBlock[] {
  const component: Component | undefined = components.get((block as Node).type);
  return (component?.split?.(block, room, context) ?? [block]) as readonly SlideBlock[];
}
