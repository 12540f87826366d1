/** Takes a quote and a room and leaves its height; words of one person are never cut. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { captionOf, restOf } from '../container.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { attributionOf, type QuoteNode, textOf } from './node.js';

const words = {
  size: 44,
  weight: 400,
  italic: true,
  family: 'display',
  line: 1.24,
  width: 24,
  below: 26,
} as const;
const name = { size: 24, weight: 400, line: 1.4 } as const;
const air = 30;
const caption = { size: 20, weight: 400, line: 1.35, below: 12 } as const;

/** Estimate the height of a quote. */
export function measureQuote(node: QuoteNode, { width, fit }: Room): number {
  const title = captionOf(node);
  const attribution = attributionOf(node);
  const rest = restOf(node, 'quoteText', 'quoteAttribution');
  const inner = Math.min(width, words.width * words.size * fit);
  const text = (textOf(node)?.children ?? []).reduce((sum, block) => {
    if (block.type !== 'paragraph') return sum + measureBlocks([block], inner, fit);
    return sum + measureInline(block.children, inner, scaleLook(words, fit)) + words.below * fit;
  }, 0);
  return (
    (title ? measureInline(title.children, width, scaleLook(caption, fit)) + caption.below : 0) +
    text +
    air +
    (attribution ? measureInline(attribution.children, width, scaleLook(name, fit)) : 0) +
    measureBlocks(rest, width, fit)
  );
}
