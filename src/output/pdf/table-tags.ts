/**
 * Takes the table of a printed file and leaves it as who reads by cells needs it: rows as long as the table, and the name of a
 * group among the headers of its cells.
 */
import { nameTag } from './tag-names.js';
import { addTag, change, findEntry, findTag, type Repair, type Tag } from './tag-tree.js';

/** Repair a table. */
export function repairTable(table: Tag, repair: Repair): void {
  const rows = table.kids.flatMap((kid) => findTag(kid, repair) ?? []).filter(({ type }) => type === 'TR');
  const cells = new Map(rows.map((row) => [row, row.kids.flatMap((kid) => findTag(kid, repair) ?? [])]));
  nameGroups(cells, repair);
  fillRows(cells, repair);
}

/** The rows of a table with their cells. */
type Rows = ReadonlyMap<Tag, readonly Tag[]>;

/**
 * Chromium names the headers of a cell's row and column, not that of its group: a header alone in its row, over the rows
 * below it. The verdict, whose name is bold, stands under no group.
 */
function nameGroups(cells: Rows, repair: Repair): void {
  const rows = [...cells.values()];
  let group = '';
  for (const [index, row] of rows.entries()) {
    const [first, ...others] = row;
    if (index > 0 && first && isGroup(first, others)) group = nameTag(first, repair);
    const isVerdict = index === rows.length - 1 && first?.kids.length === 1 && isBold(first, repair);
    if (group === '' || isVerdict) continue;
    for (const cell of row) addHeader(cell, group, repair);
  }
}

function isGroup(first: Tag, others: readonly Tag[]): boolean {
  return first.type === 'TH' && others.length === 0 && spanOf(first, 'ColSpan') > 1;
}

function isBold({ kids }: Tag, repair: Repair): boolean {
  return findTag(kids[0] ?? '', repair)?.type === 'Strong';
}

function addHeader(cell: Tag, id: string, repair: Repair): void {
  const attributes = findEntry(cell, '/A');
  if (cell.type !== 'TD' || !attributes?.includes('/Headers [')) return;
  change(cell, '/A', attributes.replace('/Headers [', `/Headers [${id} `), repair);
}

/**
 * Chromium gives no tag to a cell in which nothing is drawn, and the row is then too short for who reads by columns. Cells name
 * the headers of their column, so it is known where one is missing. Tables with cells over several rows are left as they are.
 */
function fillRows(cells: Rows, repair: Repair): void {
  if ([...cells.values()].flat().some((cell) => spanOf(cell, 'RowSpan') > 1)) return;
  const widthOf = (row: Tag) =>
    (cells.get(row) ?? []).reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0);
  const width = Math.max(0, ...[...cells.keys()].map(widthOf));
  const [head, ...others] = cells.keys();
  if (!head) return;
  const names = (cells.get(head) ?? []).map((cell) => findEntry(cell, '/ID'));
  // Of a short head the corner above the names of rows is missing: any other header has words.
  const columns = names.length === width - 1 ? [undefined, ...names] : names;
  if (columns.length !== width) return;
  if (names.length < width) {
    const corner = addCorner(
      head,
      others.map((row) => cells.get(row)?.[0]),
      repair,
    );
    change(head, '/K', `[${[corner, ...head.kids].join(' ')}]`, repair);
  }
  for (const row of others) if (widthOf(row) < width) fillRow(row, cells.get(row) ?? [], columns, repair);
}

/** Above names of rows the corner is a cell; above other cells it is their header, since each must have one. */
function addCorner(head: Tag, below: readonly (Tag | undefined)[], repair: Repair): string {
  const isHeader = below.some((cell) => cell?.type === 'TD');
  if (!isHeader) return addTag('TD', head.number, repair);
  return addTag('TH', head.number, repair, '\n/A <</O /Table /Scope /Column>>');
}

/** Put the cells of a row where their columns are; where a column has none, an empty one. The first may be the row's name. */
function fillRow(
  row: Tag,
  cells: readonly Tag[],
  columns: readonly (string | undefined)[],
  repair: Repair,
): void {
  const inColumn = (id: string | undefined, cell: Tag) =>
    id !== undefined && findEntry(cell, '/A')?.includes(id);
  const placed = columns.map((id, index) => {
    const cell = cells.find((one) => inColumn(id, one));
    return cell ?? (index === 0 && cells[0]?.type === 'TH' ? cells[0] : undefined);
  });
  // A cell of a column that has no name could be anywhere.
  if (cells.length === 0 || !cells.every((cell) => placed.includes(cell))) return;
  const kids = placed.flatMap((cell, index) => {
    if (!cell) return [addTag('TD', row.number, repair)];
    return cell === placed[index - 1] ? [] : [`${cell.number} 0 R`];
  });
  change(row, '/K', `[${kids.join(' ')}]`, repair);
}

const spans = { ColSpan: /\/ColSpan (\d+)/, RowSpan: /\/RowSpan (\d+)/ };

function spanOf(cell: Tag, key: keyof typeof spans): number {
  return Number(spans[key].exec(findEntry(cell, '/A') ?? '')?.[1] ?? 1);
}
