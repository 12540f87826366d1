/** The nodes of a comparison, after the specification's data model: what a table means, with the author's inline content kept. */
import type { BlockContent, DefinitionContent, Paragraph, Parent, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { CellValue } from './cell-value.js';
import type { Reveal } from './options.js';

/** A column beside the stub. Context columns (wholly italic header) are shown and never ranked. */
export interface Column {
  readonly role: 'subject' | 'context';
  /** 1-based among the subjects; picks colour and shape of the mark. 0 for context. */
  readonly subject: number;
  /** Text of the first line: how options refer to the column. */
  readonly name: string;
  readonly label: readonly PhrasingContent[];
  /** Second line of the header: a version, a price. */
  readonly sub: readonly PhrasingContent[];
  readonly focus: boolean;
  readonly align: 'left' | 'right' | 'center' | undefined;
}

/** Why a cell is the winner of its row. */
export type Winner = 'explicit' | 'computed' | 'tie';

/** One cell under a column. */
export interface Cell {
  readonly value: CellValue;
  /** What is shown; for a status the part behind the word. */
  readonly content: readonly PhrasingContent[];
  readonly text: string;
  readonly bold: boolean;
  readonly position: Position | undefined;
  winner?: Winner | undefined;
}

/** Which end of a row is the better one. */
export type Direction = 'lower' | 'higher';

/** One row of the body, or the verdict. */
export interface Row {
  readonly label: readonly PhrasingContent[];
  readonly name: string;
  readonly better: Direction | undefined;
  readonly unit: string | undefined;
  readonly cells: readonly Cell[];
  readonly position: Position | undefined;
}

/** Rows under one label; the first group of a table may have none. */
export interface Group {
  readonly label: readonly PhrasingContent[] | undefined;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly position: Position | undefined;
}

/** A comparison: subjects side by side, criteria as rows. */
export interface ComparisonNode extends Parent {
  type: 'comparison';
  id: string;
  classes: readonly string[];
  caption: readonly PhrasingContent[];
  /** As written: `2025-10`. */
  asOf: string | undefined;
  highlight: 'bold' | 'auto' | 'none';
  reveal: Reveal;
  stubhead: readonly PhrasingContent[];
  /** Direction of all rows, from an arrow in the stubhead. */
  better: Direction | undefined;
  columns: readonly Column[];
  groups: readonly Group[];
  verdict: Row | undefined;
  /** Paragraphs under the table. */
  notes: readonly (BlockContent | DefinitionContent)[];
  source: Paragraph | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    comparison: ComparisonNode;
  }
  interface RootContentMap {
    comparison: ComparisonNode;
  }
}

/** List the rows that are compared: all but group labels and the verdict. */
export function bodyRows(node: Pick<ComparisonNode, 'groups'>): Row[] {
  return node.groups.flatMap((group) => group.rows);
}
