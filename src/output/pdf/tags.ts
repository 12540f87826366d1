/**
 * Takes the objects of a printed file and leaves its structure as PDF/UA-1 asks: known types, list items with a body, figures
 * that have words. A step of its own because Chromium's tags follow HTML, and these are what they lack.
 */
import { repairTable } from './table-tags.js';
import { renameTags } from './tag-names.js';
import {
  addTag,
  change,
  findEntry,
  findStructure,
  findTag,
  openTags,
  type PdfObjects,
  type Repair,
  retype,
  setEntries,
  type Tag,
} from './tag-tree.js';
import { pdfText } from './text-string.js';

/** Repair the structure of a file in place. */
export function repairTags(objects: PdfObjects): void {
  const repair = openTags(objects);
  for (const tag of repair.tags.values()) {
    if (tag.type === 'L') makeItems(tag, repair);
    if (tag.type === 'Figure' && findEntry(tag, '/Alt') === undefined) retype(tag, 'Div', repair);
    if (tag.type === 'Table') repairTable(tag, repair);
    if (tag.kids.some((kid) => kid.includes('/Obj '))) makeLink(tag, repair);
  }
  rankHeadings(repair);
  // Once all items are known, also those that were something else.
  for (const tag of repair.tags.values()) if (tag.type === 'LI') addBody(tag, repair);
  renameTags(repair);
  mapRoles(repair);
}

/** A file begins with H1 and skips no rank, whatever part of a deck was printed. */
function rankHeadings(repair: Repair): void {
  let last = 0;
  for (const tag of repair.tags.values()) {
    const rank = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0);
    if (rank > last + 1) retype(tag, `H${last + 1}`, repair);
    if (rank > 0) last = Math.min(rank, last + 1);
  }
}

/** A list holds items; any other element in it becomes one. */
function makeItems(list: Tag, repair: Repair): void {
  for (const kid of list.kids) {
    const tag = findTag(kid, repair);
    if (tag && !['LI', 'L', 'Caption'].includes(tag.type)) retype(tag, 'LI', repair);
  }
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
  setEntries(objects, findStructure(objects), { '/RoleMap': `<<${roles.join(' ')}>>` });
}
