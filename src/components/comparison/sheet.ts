/** What is drawn of a comparison, cell by cell, whichever way round: the steps after it need not know which side the subjects are on. */
import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Align, Cell, Direction } from './node.js';

/** What a column or a row is about. */
export interface Head {
  readonly content: readonly PhrasingContent[];
  readonly sub: readonly PhrasingContent[];
  /** Its words in one line. */
  readonly name: string;
  readonly abbr: string | undefined;
  readonly better: Direction | undefined;
  readonly position: Position | undefined;
}

/** How a column or a row takes part in the comparison. */
export interface Part {
  readonly role: 'subject' | 'context' | 'criterion' | 'verdict';
  /** 1-based; 0 for what is no subject. */
  readonly subject: number;
  readonly focus: boolean;
  readonly baseline: boolean;
}

/** A column beside the stub. */
export interface SheetColumn extends Part {
  readonly head: Head;
  readonly align: Align | undefined;
}

/** A cell where it is drawn. */
export interface SheetCell extends Part {
  readonly cell: Cell;
  readonly align: Align | undefined;
  /** Signed difference to the baseline, in words of the deck's language. */
  readonly difference: string | undefined;
  /** The equal neighbour that it is one with: the one before it, or the one above. */
  readonly covered: 'before' | 'above' | undefined;
}

/** A row of cells, as many as there are columns. */
export interface SheetRow extends Part {
  readonly head: Head;
  readonly cells: readonly SheetCell[];
  /** Whether it does not tell the subjects apart and is to step back. */
  readonly dim: boolean;
}

/** Rows under one label. */
export interface SheetBody {
  readonly label: readonly PhrasingContent[] | undefined;
  /** Whether its first rows stand on a slide before. */
  readonly continued: boolean;
  readonly rows: readonly SheetRow[];
  readonly position: Position | undefined;
}

/** A label over several columns; without one the columns stand under none. */
export interface Spanner {
  readonly label: readonly PhrasingContent[] | undefined;
  readonly span: number;
}

/** A table as it is drawn on one slide. */
export interface Sheet {
  readonly transposed: boolean;
  readonly stub: Head;
  /** Empty where no column has a label above it. */
  readonly spanners: readonly Spanner[];
  readonly columns: readonly SheetColumn[];
  readonly bodies: readonly SheetBody[];
  /** The verdict under all columns. */
  readonly foot: SheetRow | undefined;
  /** How many rows are not shown as they do not differ. */
  readonly hidden: number;
  /** Rows that are not shown, in words, for the speaker. */
  readonly excluded: readonly string[];
  /** Shares of the width in per cent, the stub first; the same on all slides of one table. */
  readonly widths: readonly number[];
  /** Which of several slides this is. */
  readonly part: { readonly index: number; readonly count: number } | undefined;
}

/** List the rows of a table, without labels and foot. */
export function sheetRows({ bodies }: Pick<Sheet, 'bodies'>): SheetRow[] {
  return bodies.flatMap((body) => body.rows);
}

/** List the cells of a table, those of the foot too. */
export function sheetCells(sheet: Pick<Sheet, 'bodies' | 'foot'>): SheetCell[] {
  const rows = sheet.foot ? [...sheetRows(sheet), sheet.foot] : sheetRows(sheet);
  return rows.flatMap((row) => row.cells);
}
