/** The nodes of a deck: `Root > (Slide | Stack > Slide)`. The tree is the model; what a slide is, is written here once. */
import type { BlockContent, Data, DefinitionContent, Heading, Node, Parent } from 'mdast';
import type { FitPolicy } from '../config/config.js';
import type { SlideOptions } from './slide-options.js';

/** One slide: its blocks in the author's order, `::slide` and the title taken out. */
export interface Slide extends Parent {
  type: 'slide';
  /** Unique in the deck: the author's `#id`, else the slug of the title, else `slide-N`. */
  id: string;
  options: SlideOptions;
  /** The heading that opens the slide, with its rank in the output (1–6) as `depth`. */
  title?: Heading | undefined;
  /** Rank of the first headings inside the body. */
  innerRank: number;
  /** 1-based place among the deck's slides, stacks counted through. */
  number: number;
  /** The number that is shown: uncounted slides are left out. */
  counted: number;
  /** Which of the slides that one became this is; absent where it is whole. */
  part?: SlidePart | undefined;
  /** What content sizes are multiplied with so that all fits, 0.8 to 1; absent: 1. */
  fit?: number | undefined;
  children: SlideBlock[];
  data?: Data | undefined;
}

/** A block on a slide. */
export type SlideBlock = BlockContent | DefinitionContent;

/** The place of a slide among those that one of the author's became. */
export interface SlidePart {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}

/** Slides that stand above one another: one step down instead of to the right. */
export interface Stack extends Parent {
  type: 'stack';
  children: Slide[];
}

/** What a program may want to know of a slide without reading the tree (`file.data.slides`). */
export interface SlideFacts {
  readonly id: string;
  readonly number: number;
  /** Plain text of the title, empty where there is none. */
  readonly title: string;
  readonly layout: string;
  readonly minutes: number | undefined;
  /** Whether it carries speaker notes. */
  readonly notes: boolean;
  /** Words of the notes; of Chinese and Japanese, signs. */
  readonly spokenWords: number;
  /** How long the notes take to say. */
  readonly spokenMinutes: number;
  /** The included file it comes from; absent: the deck's own. */
  readonly file?: string;
  /** 1-based line in its file. */
  readonly line: number;
  /** Which of several slides this is, where the author's one did not fit; absent where it is whole. */
  readonly part?: SlidePart;
  /** What its author wants done when it does not fit; absent: as the deck says. */
  readonly fit?: FitPolicy;
}

declare module 'mdast' {
  interface RootContentMap {
    slide: Slide;
    stack: Stack;
  }
}

/** Number slides in their order; uncounted ones keep the number that is shown before them. */
export function numberSlides(slides: readonly Slide[]): void {
  let counted = 0;
  for (const [index, slide] of slides.entries()) {
    slide.number = index + 1;
    slide.counted = slide.options.uncounted ? counted : ++counted;
  }
}

/** Tell whether a node is a slide. */
export function isSlide(node: Node): node is Slide {
  return node.type === 'slide';
}
