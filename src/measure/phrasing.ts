/** Takes inline Markdown and leaves it as pieces that can be measured: bold is wider, code is mono, a note's mark is small. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { InlinePiece } from './inline-line.js';
import type { TextStyle } from './text-style.js';

/** Sizes that a component's stylesheet sets, in em. */
export interface PhrasingSizes {
  readonly code: number;
  /** The number of a note. */
  readonly note: number;
}

/** What the themes' stylesheets say. */
const themeSizes: PhrasingSizes = { code: 0.88, note: 0.62 };
const noteGap = 0.2;

/** What stands for a formula or a picture of no known width, in em for each character of its source; never narrower than one. */
const guessedEm = 0.7;

/** List the pieces of inline content that is set in a style. */
export function listPieces(
  nodes: readonly PhrasingContent[],
  style: TextStyle,
  sizes = themeSizes,
): InlinePiece[] {
  return nodes.flatMap((node) => listNodePieces(node, style, sizes));
}

function listNodePieces(node: PhrasingContent, style: TextStyle, sizes: PhrasingSizes): InlinePiece[] {
  switch (node.type) {
    case 'strong':
      return listPieces(node.children, { ...style, weight: 600 }, sizes);
    case 'emphasis':
      return listPieces(node.children, { ...style, italic: true }, sizes);
    case 'inlineCode':
      return [{ text: node.value, style: { ...resize(style, sizes.code), family: 'mono' } }];
    case 'footnoteReference':
      return [listNotePiece(resize(style, sizes.note))];
    case 'break':
      return ['break'];
    case 'image':
    case 'imageReference':
    case 'inlineMath':
      return [{ width: guessWidth(toString(node)) * style.size, guessed: true }];
    case 'html':
      return [];
    default:
      return 'children' in node ? listPieces(node.children, style, sizes) : [{ text: toString(node), style }];
  }
}

/** The number of a note is known only when all of the slide is: room for two figures. */
function listNotePiece(style: TextStyle): InlinePiece {
  return { text: '00', style: { ...style, weight: 400, italic: false }, before: noteGap * style.size };
}

/** Letter spacing is inherited in px. */
function resize(style: TextStyle, factor: number): TextStyle {
  const { letterSpacing = 0 } = style;
  return { ...style, size: style.size * factor, letterSpacing: letterSpacing / factor };
}

function guessWidth(source: string): number {
  return Math.max(1, [...source].length * guessedEm);
}
