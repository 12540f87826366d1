/**
 * Takes the outline that Chromium makes of headings and leaves it with one entry for every slide: pages that repeat a slide step by
 * step lose theirs, slides without a title get one. A step of its own because Chromium knows headings, not slides.
 */
import { type Entry, readKids, writeKids } from './outline-entries.js';
import { lastNumber, type PdfObjects, referenceIn } from './tag-tree.js';
import { pdfText } from './text-string.js';

/** A page that shows a slide. */
export interface SlidePage {
  /** What the outline calls it where it has no heading. */
  readonly name: string;
  /** Whether the same slide stands on a later page, further. */
  readonly isRepeated: boolean;
}

/** Give every slide one entry. Files without an outline stay as they are. */
export function completeOutline(objects: PdfObjects, root: number, slides: readonly SlidePage[]): void {
  const outlines = referenceIn(objects.get(root)?.text ?? '', 'Outlines');
  const pages = listPages(objects, referenceIn(objects.get(root)?.text ?? '', 'Pages'));
  const top = objects.get(outlines);
  if (slides.length === 0 || !top || pages.length !== slides.length) return;
  const kept = readKids(top.text, objects, pages).flatMap((entry) => dropRepeated(entry, slides));
  const named = new Set<number>();
  walk(kept, ({ page }) => void named.add(page));
  let next = lastNumber(objects) + 1;
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

/** List the numbers of the page objects in their order. */
function listPages(objects: PdfObjects, node: number): number[] {
  const text = objects.get(node)?.text ?? '';
  if (!/\/Type \/Pages/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) => listPages(objects, Number(number)));
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
