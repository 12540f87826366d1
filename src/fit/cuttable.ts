/** Takes a block and leaves where it can be cut and how any run of its parts becomes a block of its own: items, rows, pieces of code. */
import type { Code, List, Node, Paragraph, Parent, Table } from 'mdast';
import type { SlideBlock } from '../deck/nodes.js';
import { listCodeCuts, takeCode } from './cut-code.js';
import { cutSentences, joinSentences } from './cut-sentences.js';

/** A block in parts. */
export interface Cuttable {
  /** Number of parts, at least one. */
  readonly count: number;
  /** Make a block of some parts; of all, the block itself. */
  readonly take: (from: number, to: number) => SlideBlock;
}

/** Tell how a block can be cut; `torn`: also where nobody would, because one of its parts is higher than a slide. */
export function toCuttable(block: SlideBlock, torn = false): Cuttable {
  switch (block.type) {
    case 'list':
      return whole(block, block.children.length, (from, to) => takeItems(block, from, to));
    case 'table':
      return whole(block, block.children.length - 1, (from, to) => takeRows(block, from, to));
    case 'code':
      return cutCode(block, torn);
    case 'paragraph':
      return torn ? cutParagraph(block) : { count: 1, take: () => block };
    case 'blockquote':
      return cutChildren(block, torn);
    case 'callout':
      return cutCallout(block);
    case 'steps':
      // Numbers of its parts hold for all of them.
      if (/\d/.test(block.order ?? '')) return { count: 1, take: () => block };
      return cutChildren(block, torn);
    default:
      return { count: 1, take: () => block };
  }
}

function whole(block: SlideBlock, count: number, take: Cuttable['take']): Cuttable {
  if (count < 2) return { count: 1, take: () => block };
  return { count, take: (from, to) => (from === 0 && to === count ? block : take(from, to)) };
}

function takeItems(list: List, from: number, to: number): List {
  const spread =
    (list.spread ?? false) || list.children.some((item) => item.spread ?? item.children.length > 1);
  const children = list.children.slice(from, to);
  return {
    ...list,
    spread,
    children,
    ...(list.ordered && { start: (list.start ?? 1) + from }),
    ...place(children),
  };
}

function takeRows(table: Table, from: number, to: number): Table {
  const [head, ...rows] = table.children;
  const children = rows.slice(from, to);
  // Rows stand as close as in the whole, however few they are.
  const data = { ...table.data, hProperties: { ...table.data?.hProperties, dataPart: '' } };
  return { ...table, data, children: [...(head ? [head] : []), ...children], ...place(children) };
}

function cutCode(code: Code, torn: boolean): Cuttable {
  const cuts = listCodeCuts(code, torn);
  const end = (at: number) => cuts[at] ?? Number.POSITIVE_INFINITY;
  return whole(code, cuts.length, (from, to) => takeCode(code, cuts[from] ?? 0, end(to)));
}

/** Blocks that belong together in one container: the parts of all, in a container each. */
function cutChildren(parent: Parent & SlideBlock, torn: boolean): Cuttable {
  const parts = parent.children.map((child) => toCuttable(child as SlideBlock, torn));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return whole(
    parent,
    count,
    (from, to) => ({ ...parent, children: takeRange(parts, from, to) }) as SlideBlock,
  );
}

/** The title is repeated, like that of the slide. */
function cutCallout(callout: SlideBlock & Parent): Cuttable {
  const [title, ...blocks] = callout.children;
  return whole(callout, blocks.length, (from, to) => {
    const children = [...(title ? [title] : []), ...blocks.slice(from, to)];
    return { ...callout, children } as SlideBlock;
  });
}

function cutParagraph(paragraph: Paragraph): Cuttable {
  const sentences = cutSentences(paragraph.children);
  return whole(paragraph, sentences.length, (from, to) => ({
    ...paragraph,
    children: joinSentences(sentences.slice(from, to)),
  }));
}

/** Take parts out of a row of blocks, counted through. */
export function takeRange(blocks: readonly Cuttable[], from: number, to: number): SlideBlock[] {
  const taken: SlideBlock[] = [];
  let at = 0;
  for (const { count, take } of blocks) {
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, count)];
    if (first < last) taken.push(take(first, last));
    at += count;
  }
  return taken;
}

function place(children: readonly Node[]): Pick<Node, 'position'> {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return start && end ? { position: { start, end } } : {};
}
