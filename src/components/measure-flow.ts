/**
 * Takes running text and a width and leaves an estimate of its height in px, from font metrics. The sizes mirror `themes/base`
 * (text.css, lists.css, code.css, tables.css): change both or none.
 */
import type { List, PhrasingContent, Table } from 'mdast';
import { listPieces } from '../measure/phrasing.js';
import type { TextStyle } from '../measure/text-style.js';
import { wrapInline } from '../measure/wrap.js';
import { isBreak } from '../values/inline.js';
import type { Block } from './container.js';

/** How a text is set: size in px, weight, and the height of a line as a share of the size. */
export interface TextLook extends TextStyle {
  readonly line: number;
}

const text = { size: 24, weight: 400, line: 1.42 } as const;
const below = 0.75 * text.size;
const heading = {
  size: 26,
  weight: 600,
  family: 'display',
  line: 1.2,
  above: 1.1 * 26,
  below: 0.45 * 26,
} as const;
const item = { indent: 1.3 * text.size, gap: 0.5 * text.size };
const code = { line: 20 * 1.5, around: 40 };
const row = { size: 21, weight: 400, line: 1.34, padding: 21 } as const;

/** What a picture or a formula takes: its size is known to the browser alone. */
const unknown = 240;

/** Scale a look with what content is multiplied with. */
export function scaleLook(look: TextLook, fit: number): TextLook {
  return { ...look, size: look.size * fit };
}

/** Estimate the height of inline content; a hard break begins a line. */
export function measureInline(content: readonly PhrasingContent[], width: number, look: TextLook): number {
  const pieces = listPieces(content.map(breakOf), look);
  return Math.max(1, wrapInline(pieces, Math.max(1, width)).lines.length) * look.size * look.line;
}

/** `<br>` is raw HTML to the parser. */
function breakOf(node: PhrasingContent): PhrasingContent {
  return isBreak(node) ? { type: 'break' } : node;
}

/** Estimate the height of blocks under each other; there is no air below the last of them. */
export function measureBlocks(blocks: readonly Block[], width: number, fit: number): number {
  const hasAir = ['paragraph', 'list', 'table'].includes(blocks.at(-1)?.type ?? '');
  return sumBlocks(blocks, width, fit) - (hasAir ? below * fit : 0);
}

function sumBlocks(blocks: readonly Block[], width: number, fit: number): number {
  return blocks.reduce((sum, block) => sum + measureBlock(block, width, fit), 0);
}

function measureBlock(block: Block, width: number, fit: number): number {
  switch (block.type) {
    case 'paragraph':
      if (block.children.length === 1 && block.children[0]?.type === 'image') return unknown + below * fit;
      return measureInline(block.children, width, scaleLook(text, fit)) + below * fit;
    case 'heading': {
      const { above, below: under } = heading;
      return measureInline(block.children, width, scaleLook(heading, fit)) + (above + under) * fit;
    }
    case 'list':
      return measureList(block, width, fit) + below * fit;
    case 'code':
      return block.value.split('\n').length * code.line * fit + code.around;
    case 'table':
      return measureTable(block, width, fit) + below * fit;
    case 'definition':
    case 'footnoteDefinition':
    case 'html':
      return 0;
    default: {
      // A quotation, a callout, a component: what is in it, in the size of running text.
      const children = 'children' in block ? (block.children as Block[]) : [];
      return children.length > 0 ? sumBlocks(children, width, fit) : unknown;
    }
  }
}

function measureList(list: List, width: number, fit: number): number {
  const inner = width - item.indent * fit;
  return list.children.reduce((sum, { children }) => {
    // A paragraph of a tight item has no air below it but the item's own.
    const air = children.filter((child) => child.type === 'paragraph').length * below * fit;
    return sum + sumBlocks(children, inner, fit) - air + item.gap * fit;
  }, 0);
}

/** Cells share the width: near enough for a table that is one of several blocks. */
function measureTable(table: Table, width: number, fit: number): number {
  const columns = Math.max(1, table.children[0]?.children.length ?? 1);
  return table.children.reduce((sum, { children }) => {
    const heights = children.map((cell) =>
      measureInline(cell.children, width / columns - row.padding, scaleLook(row, fit)),
    );
    return sum + Math.max(0, ...heights) + row.padding * fit;
  }, 0);
}
