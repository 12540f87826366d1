/** Takes the objects of a printed file and leaves the elements of its structure, to be read, changed and added to in place. */
import { splitDictionary } from './skia-file.js';
import type { PdfObject } from './skia-objects.js';

/** Objects that may be changed and added to. */
export type PdfObjects = Map<number, PdfObject>;

/** An element of the structure; what only changes need is read when it is asked for. */
export interface Tag {
  readonly number: number;
  /** As it stands in the file. */
  text: string;
  type: string;
  /** Elements and content, as they were written. */
  readonly kids: readonly string[];
}

/** The structure while it is repaired. */
export interface Repair {
  readonly objects: PdfObjects;
  /** Elements that were read, in the order in which they were: first all that may need repair, in that of their numbers. */
  readonly tags: Map<number, Tag>;
  /** Number of the next new object. */
  next: number;
}

/** Types of elements that may need repair. Nine in ten are others: runs of text, paragraphs, cells. */
const repaired = new Set(['L', 'LI', 'Figure', 'Table', 'Em', 'Strong', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/**
 * Read what may need repair of the structure. Skia numbers elements before what they hold: the order of their numbers is that in
 * which they are read.
 */
export function openTags(objects: PdfObjects): Repair {
  const repair: Repair = { objects, tags: new Map(), next: lastNumber(objects) + 1 };
  for (const [number, { text, stream }] of objects) {
    if (stream || !text.startsWith(element)) continue;
    if (repaired.has(readType(text)) || text.includes('(') || text.includes('/Obj ')) readTag(number, repair);
  }
  return repair;
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

const element = '<</Type /StructElem\n/S /';

/** An element of Skia's begins with its type. */
function readType(text: string): string {
  const end = text.indexOf('\n', element.length);
  return text.slice(element.length, end);
}

function readTag(number: number, { objects, tags }: Repair): Tag | undefined {
  const known = tags.get(number);
  const text = objects.get(number)?.text;
  if (known || !text?.startsWith(element)) return known;
  const tag = new WrittenTag(number, text);
  tags.set(number, tag);
  return tag;
}

/** A kid: a reference, a number of marked content, a dictionary in place. */
const kidPattern = /\d+ 0 R|<<(?:[^<>]|<<[^<>]*>>)*>>|\d+/g;

/** Words of an author, in which anything may stand that looks like an entry. */
const words = /\/(?:Alt|ActualText|T|E|Lang) [(<]/;

/** Entries that are read and changed, as Skia writes them: attributes stand last, but for a name. */
const written: Readonly<Record<string, RegExp>> = {
  '/S': /\/S (\/\w+)/,
  '/P': /\/P (\d+ 0 R)/,
  '/K': /\/K (\[[^\]]*\]|<<[^]*?>>|\d+(?: 0 R)?)/,
  '/A': /\/A ([^]*?)(?:\n\/ID \([^)]*\))?>>$/,
  '/ID': /\/ID (\([^)]*\))/,
};

/** Find an entry of an element, where that is possible without reading all of them. */
export function findEntry({ text }: Pick<Tag, 'text'>, key: string): string | undefined {
  const pattern = words.test(text) ? undefined : written[key];
  return pattern ? pattern.exec(text)?.[1] : splitDictionary(text)?.get(key);
}

/** An element as it was written. */
class WrittenTag implements Tag {
  type: string;
  #kids: readonly string[] | undefined;

  constructor(
    readonly number: number,
    public text: string,
  ) {
    this.type = readType(text);
  }

  get kids(): readonly string[] {
    this.#kids ??= findEntry(this, '/K')?.match(kidPattern) ?? [];
    return this.#kids;
  }
}

/** Set an entry of an element. */
export function change(tag: Tag, key: string, value: string, repair: Repair): void {
  tag.text = words.test(tag.text) ? setEntry(tag.text, key, value) : replaceEntry(tag, key, value);
  repair.objects.set(tag.number, { text: tag.text });
}

function setEntry(text: string, key: string, value: string): string {
  const entries = (splitDictionary(text) ?? new Map<string, string>()).set(key, value);
  return `<<${[...entries].map(([one, known]) => `${one} ${known}`).join('\n')}>>`;
}

/** A new entry stands behind the type, which is the first of all. */
function replaceEntry(tag: Tag, key: string, value: string): string {
  const { text, type } = tag;
  const known = findEntry(tag, key);
  const entry = known === undefined ? '' : `${key} ${known}`;
  const at = known === undefined ? element.length + type.length : text.indexOf(entry);
  const begin = known === undefined ? '\n' : '';
  return `${text.slice(0, at)}${begin}${key} ${value}${text.slice(at + entry.length)}`;
}

/** Give an element another type. */
export function retype(tag: Tag, type: string, repair: Repair): void {
  change(tag, '/S', `/${type}`, repair);
  tag.type = type;
}

/** Find the element that a kid refers to. */
export function findTag(kid: string, repair: Repair): Tag | undefined {
  return kid.endsWith(' 0 R') ? readTag(Number.parseInt(kid, 10), repair) : undefined;
}

/** Add an element without content; its reference. */
export function addTag(type: string, parent: number, repair: Repair, kids = ''): string {
  const number = repair.next;
  repair.next += 1;
  repair.objects.set(number, { text: `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R${kids}>>` });
  return `${number} 0 R`;
}
