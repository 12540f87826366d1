/** Takes the blocks that are to stand on a slide and leaves what they need and what they have, at one of the fits. */
import type { Node } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Component, ComponentContext } from '../components/component.js';
import type { FitPolicy } from '../config/config.js';
import { listClasses } from '../deck/classes.js';
import type { Slide, SlideBlock } from '../deck/nodes.js';
import type { DeckOptions } from '../deck/options.js';
import { fillIn } from '../strings.js';
import { type BodyRoom, measureBodyRoom } from './body-room.js';
import type { Box, Measuring, Size } from './box.js';
import { measureBlocks } from './measure-blocks.js';
import { flowing, texts } from './metrics.js';
import { readFoot } from './read-foot.js';

/** What fitting knows of the deck. */
export interface FitContext {
  readonly deck: DeckOptions;
  /** What to do with slides that do not fit, over what deck and slides say. */
  readonly policy?: FitPolicy | undefined;
  readonly components: ReadonlyMap<string, Component>;
  readonly context: ComponentContext;
  /** Texts of the deck's footnotes by identifier. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** Number of slides that are counted, before any is cut. */
  readonly counted: number;
  /** Pixels of a picture; nothing where the file is not there. */
  readonly pixels: (picture: Node) => Size | undefined;
}

/** Measures pages of one slide at one fit. */
export interface Ruler {
  readonly fit: number;
  /** The place that blocks have; `part` counts the words "(2 of 3)" in the title. */
  room(blocks: readonly SlideBlock[], part: boolean): BodyRoom;
  /** The width that one of the blocks has in a room: half of it where they run through two columns. */
  width(blocks: readonly SlideBlock[], room: BodyRoom): number;
  /** The height that blocks need in px. `NaN` where only a browser knows. */
  need(blocks: readonly SlideBlock[], room: BodyRoom): number;
  /** How full blocks make a slide; 1 is full. What nobody can measure is left to the check in a browser. */
  fill(blocks: readonly SlideBlock[], part: boolean): number;
}

/** Make the ruler of a slide. */
export function createRuler(slide: Slide, fit: number, context: FitContext): Ruler {
  const measuring = createMeasuring(slide, fit, context);
  const ruler: Ruler = {
    fit,
    room: (blocks, part) => measureRoom(slide, blocks, part, fit, context),
    width: (blocks, { width }) => (isFlowing(blocks, measuring.layout) ? halfWidth(width) : width),
    need: (blocks, room) => measureNeed(slide, blocks, room, measuring, context),
    fill(blocks, part) {
      const room = ruler.room(blocks, part);
      const need = ruler.need(blocks, room);
      return Number.isNaN(need) ? 0 : need / Math.max(1, room.height);
    },
  };
  return ruler;
}

/** A title that nobody sees takes no room. */
function isHeardOnly(title: Node): boolean {
  return listClasses(title).includes('visually-hidden');
}

function measureRoom(
  slide: Slide,
  blocks: readonly SlideBlock[],
  part: boolean,
  fit: number,
  { deck, context, footnotes, counted }: FitContext,
): BodyRoom {
  // The words do not wrap: a full stop is about as wide as a blank, and no line breaks at it.
  const words = part ? ` ${fillIn(context.strings.partOf, { n: 10, total: 10 }).replaceAll(' ', '.')}` : '';
  const around = {
    title: slide.title && !isHeardOnly(slide.title) ? `${toString(slide.title)}${words}` : '',
    foot: readFoot(blocks, footnotes),
    number: deck.slideNumber === 'none' || slide.options.uncounted ? '' : `${counted} / ${counted}`,
  };
  return measureBodyRoom(slide, deck, around, fit);
}

function measureNeed(
  slide: Slide,
  blocks: readonly SlideBlock[],
  { width }: BodyRoom,
  measuring: Measuring,
  context: FitContext,
): number {
  const { layout } = measuring;
  const text = layout === 'title' || layout === 'section' ? texts.lead : texts.text;
  const box: Box = { width, text, place: 'body', depth: 0 };
  const seen = layout === 'title' && blocks.length === 0 ? subtitle(context) : withoutPicture(blocks, layout);
  if (!isFlowing(seen, layout)) return measureBlocks(seen, box, measuring).height;
  // The blocks run through two columns, none of them cut: half of all, and half of the highest.
  const narrow = { ...box, width: halfWidth(width) };
  const highest = Math.max(0, ...seen.map((block) => measureBlocks([block], narrow, measuring).height));
  return (measureBlocks(seen, narrow, measuring).height + highest) / 2;
}

/** Tell whether blocks run through two columns that the author did not cut. */
function isFlowing(blocks: readonly SlideBlock[], layout: Measuring['layout']): boolean {
  return layout === 'two-columns' && !blocks.some((block) => block.type === 'columns');
}

function halfWidth(width: number): number {
  return (width - flowing.gap) / 2;
}

/** A title slide without a text of its own shows the deck's subtitle. */
function subtitle({ deck }: FitContext): readonly SlideBlock[] {
  if (deck.subtitle === '') return [];
  return [{ type: 'paragraph', children: [{ type: 'text', value: deck.subtitle }] }];
}

/** These layouts give the first picture a place of its own, or all the room that is left. */
function withoutPicture(blocks: readonly SlideBlock[], layout: string): readonly SlideBlock[] {
  if (!layout.startsWith('image')) return blocks;
  const picture = blocks.find((block) => block.type === 'figure');
  return blocks.filter((block) => block !== picture);
}

function createMeasuring(slide: Slide, fit: number, context: FitContext): Measuring {
  const ranks = new Set<number>();
  for (const block of slide.children) visit(block, 'heading', (heading) => void ranks.add(heading.depth));
  const slideSize = context.deck.size;
  const { height } = slideSize;
  // What a component has to say it says when it is cut.
  const quiet = { ...context.context, file: new VFile({ data: { ...context.context.file.data } }) };
  const measuring: Measuring = {
    fit,
    slideSize,
    titleRank: slide.title?.depth,
    innerRank: slide.innerRank,
    ranks: [...ranks].sort((one, other) => one - other),
    layout: slide.options.layout ?? 'content',
    pixels: context.pixels,
    known: new WeakMap(),
    blocks: (nodes, box) => measureBlocks(nodes, box, measuring),
    component: (node, width) =>
      context.components.get(node.type)?.measure?.(node, { width, height, nextHeight: height, fit }, quiet),
  };
  return measuring;
}
