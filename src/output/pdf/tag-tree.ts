/** Takes the objects of a printed file and leaves the elements of its structure, to be read, changed and added to in place. */
import { splitDictionary } from './skia-file.js';
import type { PdfObject } from './skia-objects.js';

/** Objects that may be changed and added to. */
export type PdfObjects = Map<number, PdfObject>;

/** An element of the structure, read as far as it is changed. */
export interface Tag {
  readonly number: number;
  type: string;
  /** Whether it may have a name, or name others: such entries are texts. */
  hasTexts: boolean;
  /** Number of the element, or the root, that it is in. */
  readonly parent: number;
  readonly entries: Map<string, string>;
  /** Elements and content, as written. */
  readonly kids: readonly string[];
}

/** The structure while it is repaired. */
export interface Repair {
  readonly objects: PdfObjects;
  readonly tags: ReadonlyMap<number, Tag>;
  /** Number of the next new object. */
  next: number;
}

/** A kid: a reference, a number of marked content, a dictionary in place. */
const kidPattern = /\d+ 0 R|<<(?:[^<>]|<<[^<>]*>>)*>>|\d+/g;

/** Read the structure, to be repaired. */
export function openTags(objects: PdfObjects): Repair {
  return { objects, tags: readTags(objects), next: lastNumber(objects) + 1 };
}

/** Find the highest number of an object. */
export function lastNumber(objects: PdfObjects): number {
  let last = 0;
  for (const number of objects.keys()) last = Math.max(last, number);
  return last;
}

/** Find the number of the object that an entry of a dictionary refers to; 0: none. */
export function referenceIn(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? 0);
}

/** Set entries of a dictionary that is an object of its own. */
export function setEntries(
  objects: PdfObjects,
  number: number,
  entries: Readonly<Record<string, string>>,
): void {
  const object = objects.get(number);
  const known = splitDictionary(object?.text ?? '') ?? new Map<string, string>();
  for (const [key, value] of Object.entries(entries)) known.set(key, value);
  const text = [...known].map(([key, value]) => `${key} ${value}`).join('\n');
  objects.set(number, { ...object, text: `<<${text}>>` });
}

/** Find the number of the root of the structure; 0: there is none. */
export function findStructure(objects: PdfObjects): number {
  for (const [number, { text, stream }] of objects) {
    if (!stream && text.startsWith('<</Type /StructTreeRoot')) return number;
  }
  return 0;
}

function readTags(objects: PdfObjects): Map<number, Tag> {
  const tags = new Map<number, Tag>();
  for (const [number, { text, stream }] of objects) {
    if (!stream && text.startsWith('<</Type /StructElem')) tags.set(number, readTag(number, text));
  }
  return tags;
}

/** Most elements are never changed, and have no texts that could look like entries: of these only what is asked for is read. */
function readTag(number: number, text: string): Tag {
  let known: Map<string, string> | undefined;
  const entries = () => {
    known ??= splitDictionary(text) ?? new Map<string, string>();
    return known;
  };
  const hasTexts = text.includes('(');
  const find = (key: string, pattern: RegExp) =>
    hasTexts ? (entries().get(key) ?? '') : (pattern.exec(text)?.[1] ?? '');
  const kids = find('/K', /\/K (\[[^\]]*\]|<<[^]*?>>|\d+(?: 0 R)?)/);
  return {
    number,
    type: find('/S', /\/S (\/\w+)/).slice(1),
    hasTexts,
    parent: Number.parseInt(find('/P', /\/P (\d+)/), 10),
    kids: kids.match(kidPattern) ?? [],
    get entries() {
      return entries();
    },
  };
}

/** Set an entry of an element. */
export function change(tag: Tag, key: string, value: string, { objects }: Repair): void {
  tag.entries.set(key, value);
  tag.hasTexts ||= value.includes('(');
  const text = [...tag.entries].map(([one, written]) => `${one} ${written}`).join('\n');
  objects.set(tag.number, { text: `<<${text}>>` });
}

/** Give an element another type. */
export function retype(tag: Tag, type: string, repair: Repair): void {
  tag.type = type;
  change(tag, '/S', `/${type}`, repair);
}

/** Find the element that a kid refers to. */
export function findTag(kid: string, { tags }: Repair): Tag | undefined {
  return kid.endsWith(' 0 R') ? tags.get(Number.parseInt(kid, 10)) : undefined;
}

/** Add an element without content; its reference. */
export function addTag(type: string, parent: number, repair: Repair, kids = ''): string {
  const number = repair.next;
  repair.next += 1;
  repair.objects.set(number, { text: `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R${kids}>>` });
  return `${number} 0 R`;
}

/** Visit all elements in the order in which they are read. */
export function* walkTags(repair: Repair): Generator<Tag> {
  const { tags } = repair;
  const open = [...tags.values()].filter(({ parent }) => !tags.has(parent)).toReversed();
  for (let tag = open.pop(); tag; tag = open.pop()) {
    yield tag;
    for (const kid of tag.kids.toReversed()) {
      const next = findTag(kid, repair);
      if (next) open.push(next);
    }
  }
}
