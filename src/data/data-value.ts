/**
 * What a data file says, whatever it was written in: texts, lists and maps, each with the line it stands on.
 * A CSV is a list of maps, one a row. Numbers stay as they were written (`1.10` is not `1.1`), a missing value is an empty text.
 *
 * The way of a file: `data-source.ts` (which file) → `read-data.ts` (bytes to values) → `Component.fromData` (values to a table or
 * list, `data-block.ts`) → `mirror.ts` (what the author wrote beside it) → `plugins/remark-data-files.ts` puts it into the tree.
 */

/** One value: a number, a date, a sentence. It is inline Markdown, as in a cell of a table. */
export interface DataText {
  readonly kind: 'text';
  readonly text: string;
  /** 1-based line of the data file. */
  readonly line: number;
}

/** Values in order. */
export interface DataList {
  readonly kind: 'list';
  readonly items: readonly DataValue[];
  /** Names of the columns of a CSV, in order, also when it has no rows. */
  readonly columns?: readonly DataText[];
  readonly line: number;
}

/** Values by name, in order. A `Map`, so that no name (`__proto__`) means more than itself. */
export interface DataMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, DataValue>;
  readonly line: number;
}

/** A value of a data file. */
export type DataValue = DataText | DataList | DataMap;

/** Something wrong with a data file, in the words of a message: "Unexpected `what` in line 7 of `file`, expected `expected`". */
export interface DataProblem {
  readonly rule: 'data-source-missing' | 'data-invalid';
  readonly what: string;
  readonly expected: string;
  readonly note?: string | undefined;
  readonly line?: number | undefined;
}

/** Take note of a problem. */
export type ReportProblem = (problem: DataProblem) => void;

/** A data file as read, and the way to say what is wrong with it. */
export interface DataFile {
  /** As the author wrote it. */
  readonly path: string;
  readonly value: DataValue;
  readonly report: ReportProblem;
}

/** What a data file may hold at most. A slide holds far less; what is bigger was meant for another program. */
export const dataLimits = { characters: 1_000_000, values: 20_000, rows: 2000, columns: 50 } as const;
