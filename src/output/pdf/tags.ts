/**
 * Takes the objects of a printed file and leaves its structure as PDF/UA-1 asks: known types, list items with a body, figures
 * that have words. A step of its own because Chromium's tags follow HTML, and these are what they lack.
 */
import { splitDictionary } from './skia-file.js';
import type { PdfObject } from './skia-objects.js';
import { pdfText } from './text-string.js';

/** Objects that may be changed and added to. */
export type PdfObjects = Map<number, PdfObject>;

/** An element of the structure, read as far as it is changed here. */
interface Tag {
  readonly number: number;
  type: string;
  readonly entries: Map<string, string>;
  /** Elements and content, as written. */
  readonly kids: readonly string[];
}

/** The structure while it is repaired. */
interface Repair {
  readonly objects: PdfObjects;
  readonly tags: ReadonlyMap<number, Tag>;
  /** Number of the next new object. */
  next: number;
}

/** A kid: a reference, a number of marked content, a dictionary in place. */
const kidPattern = /\d+ 0 R|<<(?:[^<>]|<<[^<>]*>>)*>>|\d+/g;

/** Repair the structure of a file in place. */
export function repairTags(objects: PdfObjects): void {
  const repair = { objects, tags: readTags(objects), next: lastNumber(objects) + 1 };
  for (const tag of repair.tags.values()) {
    if (tag.type === 'L') makeItems(tag, repair);
    if (tag.type === 'Figure' && !tag.entries.has('/Alt')) retype(tag, 'Div', repair);
    if (tag.type === 'Table') fillRows(tag, repair);
    if (tag.kids.some((kid) => kid.includes('/Obj '))) makeLink(tag, repair);
  }
  rankHeadings(repair);
  // Once all items are known, also those that were something else.
  for (const tag of repair.tags.values()) if (tag.type === 'LI') addBody(tag, repair);
  mapRoles(repair);
}

/** A file begins with H1 and skips no rank, whatever part of a deck was printed. */
function rankHeadings(repair: Repair): void {
  const isRoot = (tag: Tag) => !repair.tags.has(Number.parseInt(tag.entries.get('/P') ?? '', 10));
  const open = [...repair.tags.values()].filter(isRoot);
  let last = 0;
  for (let tag = open.pop(); tag; tag = open.pop()) {
    const rank = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0);
    if (rank > last + 1) retype(tag, `H${last + 1}`, repair);
    if (rank > 0) last = Math.min(rank, last + 1);
    open.push(...tag.kids.flatMap((kid) => findTag(kid, repair) ?? []).toReversed());
  }
}

function lastNumber(objects: PdfObjects): number {
  let last = 0;
  for (const number of objects.keys()) last = Math.max(last, number);
  return last;
}

function readTags(objects: PdfObjects): Map<number, Tag> {
  const tags = new Map<number, Tag>();
  for (const [number, { text, stream }] of objects) {
    if (stream || !text.startsWith('<</Type /StructElem')) continue;
    const entries = splitDictionary(text);
    if (!entries) continue;
    const kids = (entries.get('/K') ?? '').match(kidPattern) ?? [];
    tags.set(number, { number, type: (entries.get('/S') ?? '').slice(1), entries, kids });
  }
  return tags;
}

function change(tag: Tag, key: string, value: string, { objects }: Repair): void {
  tag.entries.set(key, value);
  const text = [...tag.entries].map(([one, written]) => `${one} ${written}`).join('\n');
  objects.set(tag.number, { text: `<<${text}>>` });
}

function retype(tag: Tag, type: string, repair: Repair): void {
  tag.type = type;
  change(tag, '/S', `/${type}`, repair);
}

function findTag(kid: string, { tags }: Repair): Tag | undefined {
  return kid.endsWith(' 0 R') ? tags.get(Number.parseInt(kid, 10)) : undefined;
}

/** A list holds items; any other element in it becomes one. */
function makeItems(list: Tag, repair: Repair): void {
  for (const kid of list.kids) {
    const tag = findTag(kid, repair);
    if (tag && !['LI', 'L', 'Caption'].includes(tag.type)) retype(tag, 'LI', repair);
  }
}

/**
 * Chromium gives no tag to a cell in which nothing is drawn, and the row is then too short for who reads by columns. Cells name
 * the headers of their column, so it is known where one is missing. Tables with cells over several rows are left as they are.
 */
function fillRows(table: Tag, repair: Repair): void {
  const rows = table.kids.flatMap((kid) => findTag(kid, repair) ?? []).filter(({ type }) => type === 'TR');
  const cells = new Map(rows.map((row) => [row, row.kids.flatMap((kid) => findTag(kid, repair) ?? [])]));
  if ([...cells.values()].flat().some((cell) => spanOf(cell, 'RowSpan') > 1)) return;
  const widthOf = (row: Tag) =>
    (cells.get(row) ?? []).reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0);
  const width = Math.max(0, ...rows.map(widthOf));
  const [head, ...others] = rows;
  if (!head) return;
  const names = (cells.get(head) ?? []).map(({ entries }) => entries.get('/ID'));
  // Of a short head the corner above the names of rows is missing: any other header has words.
  const columns = names.length === width - 1 ? [undefined, ...names] : names;
  if (columns.length !== width) return;
  if (names.length < width)
    change(head, '/K', `[${[addTag('TD', head.number, repair), ...head.kids].join(' ')}]`, repair);
  for (const row of others) if (widthOf(row) < width) fillRow(row, cells.get(row) ?? [], columns, repair);
}

/** Put the cells of a row where their columns are; where a column has none, an empty one. The first may be the row's name. */
function fillRow(
  row: Tag,
  cells: readonly Tag[],
  columns: readonly (string | undefined)[],
  repair: Repair,
): void {
  const inColumn = (id: string | undefined, cell: Tag) =>
    id !== undefined && cell.entries.get('/A')?.includes(id);
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

function spanOf({ entries }: Tag, key: 'ColSpan' | 'RowSpan'): number {
  return Number(new RegExp(`/${key} (\\d+)`).exec(entries.get('/A') ?? '')?.[1] ?? 1);
}

/** Add an element without content; its reference. */
function addTag(type: string, parent: number, repair: Repair, kids = ''): string {
  const number = repair.next;
  repair.next += 1;
  repair.objects.set(number, { text: `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R${kids}>>` });
  return `${number} 0 R`;
}

/** An item holds its mark and its body: elements that are neither go into a body of their own. */
function addBody(item: Tag, repair: Repair): void {
  const belongs = (kid: string) => {
    const type = findTag(kid, repair)?.type;
    return type !== undefined && type !== 'Lbl' && type !== 'LBody';
  };
  const moved = item.kids.filter(belongs);
  if (moved.length === 0) return;
  const body = addTag('LBody', item.number, repair, `\n/K [${moved.join(' ')}]`);
  const at = item.kids.findIndex(belongs);
  const kids = item.kids.flatMap((kid, index) => (index === at ? [body] : belongs(kid) ? [] : [kid]));
  change(item, '/K', `[${kids.join(' ')}]`, repair);
  for (const kid of moved) {
    const tag = findTag(kid, repair);
    if (tag) change(tag, '/P', body, repair);
  }
}

/**
 * A link is tagged as one, whatever its role in HTML (Chromium knows no tag for the number of a footnote), and says where
 * it leads for who cannot see what it stands on.
 */
function makeLink(tag: Tag, repair: Repair): void {
  const { objects } = repair;
  for (const kid of tag.kids) {
    const number = Number(/\/Obj (\d+) 0 R/.exec(kid)?.[1]);
    const annotation = objects.get(number);
    if (!annotation?.text.includes('/Subtype /Link')) continue;
    if (tag.type !== 'Link') retype(tag, 'Link', repair);
    if (annotation.text.includes('/Contents')) continue;
    const address = /\/URI (\((?:\\[^]|[^\\()])*\))/.exec(annotation.text)?.[1];
    const target = /\/Dest \/([^\s/>]+)/.exec(annotation.text)?.[1] ?? '';
    const contents = address ?? pdfText(`#${target}`);
    objects.set(number, { text: annotation.text.replace(/>>$/, `\n/Contents ${contents}>>`) });
  }
}

/** Chromium writes two types that only PDF 2.0 knows. */
function mapRoles({ tags, objects }: Repair): void {
  const types = new Set([...tags.values()].map(({ type }) => type));
  const roles = ['Em', 'Strong'].filter((type) => types.has(type)).map((type) => `/${type} /Span`);
  if (roles.length === 0) return;
  for (const [number, { text, stream }] of objects) {
    if (stream || !text.startsWith('<</Type /StructTreeRoot')) continue;
    objects.set(number, { text: text.replace(/>>$/, `\n/RoleMap <<${roles.join(' ')}>>>>`) });
  }
}
