/**
 * Takes the blocks of a slide and leaves them on as many pages as they need: what belongs together stays together, sources go
 * with what they stand for.
 */
import type { Html } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SlideBlock } from '../deck/nodes.js';
import { type Cuttable, takeRange, toCuttable } from './cuttable.js';
import { paginate } from './paginate.js';
import { isSource } from './read-foot.js';

/** Tell how full blocks make a page; 1 is full. */
export type Fill = (blocks: readonly SlideBlock[]) => number;

/** What a cut costs beside uneven pages: the less, the better a place. */
const costs = { beforeHeading: 0, betweenBlocks: 0.05, insideBlock: 0.1, lonePart: 0.4, afterColon: 1 };

/** A block with what is repeated wherever a part of it stands. */
interface Piece extends Cuttable {
  readonly block: SlideBlock;
  readonly frame: readonly SlideBlock[];
}

/** Cut blocks into pages; nothing where they cannot be cut so that every page fits. `torn`: between sentences and lines of code, too. */
export function cutBlocks(
  blocks: readonly SlideBlock[],
  fill: Fill,
  torn = false,
): SlideBlock[][] | undefined {
  if (fill(blocks) <= 1) return [[...blocks]];
  if (blocks.some((block) => block.type === 'html' && !isBalanced(block))) return undefined;
  const pieces = readPieces(blocks, torn);
  const count = pieces.reduce((sum, piece) => sum + piece.count, 0);
  const take = (from: number, to: number) => [...takeRange(pieces, from, to), ...framesOf(pieces, from, to)];
  const cost = cutCosts(pieces);
  const pages = paginate({ count, fill: (from, to) => fill(take(from, to)), cost: (at) => cost[at] ?? 0 });
  return pages?.map(([from, to]) => take(from, to));
}

/** A source stands for the blocks before it, back to the source before; styles hold for the whole slide. */
function readPieces(blocks: readonly SlideBlock[], torn: boolean): Piece[] {
  const styles = blocks.filter(isStyle);
  const isFrame = (block: SlideBlock) => isStyle(block) || isSourceLine(block);
  const content = blocks.filter((block) => !isFrame(block));
  return content.map((block) => {
    const following = blocks.slice(blocks.indexOf(block) + 1);
    const source = following.findIndex(isSourceLine);
    const next = following.slice(Math.max(0, source)).findIndex((one) => !isSourceLine(one));
    const sources = source < 0 ? [] : following.slice(source, next < 0 ? undefined : source + next);
    return { ...toCuttable(block, torn), block, frame: [...styles, ...sources] };
  });
}

function framesOf(pieces: readonly Piece[], from: number, to: number): SlideBlock[] {
  const frames = new Set<SlideBlock>();
  let at = 0;
  for (const { count, frame } of pieces) {
    if (at < to && at + count > from) for (const block of frame) frames.add(block);
    at += count;
  }
  return [...frames];
}

/** What a cut before every part costs. */
function cutCosts(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ block, count }, index) => {
    const before = pieces[index - 1]?.block;
    const inside = Array.from({ length: count - 1 }, (_, part) => {
      const lone = count > 2 && (part === 0 || part === count - 2);
      return costs.insideBlock + (lone ? costs.lonePart : 0);
    });
    return [before ? costBetween(before, block) : 0, ...inside];
  });
}

function costBetween(before: SlideBlock, block: SlideBlock): number {
  if (before.type === 'heading' || before.type === 'html') return Number.POSITIVE_INFINITY;
  if (block.type === 'heading') return costs.beforeHeading;
  const leads = before.type === 'paragraph' && toString(before).trimEnd().endsWith(':');
  return leads ? costs.afterColon : costs.betweenBlocks;
}

function isSourceLine(block: SlideBlock): boolean {
  return block.type === 'paragraph' && isSource(toString(block));
}

function isStyle(block: SlideBlock): boolean {
  return block.type === 'html' && /^\s*<style\b/i.test(block.value);
}

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Tell whether a piece of HTML closes what it opens; what one block opens for another must not be torn. */
function isBalanced({ value }: Html): boolean {
  let depth = 0;
  const text = value.replace(/<!--[^]*?-->/g, '');
  for (const [, slash, name = '', self] of text.matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>/gi)) {
    if (voids.test(name) || self === '/') continue;
    depth += slash === '/' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
