/** Takes a list and leaves its extent, as `lists.css` sets it: items tight or with paragraphs, four deep, agendas. */
import type { List, ListItem, Paragraph } from 'mdast';
import { type Box, type Measuring, measureLines, sizeOf } from './box.js';
import { type Extent, nothing, stackExtents } from './extent.js';
import { agendas, lists, type TextMetrics, texts } from './metrics.js';

/** Measure a list. */
export function measureList(list: List, box: Box, measuring: Measuring): Extent {
  if (isAgenda(list)) return measureAgenda(list, box, measuring);
  const text = box.depth > 0 ? texts.nested : box.text;
  const size = sizeOf(text, measuring.fit);
  const indent = (isWide(list) ? lists.wideIndent : lists.indent) * size;
  const inner: Box = { width: box.width - indent, text, place: 'item', depth: box.depth + 1 };
  const loose = isLoose(list);
  const distance = (box.depth > 0 ? lists.nestedBelow : lists.below) * size;
  const items = list.children.map((item): Extent => {
    const { height, above, below } = measureItem(item, loose, inner, measuring);
    return { height, above, below: Math.max(below, distance) };
  });
  const { height, above, below } = stackExtents(items);
  const around = sizeOf(box.text, measuring.fit);
  const own = box.depth > 0 ? { above: lists.nestedAbove, below: 0 } : { above: 0, below: 0.75 };
  return {
    height,
    above: Math.max(above, own.above * around),
    below: Math.max(below, own.below * around),
    kept: below,
  };
}

/** Inline content of a tight item stands in it without a paragraph; a line of no words is a line all the same. */
function measureItem(item: ListItem, loose: boolean, box: Box, measuring: Measuring): Extent {
  const size = sizeOf(box.text, measuring.fit);
  const line = size * box.text.line;
  const blocks = item.children.map((child, index): Extent => {
    if (child.type !== 'paragraph') return measuring.blocks([child], box);
    const height = measureLines(child.children, box.width, box.text, measuring);
    const isLast = index === item.children.length - 1;
    return { height, above: 0, below: loose && !isLast ? lists.paragraph * size : 0 };
  });
  const extent = stackExtents(blocks);
  return extent === nothing ? { height: line, above: 0, below: 0 } : extent;
}

/** Two digits need more room, all items of such a list get it. */
function isWide({ ordered, start, children }: List): boolean {
  return ordered === true && (children.length > 9 || (start ?? 1) > 1);
}

/** As in Markdown: a list is loose as soon as one of its items is. */
function isLoose(list: List): boolean {
  return (list.spread ?? false) || list.children.some((item) => item.spread ?? item.children.length > 1);
}

function isAgenda({ data }: List): boolean {
  const classes = data?.hProperties?.className;
  return Array.isArray(classes) && classes.includes('agenda');
}

function measureAgenda(list: List, box: Box, measuring: Measuring): Extent {
  const items = list.children.map((item) => {
    const [title, nested] = item.children;
    const lines = title?.type === 'paragraph' ? measureTitle(title.children, box, measuring) : 0;
    const inner = nested?.type === 'list' ? agendas.nestedAbove + measureNested(nested, box, measuring) : 0;
    return lines + inner + agendas.padding + agendas.hairline;
  });
  const between = lists.below * sizeOf(texts.text, measuring.fit) * Math.max(0, items.length - 1);
  return { height: items.reduce((sum, one) => sum + one, agendas.rule + between), above: 0, below: 0 };
}

/** The line is as high as that of the text around, which the words are set into. */
function measureTitle(words: Paragraph['children'], box: Box, measuring: Measuring): number {
  const text: TextMetrics = {
    ...texts.agenda,
    line: (texts.text.size * texts.text.line) / texts.agenda.size,
  };
  return measureLines(words, box.width, text, measuring);
}

function measureNested(list: List, box: Box, measuring: Measuring): number {
  const text: TextMetrics = texts.agendaNested;
  const size = sizeOf(text, measuring.fit);
  const heights = list.children.map(({ children: [title] }) =>
    title?.type === 'paragraph'
      ? measureLines(title.children, box.width - lists.indent * size, text, measuring) +
        lists.nestedBelow * size
      : 0,
  );
  return heights.reduce((sum, one) => sum + one, 0);
}
