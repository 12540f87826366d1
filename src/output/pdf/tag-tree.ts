/** Takes the objects of a printed file and leaves the elements of its structure, to be read, changed and added to in place. */
import { splitDictionary } from './skia-file.js';
import type { PdfObject } from './skia-objects.js';

/** Objects that may be changed and added to. */
export type PdfObjects = Map<number, PdfObject>;

/** An element of the structure, read as far as it is changed. */
export interface Tag {
  readonly number: number;
  type: string;
  readonly entries: Map<string, string>;
  /** Elements and content, as written. */
  readonly kids: readonly string[];
}

/** The structure while it is repaired. */
export interface Repair {
  readonly objects: PdfObjects;
  readonly tags: ReadonlyMap<number, Tag>;
  /** Elements that were given a name, by it. */
  readonly names: Map<string, number>;
  /** Number of the next new object. */
  next: number;
}

/** A kid: a reference, a number of marked content, a dictionary in place. */
const kidPattern = /\d+ 0 R|<<(?:[^<>]|<<[^<>]*>>)*>>|\d+/g;

/** Read the structure, to be repaired. */
export function openTags(objects: PdfObjects): Repair {
  return { objects, tags: readTags(objects), names: new Map(), next: lastNumber(objects) + 1 };
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

/** Set an entry of an element. */
export function change(tag: Tag, key: string, value: string, { objects }: Repair): void {
  tag.entries.set(key, value);
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

/** Name an element, so that others can refer to it; its name as written. */
export function nameTag(tag: Tag, repair: Repair): string {
  const known = tag.entries.get('/ID');
  if (known !== undefined) return known;
  // Names are found by halving: these come after all of Chromium's (`node00000042`).
  const id = `(tag${String(tag.number).padStart(8, '0')})`;
  change(tag, '/ID', id, repair);
  repair.names.set(id, tag.number);
  return id;
}

/** Write the names that were given into the tree in which elements are found by name. */
export function writeNames(repair: Repair): void {
  const { objects, names } = repair;
  const [first, ...others] = [...names.keys()].sort();
  const root = [...objects.values()].find(
    ({ text, stream }) => !stream && text.startsWith('<</Type /StructTreeRoot'),
  );
  const number = Number(/\/IDTree (\d+) 0 R/.exec(root?.text ?? '')?.[1]);
  const tree = objects.get(number)?.text;
  if (first === undefined || tree === undefined) return;
  const leaf = repair.next;
  repair.next += 1;
  const pairs = [first, ...others].map((id) => `${id} ${names.get(id)} 0 R`);
  objects.set(leaf, {
    text: `<</Limits [${first} ${others.at(-1) ?? first}]\n/Names [${pairs.join(' ')}]>>`,
  });
  objects.set(number, { text: tree.replace(/\/Kids \[([^\]]*)\]/, `/Kids [$1 ${leaf} 0 R]`) });
}
