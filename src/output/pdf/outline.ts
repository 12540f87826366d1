/**
 * Takes the outline that Chromium makes of headings and leaves it with one entry for every slide: pages that repeat a slide step by
 * step lose theirs, slides without a title get one. A step of its own because Chromium knows headings, not slides.
 */
import { splitDictionary } from './skia-file.js';
import type { PdfObject } from './skia-objects.js';
import { pdfText } from './text-string.js';

/** A page that shows a slide. */
export interface SlidePage {
  /** What the outline calls it where it has no heading. */
  readonly name: string;
  /** Whether the same slide stands on a later page, further. */
  readonly isRepeated: boolean;
}

interface Entry {
  readonly number: number;
  /** What is kept: title, place, element. */
  readonly entries: Map<string, string>;
  readonly page: number;
  kids: Entry[];
}

type PdfObjects = Map<number, PdfObject>;

/** Give every slide one entry. Files without an outline stay as they are. */
export function completeOutline(objects: PdfObjects, root: number, slides: readonly SlidePage[]): void {
  const outlines = referenceIn(objects.get(root)?.text ?? '', 'Outlines');
  const pages = listPages(objects, referenceIn(objects.get(root)?.text ?? '', 'Pages'));
  const top = objects.get(outlines);
  if (slides.length === 0 || !top || pages.length !== slides.length) return;
  const kept = readKids(top.text, objects, pages).flatMap((entry) => dropRepeated(entry, slides));
  const named = new Set<number>();
  walk(kept, ({ page }) => void named.add(page));
  let next = Math.max(...objects.keys()) + 1;
  for (const [page, { name, isRepeated }] of slides.entries()) {
    if (named.has(page) || isRepeated) continue;
    const entries = new Map([
      ['/Title', pdfText(name)],
      ['/Dest', `[${pages[page]} 0 R /XYZ 0 10000 0]`],
    ]);
    insert(kept, { number: next, entries, page, kids: [] });
    next += 1;
  }
  objects.set(outlines, { text: `<</Type /Outlines${writeKids(kept, outlines, objects)}>>` });
}

function referenceIn(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? 0);
}

/** List the numbers of the page objects in their order. */
function listPages(objects: PdfObjects, node: number): number[] {
  const text = objects.get(node)?.text ?? '';
  if (!/\/Type \/Pages/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) => listPages(objects, Number(number)));
}

function readKids(parent: string, objects: PdfObjects, pages: readonly number[]): Entry[] {
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

/** What stood under a repeated entry moves up to its place. */
function dropRepeated(entry: Entry, slides: readonly SlidePage[]): Entry[] {
  const kids = entry.kids.flatMap((kid) => dropRepeated(kid, slides));
  if (slides[entry.page]?.isRepeated) return kids;
  return [{ ...entry, kids }];
}

function walk(entries: readonly Entry[], visit: (entry: Entry) => void): void {
  for (const entry of entries) {
    visit(entry);
    walk(entry.kids, visit);
  }
}

/** A slide without a heading stands beside the one before it, under what that one stands under. */
function insert(entries: Entry[], entry: Entry): void {
  const before = entries.findLastIndex(({ page }) => page < entry.page);
  const last = entries[before];
  // Only what has slides beneath it holds further ones; headings within a slide do not.
  const holds = last?.kids.some(({ page }) => page !== last.page) ?? false;
  if (last && holds) insert(last.kids, entry);
  else entries.splice(before + 1, 0, entry);
}

/** Write entries; what their parent says of them. */
function writeKids(kids: readonly Entry[], parent: number, objects: PdfObjects): string {
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
