/** Rules over the shape of tables: cells that neither overlap nor leave gaps, and headers that can be found. */
import { get, items, name, number, text, type Value } from './objects.js';
import type { UaProblem, UaRule } from './rule.js';
import { attribute, type StructElement, type Structure } from './structure.js';

/** A table laid out: what its rows span. */
interface Grid {
  /** Columns that each row spans, cells reaching down from above included. */
  readonly widths: readonly number[];
  readonly overlaps: boolean;
  /** Whether a cell reaches below the last row. */
  readonly tooDeep: boolean;
  readonly places: readonly Place[];
}

/** Where a cell is, from 0. */
interface Place {
  readonly cell: StructElement;
  readonly row: number;
  readonly columns: readonly number[];
}

/** Make a rule over every table. */
function tableRule(
  id: string,
  expected: string,
  find: (table: StructElement, structure: Structure) => string | undefined,
): UaRule {
  return {
    id,
    expected,
    check: ({ structure }) => {
      const tables = structure?.elements.filter(({ role }) => role === 'Table') ?? [];
      return tables.flatMap((table): UaProblem[] => {
        const found = structure && find(table, structure);
        return found === undefined ? [] : [{ found }];
      });
    },
  };
}

/** Rules of clauses 7.2 and 7.5 over tables. */
export const tableRules: readonly UaRule[] = [
  tableRule('7.2-15', 'cells that do not overlap', (table, structure) =>
    layOut(table, structure).overlaps ? 'two that do' : undefined,
  ),
  tableRule('7.2-41', 'columns of equal length', (table, structure) =>
    layOut(table, structure).tooDeep ? 'a cell that reaches below the last row' : undefined,
  ),
  tableRule('7.2-42', 'rows no longer than the first', (table, structure) => {
    const [first = 0, ...others] = layOut(table, structure).widths;
    const longer = others.find((width) => width > first);
    return longer === undefined ? undefined : `${longer} columns after ${first}`;
  }),
  tableRule('7.2-43', 'rows no shorter than the first', (table, structure) => {
    const [first = 0, ...others] = layOut(table, structure).widths;
    const shorter = others.find((width) => width < first);
    return shorter === undefined ? undefined : `${shorter} columns after ${first}`;
  }),
  tableRule(
    '7.5-1',
    'a header for every cell: `Scope` of headers, or `Headers` of cells',
    (table, structure) =>
      findHeaderless(table, structure).some((cell) => headersOf(cell, structure).length === 0)
        ? 'a cell without'
        : undefined,
  ),
  tableRule('7.5-2', '`Headers` that are in the table', (table, structure) => {
    const [id] = findHeaderless(table, structure).flatMap((cell) => headersOf(cell, structure));
    return id === undefined ? undefined : `\`${id}\``;
  }),
];

/** Find cells that no header is for: none that they name, none with a scope in their row or column. */
function findHeaderless(table: StructElement, structure: Structure): StructElement[] {
  const { places } = layOut(table, structure);
  const ids = new Set(places.flatMap(({ cell }) => text(get(cell.dict, 'ID')) ?? []));
  const scopes = places.flatMap(({ cell, row, columns }) => {
    const scope = cell.role === 'TH' ? name(attribute(cell, structure, 'Scope')) : undefined;
    return ['Row', 'Column', 'Both'].includes(scope ?? '') ? [{ scope, row, columns }] : [];
  });
  return places
    .filter(({ cell, row, columns }) => {
      // The corner between the headers of rows and of columns has none by nature.
      const isCorner = row === 0 && columns[0] === 0;
      if (cell.role !== 'TD' || isCorner || headersOf(cell, structure).some((id) => ids.has(id)))
        return false;
      return !scopes.some(
        (header) =>
          (header.scope !== 'Column' && header.row === row) ||
          (header.scope !== 'Row' && header.columns.some((column) => columns.includes(column))),
      );
    })
    .map(({ cell }) => cell);
}

function headersOf(cell: StructElement, structure: Structure): string[] {
  return items(attribute(cell, structure, 'Headers')).flatMap((id: Value) => text(id) ?? []);
}

function rowsOf(table: StructElement): StructElement[] {
  return table.children.flatMap((child) => (child.role === 'TR' ? [child] : rowsIn(child)));
}

function rowsIn(group: StructElement): StructElement[] {
  return ['THead', 'TBody', 'TFoot'].includes(group.role)
    ? group.children.filter(({ role }) => role === 'TR')
    : [];
}

function layOut(table: StructElement, structure: Structure): Grid {
  const rows = rowsOf(table);
  const taken = rows.map(() => new Set<number>());
  const places: Place[] = [];
  let [overlaps, tooDeep] = [false, false];
  for (const [row, { children }] of rows.entries()) {
    let column = 0;
    for (const cell of children) {
      const depth = spanOf(cell, structure, 'RowSpan');
      tooDeep ||= row + depth > rows.length;
      while (taken[row]?.has(column)) column += 1;
      const columns = Array.from(
        { length: spanOf(cell, structure, 'ColSpan') },
        (_, index) => column + index,
      );
      for (const below of taken.slice(row, row + depth)) {
        overlaps ||= columns.some((one) => below.has(one));
        for (const one of columns) below.add(one);
      }
      places.push({ cell, row, columns });
      column += columns.length;
    }
  }
  return { widths: taken.map((columns) => columns.size), overlaps, tooDeep, places };
}

/** A span is at least 1; one beyond a thousand is a mistake of the file, not a table to lay out. */
function spanOf(cell: StructElement, structure: Structure, key: 'ColSpan' | 'RowSpan'): number {
  return Math.min(1000, Math.max(1, number(attribute(cell, structure, key)) ?? 1));
}
