/** Takes columns and leaves the height of the highest: widths are shares, and code makes its column wider. */
import type { Node, Parent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Box, Measuring } from './box.js';
import { measureCodeWidth } from './measure-code.js';
import { columns, texts } from './metrics.js';

/** Columns with their shares of the width. */
export type Columns = Parent & { readonly ratio?: readonly number[] };

/** Measure columns. */
export function measureColumns(node: Columns, width: number, measuring: Measuring): number {
  const widths = columnWidths(node, width, measuring);
  const heights = node.children.map((column, index) => {
    const box: Box = { width: widths[index] ?? 0, text: texts.text, place: 'column', depth: 0 };
    const { height, kept = 0 } = measuring.blocks('children' in column ? column.children : [], box);
    return height + kept;
  });
  return Math.max(0, ...heights);
}

/** Find the widths of columns. */
export function columnWidths(
  node: Columns,
  width: number,
  measuring: Pick<Measuring, 'fit' | 'slideSize'>,
): number[] {
  const shares = node.children.map((_, index) => node.ratio?.[index] ?? 1);
  const least = node.children.map((column) => leastWidth(column, measuring));
  return shareColumns(shares, least, width - columns.gap * (shares.length - 1));
}

function leastWidth(column: Node, measuring: Pick<Measuring, 'fit' | 'slideSize'>): number {
  let least = 0;
  visit(column, 'code', (code) => {
    least = Math.max(least, measureCodeWidth(code, measuring));
  });
  return least;
}

/** As the grid does: a column that needs more than its share gets it, the others share what is left. */
function shareColumns(shares: readonly number[], least: readonly number[], room: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const taken = [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0);
    const sum = shares.reduce((total, share, index) => total + (fixed.has(index) ? 0 : share), 0);
    const one = sum > 0 ? Math.max(0, room - taken) / sum : 0;
    const next = shares.findIndex((share, index) => !fixed.has(index) && (least[index] ?? 0) > share * one);
    if (next < 0) return shares.map((share, index) => (fixed.has(index) ? (least[index] ?? 0) : share * one));
    fixed.add(next);
  }
}
