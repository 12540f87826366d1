/**
 * Takes the outline of a file and leaves its entries as a tree, writes such a tree, and joins outlines of parts of a document.
 * A step of its own because entries are chained to one another: to change one is to write them all.
 */
import { splitDictionary } from './skia-file.js';
import { lastNumber, type PdfObjects, referenceIn } from './tag-tree.js';

/** An entry of the outline. */
export interface Entry {
  readonly number: number;
  /** What is kept: title, place, element. */
  readonly entries: Map<string, string>;
  readonly page: number;
  kids: Entry[];
}

/** Read the entries beneath one, or beneath the root; their pages are places in `pages`. */
export function readKids(parent: string, objects: PdfObjects, pages: readonly number[]): Entry[] {
  const kids: Entry[] = [];
  for (let number = referenceIn(parent, 'First'); number > 0; ) {
    const text = objects.get(number)?.text ?? '';
    const entries = splitDictionary(text) ?? new Map<string, string>();
    const target = Number(/(\d+) 0 R/.exec(entries.get('/Dest') ?? '')?.[1] ?? 0);
    kids.push({ number, entries, page: pages.indexOf(target), kids: readKids(text, objects, pages) });
    number = referenceIn(text, 'Next');
  }
  return kids;
}

/** Write entries; what their parent says of them. */
export function writeKids(kids: readonly Entry[], parent: number, objects: PdfObjects): string {
  for (const [index, { number, entries, kids: own }] of kids.entries()) {
    const [previous, next] = [kids[index - 1], kids[index + 1]];
    const kept = ['/Title', '/Dest', '/SE'].flatMap((key) =>
      entries.has(key) ? `${key} ${entries.get(key)}` : [],
    );
    const links = [
      `/Parent ${parent} 0 R`,
      ...(previous ? [`/Prev ${previous.number} 0 R`] : []),
      ...(next ? [`/Next ${next.number} 0 R`] : []),
    ];
    objects.set(number, { text: `<<${[...kept, ...links].join('\n')}${writeKids(own, number, objects)}>>` });
  }
  const [first, last] = [kids[0], kids.at(-1)];
  if (!first || !last) return '';
  return `\n/First ${first.number} 0 R\n/Last ${last.number} 0 R\n/Count ${countAll(kids)}`;
}

function countAll(kids: readonly Entry[]): number {
  return kids.reduce((sum, kid) => sum + 1 + countAll(kid.kids), 0);
}

/** Write the outlines of parts as one: what begins a part stands under the heading above it. The number of its root; 0: none. */
export function joinOutlines(objects: PdfObjects, roots: readonly number[]): number {
  const parts = roots.map((root) => objects.get(root)?.text ?? '');
  const entries = parts.flatMap((text) => readKids(text, objects, []));
  for (const root of roots) objects.delete(root);
  if (entries.length === 0) return 0;
  const root = lastNumber(objects) + 1;
  objects.set(root, { text: `<</Type /Outlines${writeKids(nest(entries, objects), root, objects)}>>` });
  return root;
}

/** Order entries by the ranks of their headings, as Chromium does. */
function nest(entries: readonly Entry[], objects: PdfObjects): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  const place = (entry: Entry): void => {
    const kids = entry.kids.splice(0);
    while (open.length > 0 && rankOf(open.at(-1), objects) >= rankOf(entry, objects)) open.pop();
    (open.at(-1)?.kids ?? top).push(entry);
    open.push(entry);
    for (const kid of kids) place(kid);
  };
  for (const entry of entries) place(entry);
  return top;
}

function rankOf(entry: Entry | undefined, objects: PdfObjects): number {
  const element = objects.get(Number.parseInt(entry?.entries.get('/SE') ?? '', 10));
  return Number(/\/S \/H([1-6])/.exec(element?.text ?? '')?.[1] ?? 0);
}
