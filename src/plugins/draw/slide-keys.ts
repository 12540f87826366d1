/**
 * Takes slides before they are fitted and leaves a key for each, which those hand on that it becomes: what fitting makes of a slide hangs
 * on the slide and on what the key holds besides, so that nobody has to look at them again to tell that they are as they were.
 */
import type { Node } from 'mdast';
import { visit } from 'unist-util-visit';
import { digestKey, origin, writeContent } from '../../deck/content-key.js';
import type { Slide } from '../../deck/nodes.js';
import type { FitContext } from '../../fit/measure-slide.js';

declare module 'vfile' {
  interface DataMap {
    /** Keys of slides; only where a memo is used. */
    slideKeys?: SlideKeys | undefined;
  }
}

/** Keys of the slides of one deck. */
export interface SlideKeys {
  /** The key of a slide; nothing where it holds what is no plain data, or what is filled in later. */
  of(slide: Slide): string | undefined;
  /** Give those that a slide became keys of their own. */
  pass(from: Slide, to: readonly Slide[]): void;
}

/** Make the keys of a deck. */
export function createSlideKeys(context: FitContext): SlideKeys {
  const { deck, policy, counted, footnotes } = context;
  const around = writeContent([deck, policy, counted], origin);
  const shared = around && digestKey(around);
  const notes = digestKey(JSON.stringify([...footnotes]));
  const known = new Map<Slide, string | undefined>();
  const make = (slide: Slide): string | undefined => {
    const text = writeContent(slide, slide.position?.start ?? origin);
    // Sources learn the numbers of their slides when all are fitted.
    if (!shared || !text || text.includes('7:sources')) return undefined;
    const parts = [shared, text];
    if (text.includes('footnoteReference')) parts.push(notes);
    if (text.includes('5:image') || text.includes('imageReference'))
      parts.push(writeContent(listPixels(slide, context), origin) ?? '');
    return digestKey(parts.join('\n'));
  };
  const of = (slide: Slide): string | undefined => {
    if (!known.has(slide)) known.set(slide, make(slide));
    return known.get(slide);
  };
  return {
    of,
    pass(from, to) {
      const key = of(from);
      for (const [index, slide] of to.entries()) known.set(slide, key && `${key}.${index}`);
    },
  };
}

/** The sizes of a slide's pictures are in their files. */
function listPixels(slide: Slide, { pixels }: FitContext): unknown[] {
  const sizes: unknown[] = [];
  const onSlide = [...(slide.title ? [slide.title] : []), ...slide.children];
  visit({ type: 'root', children: onSlide } as Node, ['image', 'imageReference'], (node) => {
    sizes.push(pixels(node));
  });
  return sizes;
}
