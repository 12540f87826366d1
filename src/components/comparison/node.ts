/** What a comparison means, after the specification's data model, and its node in the tree. The author's inline content is kept in both. */
import type { BlockContent, DefinitionContent, Paragraph, Parent, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { CellValue } from '../../values/cell-value.js';
import type { ComparisonOptions } from './options.js';
import type { Sheet } from './sheet.js';

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
  /** Whether the others are told as differences to it. */
  readonly baseline: boolean;
  /** As GFM says; else numbers end at one edge. */
  readonly align: Align | undefined;
  readonly position: Position | undefined;
}

/** The edge at which a column stands. */
export type Align = 'left' | 'right' | 'center';

/** Why a cell is the winner of its row. */
export type Winner = 'explicit' | 'computed' | 'tie';

/** One cell under a column. */
export interface Cell {
  readonly value: CellValue;
  /** Whether a mark or words of ours stand for the value; `content` is then what is behind it. */
  readonly rewritten: boolean;
  readonly content: readonly PhrasingContent[];
  /** Numbers of notes at the end. */
  readonly notes: readonly PhrasingContent[];
  /** All words of the cell. */
  readonly text: string;
  readonly bold: boolean;
  readonly position: Position | undefined;
  readonly winner?: Winner | undefined;
}

/** Which end of a row is the better one. */
export type Direction = 'lower' | 'higher';

/** One row of the body, or the verdict. */
export interface Row {
  readonly label: readonly PhrasingContent[];
  readonly name: string;
  /** What the label is short for. */
  readonly abbr: string | undefined;
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

/** What the table of a comparison says, with subjects as columns whichever way it is written or drawn. */
export interface Comparison {
  readonly options: ComparisonOptions;
  readonly stubhead: readonly PhrasingContent[];
  /** Direction of all rows, from an arrow in the stubhead. */
  readonly better: Direction | undefined;
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  readonly verdict: Row | undefined;
  /** Verdict rows that are not the last row, or not the only one. */
  readonly misplaced: readonly Row[];
  /** Rows that are not shown. */
  readonly excluded: readonly Row[];
  readonly position: Position | undefined;
}

/** A comparison as it stands on one slide. */
export interface ComparisonNode extends Parent {
  type: 'comparison';
  id: string;
  classes: readonly string[];
  caption: readonly PhrasingContent[];
  options: ComparisonOptions;
  sheet: Sheet;
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
export function bodyRows({ groups }: Pick<Comparison, 'groups'>): Row[] {
  return groups.flatMap((group) => group.rows);
}

/** List the cells of a row under subjects: context is never compared. */
export function subjectCells(row: Row, columns: readonly Column[]): Cell[] {
  return row.cells.filter((_, index) => columns[index]?.role === 'subject');
}

/** List the blocks that stand under the table as its notes: all but caption, table, source and comments. */
export function notesOf(node: Pick<ComparisonNode, 'children' | 'source'>): BlockOrDefinition[] {
  const table = node.children.find((child) => child.type === 'table');
  return node.children.filter((child): child is BlockOrDefinition => {
    if (child === table || child === node.source) return false;
    if (child.type === 'html') return !child.value.startsWith('<!--');
    return child.type !== 'paragraph' || !child.data?.directiveLabel;
  });
}

type BlockOrDefinition = BlockContent | DefinitionContent;
