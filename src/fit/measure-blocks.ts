/** Takes blocks and leaves what they take above one another in a box, from font metrics and the theme's sizes, without a browser. */
import type { Blockquote, Code, Heading, Html, Node, Parent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readInfo } from '../deck/code-info.js';
import { type Box, type Measuring, measureLines, sizeOf, withMargins } from './box.js';
import { isAside } from './continue-slide.js';
import { type Extent, nothing, stackExtents } from './extent.js';
import { measureCode } from './measure-code.js';
import { measureColumns } from './measure-columns.js';
import { measureHtml } from './measure-html.js';
import { measureList } from './measure-list.js';
import { measureMath } from './measure-math.js';
import { floatWidth, measureFigure } from './measure-picture.js';
import { measureTable } from './measure-table.js';
import { afterDrawing, callouts, codes, columns, type TextMetrics, tables, texts } from './metrics.js';
import { isSource } from './read-foot.js';

/** Measure blocks above one another. */
export function measureBlocks(nodes: readonly Node[], box: Box, measuring: Measuring): Extent {
  const seen = nodes.filter((node) => !isUnseen(node));
  const floating = seen.findIndex((node) => floatWidth(node, box.width) !== undefined);
  const picture = seen[floating];
  if (picture) return measureAround(seen, floating, picture, box, measuring);
  return stackExtents(
    seen.map((node, index) => {
      const extent = measureBlock(node, box, measuring);
      const [before, after] = [seen[index - 1], seen[index + 1]];
      return adjust(extent, { node, before, after }, box, measuring);
    }),
  );
}

/** What stands on the slide's edges, beside it, or nowhere. */
function isUnseen(node: Node): boolean {
  if (isAside(node) || node.type === 'definition' || node.type === 'footnoteDefinition') return true;
  return node.type === 'paragraph' && isSource(toString(node));
}

/** Text beside a picture: the higher of the two, as if all that follows stood beside it. */
function measureAround(
  seen: readonly Node[],
  at: number,
  picture: Node,
  box: Box,
  measuring: Measuring,
): Extent {
  const taken = floatWidth(picture, box.width) ?? 0;
  const figure = measureFigure(picture as never, box, measuring);
  const before = measureBlocks(seen.slice(0, at), box, measuring);
  const beside = measureBlocks(seen.slice(at + 1), { ...box, width: box.width - taken }, measuring);
  const rest = { height: Math.max(figure.height, beside.height), above: beside.above, below: beside.below };
  return stackExtents([before, rest]);
}

function measureBlock(node: Node, box: Box, measuring: Measuring): Extent {
  const { fit } = measuring;
  switch (node.type) {
    case 'paragraph':
      return measureText(node as Parent, box.text, box, measuring);
    case 'heading':
      return measureHeading(node as Heading, box, measuring);
    case 'list':
      return measureList(node as never, box, measuring);
    case 'table':
      return {
        height: measureTable(node as never, box, measuring),
        above: 0,
        below: tables.below * 21 * fit,
      };
    case 'code':
      return measureCode(node as never, box, measuring);
    case 'blockquote':
      return measureQuote(node as Blockquote, box, measuring);
    case 'callout':
      return measureCallout(node as Parent, box, measuring);
    case 'figure':
      return measureFigure(node as never, box, measuring);
    case 'math':
      return withMargins(measureMath(node as never, fit), texts.text, fit);
    case 'html':
      return measureHtml(node as never, box, measuring);
    case 'thematicBreak':
      return { height: 1, above: 1.2 * box.text.size * fit, below: 1.2 * box.text.size * fit };
    case 'columns':
      return { height: measureColumns(node as Parent, box.width, measuring), above: 0, below: 0 };
    case 'steps': {
      const inner: Box = { ...box, place: box.place === 'body' ? 'other' : box.place };
      const { height, kept = 0 } = measureBlocks((node as Parent).children, inner, measuring);
      return { height, above: 0, below: kept, kept };
    }
    case 'containerDirective':
    case 'leafDirective': {
      // Of an unknown directive the blocks inside are shown; the margin of its last one is not taken away at the end of its place.
      const { height, below } = measureBlocks(
        'children' in node ? (node as Parent).children : [],
        box,
        measuring,
      );
      return { height: height + below, above: 0, below: 0 };
    }
    default:
      return { height: measuring.component(node, box.width) ?? Number.NaN, above: 0, below: 0 };
  }
}

function measureText(node: Parent, text: TextMetrics, { width }: Box, measuring: Measuring): Extent {
  return withMargins(measureLines(node.children, width, text, measuring), text, measuring.fit);
}

/** Which headings speak with the sans depends on the title's rank (`text.css`). */
function measureHeading(node: Heading, box: Box, measuring: Measuring): Extent {
  const { titleRank, innerRank, ranks } = measuring;
  const rank = Math.min(6, innerRank + Math.max(0, ranks.indexOf(node.depth)));
  const deep = rank > 4 || (titleRank === 1 && rank > 2) || (titleRank === 2 && rank === 4);
  return measureText(node, deep ? texts.deepHeading : texts.heading, box, measuring);
}

function measureQuote(node: Blockquote, box: Box, measuring: Measuring): Extent {
  const large = measuring.layout === 'quote';
  const text: TextMetrics = large ? texts.largeQuote : texts.quote;
  const size = sizeOf(text, measuring.fit);
  const most = (large ? 21 : 30) * size;
  const inner: Box = { width: Math.min(box.width, most), text, place: 'other', depth: 0 };
  const blocks = node.children.map((child, index) => {
    if (child.type !== 'paragraph') return measuring.blocks([child], inner);
    const isLast = index > 0 && index === node.children.length - 1;
    const speaker = isLast && (/^\s*[—–]\s/.test(toString(child)) || child.children.some(isCite));
    const style: TextMetrics = speaker
      ? large
        ? texts.largeAttribution
        : texts.attribution
      : { ...text, below: 0.75 };
    return measureText(child, style, inner, measuring);
  });
  return { height: stackExtents(blocks).height, above: 0, below: large ? 0 : text.below * size };
}

/** Raw HTML that says who is quoted: a line of its own. */
function isCite(node: Node): boolean {
  return node.type === 'html' && /^<(?:cite|footer)\b/i.test((node as Html).value);
}

function measureCallout(node: Parent, box: Box, measuring: Measuring): Extent {
  const size = sizeOf(texts.text, measuring.fit);
  const inner: Box = { ...box, width: box.width - callouts.gutter * size, text: texts.text, place: 'other' };
  const [title, ...rest] = node.children as Node[];
  const head = title && measureText(title as Parent, texts.calloutTitle, inner, measuring);
  const { height, kept = 0 } = stackExtents([...(head ? [head] : []), measuring.blocks(rest, inner)]);
  return {
    height: height + kept + callouts.padding * size + callouts.rules,
    above: 0,
    below: callouts.below * size,
  };
}

interface Neighbours {
  readonly node: Node;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

/** What the styles say of a block beside another one. */
function adjust(extent: Extent, { node, before, after }: Neighbours, box: Box, measuring: Measuring): Extent {
  if (extent === nothing) return extent;
  const size = sizeOf(box.text, measuring.fit);
  let { height, above, below } = extent;
  if (box.place === 'column' && node.type === 'heading' && after?.type !== 'code') {
    const own = sizeOf(texts.heading, measuring.fit);
    height += columns.headingPadding * own + columns.headingRule;
    below = columns.headingBelow * own;
  }
  if (node.type === 'code' && before?.type === 'heading')
    above = codes.afterHeading * codes.sizes[0] * measuring.fit;
  if (before && box.place === 'body' && isDrawing(before) && ['paragraph', 'list'].includes(node.type))
    above = afterDrawing * size;
  if (before?.type === 'steps' || before?.type === 'columns')
    above = Math.max(above, columns.following * size);
  if (node.type === 'callout' && before?.type === 'callout') height -= callouts.rules / 2;
  if (measuring.layout === 'quote' && before?.type === 'blockquote') above = 32;
  if (node.type === 'callout' && box.place === 'item') {
    above = callouts.inItem.above * size;
    below = callouts.inItem.below * size;
  } else if (node.type === 'callout' && before) above = besideCallout(before, box) * size;
  return { ...extent, height, above, below };
}

/** Callouts one after another share a hairline. */
function besideCallout(before: Node, box: Box): number {
  if (before.type === 'callout') return -callouts.below;
  const text = ['paragraph', 'list', 'table', 'figure', 'columns'].includes(before.type);
  return text && box.place === 'body' ? callouts.afterText : 0;
}

/** What is drawn between rules or in a frame: words after it keep off it. */
function isDrawing(node: Node): boolean {
  if (node.type === 'code')
    return readInfo((node as Code).lang ?? '', (node as Code).meta ?? '').title !== undefined;
  return !['paragraph', 'list', 'heading', 'code', 'blockquote', 'callout', 'math', 'html', 'steps'].includes(
    node.type,
  );
}
