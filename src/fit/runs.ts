/** Takes the inline content of a block and leaves runs of text in one style each: what a line is made of. */
import type { Node, Parent, PhrasingContent } from 'mdast';
import type { TextStyle } from '../measure/text-width.js';
import { leastSize } from './metrics.js';

/** A text in one style; or a thing of a width that no line breaks inside. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  /** In px; absent: as wide as its text. */
  readonly width?: number | undefined;
  /** Height in px where it is more than that of a line. */
  readonly height?: number | undefined;
  /** What it adds to its line in px, by letters that reach further than those of the text. */
  readonly rise?: number | undefined;
  /** Ends the line. */
  readonly breaks?: boolean | undefined;
  /** A line may break before and after it. */
  readonly alone?: boolean | undefined;
  /** Code may be broken anywhere, so that it asks for no width. */
  readonly anywhere?: boolean | undefined;
}

/** The size of a picture in a line, in px. */
export type PictureSize = (node: Node) => { readonly width: number; readonly height: number };

/** Inline code is smaller than the text around it. */
const codeScale = 0.88;
const codeRise = 1 / 24;
const smallSize = 20;
const noteScale = 0.62;

/** Read the runs of inline content. */
export function readRuns(nodes: readonly Node[], style: TextStyle, pictureSize: PictureSize): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) runs.push(...readNode(node as PhrasingContent, style, pictureSize));
  return runs;
}

function readNode(node: PhrasingContent, style: TextStyle, pictureSize: PictureSize): Run[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, style }];
    case 'strong':
      return readRuns(node.children, { ...style, weight: 600 }, pictureSize);
    case 'inlineCode': {
      const size = Math.max(leastSize, style.size * codeScale);
      const rise = style.size * codeRise;
      return [{ text: node.value, style: { size, weight: 400, family: 'mono' }, anywhere: true, rise }];
    }
    case 'break':
      return [{ text: '', style, breaks: true }];
    case 'footnoteReference': {
      const size = style.size * noteScale;
      return [{ text: '00', style: { ...style, size, weight: 400 } }];
    }
    case 'image':
    case 'imageReference':
      return [{ text: '', style, alone: true, ...pictureSize(node) }];
    case 'html':
      return readTag(node.value, style);
    case 'inlineMath':
      return [readMath(node.value, style)];
    default:
      return isParent(node) ? readRuns(node.children, restyle(node, style), pictureSize) : [];
  }
}

/** A tag in a line: it breaks it, or shows something that only a browser can measure, or takes nothing. */
function readTag(tag: string, style: TextStyle): Run[] {
  if (/^<br\b/i.test(tag)) return [{ text: '', style, breaks: true }];
  return /^<(?:img|svg|video|audio|iframe)\b/i.test(tag)
    ? [{ text: '', style, width: 1, height: Number.NaN }]
    : [];
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}

/** Small print inside of raw HTML is not told apart: its tags are nodes of their own. */
function restyle(node: Node, style: TextStyle): TextStyle {
  return node.data?.hName === 'small' ? { ...style, size: Math.min(style.size, smallSize) } : style;
}

/** A formula is about as wide as its letters, commands counting one, and cannot be broken. */
function readMath(source: string, style: TextStyle): Run {
  const letters = source.replace(/\\[a-z]+/gi, 'm').replace(/[{}\s^_\\]/g, '');
  const tall = /\\(?:d?frac|sum|int|prod|begin)/.test(source);
  return {
    text: '',
    style,
    width: letters.length * 0.62 * style.size,
    height: style.size * (tall ? 2.2 : 1.46),
  };
}
