/** Takes a picture that stands alone and leaves its extent: its pixels in the width and height that the styles allow, and its caption. */
import type { Node, Parent } from 'mdast';
import { type Box, type Measuring, measureLines, type Size, sizeOf } from './box.js';
import type { Extent } from './extent.js';
import { pictures, texts } from './metrics.js';

/** A picture with its caption, as `remarkImageAttributes` makes it. */
export interface FigureLike extends Parent {
  type: 'figure';
}

/** Measure a figure. */
export function measureFigure(figure: FigureLike, box: Box, measuring: Measuring): Extent {
  const [picture, caption] = figure.children as Node[];
  const beside = floatWidth(figure, box.width);
  const asked = readLength(styleOfNode(figure), 'width', box.width) ?? box.width;
  const width = beside === undefined ? asked : beside - pictures.floatGap;
  // A drawing that becomes part of the slide is as high as its width asks.
  const cap = caption ? pictures.mostWithCaption : pictures.most;
  const most = hasClass(figure, 'inline') ? Number.POSITIVE_INFINITY : cap * measuring.fit;
  const pixels = picture && measuring.pixels(picture);
  const style = picture ? styleOfNode(picture) : '';
  const drawn = drawnHeight(pixels, { width, height: most }, style);
  const below = pictures.below * sizeOf(box.text, measuring.fit);
  const words = caption ? measureCaption(caption as Parent, width, measuring) : 0;
  return { height: drawn + words, above: 0, below };
}

/** Tell whether text stands beside a figure, and how wide the figure is. */
export function floatWidth(node: Node, width: number): number | undefined {
  const floats = node.type === 'figure' && (hasClass(node, 'left') || hasClass(node, 'right'));
  if (!floats) return undefined;
  const most = pictures.floatWidth * width;
  return Math.min(most, readLength(styleOfNode(node), 'width', width) ?? most) + pictures.floatGap;
}

/** Without pixels a picture is missing, and one line of words stands for it. */
function drawnHeight(pixels: Size | undefined, most: Size, style: string): number {
  const asked = {
    width: readLength(style, 'width', most.width),
    height: readLength(style, 'height', most.height),
  };
  const line = texts.text.size * texts.text.line;
  if (!pixels) return Math.min(most.height, asked.height ?? line);
  const ratio = pixels.height / pixels.width;
  if (asked.height !== undefined) return Math.min(asked.height, most.height);
  if (asked.width !== undefined) return Math.min(Math.min(asked.width, most.width) * ratio, most.height);
  return pixels.height * Math.min(1, most.width / pixels.width, most.height / pixels.height);
}

function measureCaption(caption: Parent, width: number, measuring: Measuring): number {
  const above = texts.caption.above * sizeOf(texts.caption, measuring.fit);
  return above + measureLines(caption.children, width, texts.caption, measuring);
}

function styleOfNode(node: Node): string {
  const style = node.data?.hProperties?.style;
  return typeof style === 'string' ? style : '';
}

/** Read `width: 40%` of a style in px. */
function readLength(style: string, name: 'width' | 'height', whole: number): number | undefined {
  const [, number, unit] = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)(px|%|em)`).exec(style) ?? [];
  if (number === undefined) return undefined;
  const factor = unit === '%' ? whole / 100 : unit === 'em' ? texts.text.size : 1;
  return Number(number) * factor;
}

function hasClass(node: Node, name: string): boolean {
  const classes = node.data?.hProperties?.className;
  return Array.isArray(classes) && classes.includes(name);
}
