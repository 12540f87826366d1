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
    if (tag.type === 'Link') describeLink(tag, objects);
  }
  // Once all items are known, also those that were something else.
  for (const tag of repair.tags.values()) if (tag.type === 'LI') addBody(tag, repair);
  mapRoles(repair);
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

/** An item holds its mark and its body: elements that are neither go into a body of their own. */
function addBody(item: Tag, repair: Repair): void {
  const belongs = (kid: string) => {
    const type = findTag(kid, repair)?.type;
    return type !== undefined && type !== 'Lbl' && type !== 'LBody';
  };
  const moved = item.kids.filter(belongs);
  if (moved.length === 0) return;
  const number = repair.next;
  repair.next += 1;
  const at = item.kids.findIndex(belongs);
  const kids = item.kids.flatMap((kid, index) =>
    index === at ? [`${number} 0 R`] : belongs(kid) ? [] : [kid],
  );
  change(item, '/K', `[${kids.join(' ')}]`, repair);
  const head = `<</Type /StructElem\n/S /LBody\n/P ${item.number} 0 R`;
  repair.objects.set(number, { text: `${head}\n/K [${moved.join(' ')}]>>` });
  for (const kid of moved) {
    const tag = findTag(kid, repair);
    if (tag) change(tag, '/P', `${number} 0 R`, repair);
  }
}

/** A link says where it leads, for who cannot see what it stands on. */
function describeLink({ kids }: Tag, objects: PdfObjects): void {
  for (const kid of kids) {
    const number = Number(/\/Obj (\d+) 0 R/.exec(kid)?.[1]);
    const annotation = objects.get(number);
    if (!annotation || annotation.text.includes('/Contents')) continue;
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
