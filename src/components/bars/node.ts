/** The nodes of a bar chart: `bars > barRow > barCell`, the head first. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** From where to where a bar reaches, as shares of the whole scale; `from` is the smaller one. */
export interface Bar {
  /** The number as written, in the unit of its column. */
  readonly value: number;
  readonly from: number;
  readonly share: number;
}

/** A label, a head, or a number with its bar. */
export interface BarCell extends Parent {
  type: 'barCell';
  /** Whether the author stressed the cell or its row. */
  isBold: boolean;
  /** Nothing for labels and heads, and where the author says that there is no number. */
  bar: Bar | undefined;
  children: PhrasingContent[];
}

/** One row: a label, then a number for each series. */
export interface BarRow extends Parent {
  type: 'barRow';
  isHead: boolean;
  children: BarCell[];
}

/** A bar chart. */
export interface BarsNode extends FigureNode {
  type: 'bars';
  /** As written: `2025-10`. */
  asOf: string | undefined;
  stepwise: boolean;
  /** Units that the heads do not name themselves, one a series. */
  units: readonly (string | undefined)[];
  /** Where zero is, as a share of the scale: 0 unless there are numbers below it. */
  zero: number;
  children: (BarRow | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    bars: BarsNode;
  }
  interface RootContentMap {
    bars: BarsNode;
    barRow: BarRow;
    barCell: BarCell;
  }
}

/** More rows than an audience compares at a glance. */
export const mostBars = 8;

/** List the rows below the head. */
export function rowsOf(node: BarsNode): BarRow[] {
  return node.children.filter((child): child is BarRow => child.type === 'barRow' && !child.isHead);
}

/** Find the head. */
export function headOf(node: BarsNode): BarRow | undefined {
  return node.children.find((child): child is BarRow => child.type === 'barRow' && child.isHead);
}
