/**
 * Takes files that were printed one after another from one document and leaves them as one: pages, structure, outline, and
 * the links between them. A step of its own because Chromium's cost grows faster than the number of pages, so that long decks
 * are printed in parts.
 */
import { countTaken, type LeaderEntry, planMove, readLeaders } from './move-objects.js';
import { joinOutlines } from './outline-entries.js';
import { shareEqualObjects } from './share-objects.js';
import { openSkiaFile, splitDictionary } from './skia-file.js';
import { sliceObjects } from './skia-objects.js';
import { lastNumber, type PdfObjects, referenceIn, setEntries } from './tag-tree.js';

/** A file's objects, and the two from which all others are found. */
export interface OpenFile {
  readonly objects: PdfObjects;
  readonly root: number;
  readonly info: number;
}

/** What a document has once: numbers of objects, 0 where there is none. */
interface Trunk {
  readonly pages: number;
  readonly outlines: number;
  readonly destinations: number;
  /** The structure: its root, the element of the document, and the one in that which holds all others. */
  readonly structure: number;
  readonly document: number;
  readonly main: number;
  /** The tree that leads from content to elements, and that in which elements are found by name. */
  readonly leaders: number;
  readonly names: number;
}

/** Files that have become one: the first, with the objects of all, and what its trunk must name. */
interface Joined extends OpenFile {
  readonly trunk: Trunk;
  readonly pages: number[];
  readonly outlines: number[];
  readonly destinations: string[];
  readonly kids: string[];
  readonly leaders: LeaderEntry[];
}

/** Open a file, or several as one; `undefined` when one is not as Skia writes them. */
export function openFiles(bytes: readonly Uint8Array[]): OpenFile | undefined {
  const files = bytes.map(openFile);
  const [first, ...others] = files;
  if (!first || others.length === 0) return first;
  const lists = { pages: [], outlines: [], destinations: [], kids: [], leaders: [] };
  const joined: Joined = { ...first, trunk: findTrunk(first), ...lists };
  for (const file of files) if (!file || !append(file, joined)) return undefined;
  writeTrunk(joined);
  shareEqualObjects(joined.objects);
  return joined;
}

function openFile(bytes: Uint8Array): OpenFile | undefined {
  const file = openSkiaFile(bytes);
  const objects = file && sliceObjects(file);
  return objects && { objects, root: file.root, info: file.info };
}

function findTrunk({ objects, root }: OpenFile): Trunk {
  const textOf = (number: number) => objects.get(number)?.text ?? '';
  const catalog = textOf(root);
  const structure = referenceIn(catalog, 'StructTreeRoot');
  const document = referenceIn(textOf(structure), 'K');
  return {
    pages: referenceIn(catalog, 'Pages'),
    outlines: referenceIn(catalog, 'Outlines'),
    destinations: referenceIn(catalog, 'Dests'),
    structure,
    document,
    main: referenceIn(textOf(document), 'K'),
    leaders: referenceIn(textOf(structure), 'ParentTree'),
    names: referenceIn(textOf(structure), 'IDTree'),
  };
}

/** Put a file's objects behind those that are there; tell whether it is built so that this can be done. */
function append(file: OpenFile, joined: Joined): boolean {
  const isFirst = file.objects === joined.objects;
  const trunk = isFirst ? joined.trunk : findTrunk(file);
  const textOf = (number: number) => file.objects.get(number)?.text ?? '';
  const leaders = readLeaders(textOf(trunk.leaders));
  const kids = splitDictionary(textOf(trunk.main))?.get('/K');
  if (trunk.pages === 0 || leaders.length === 0 || kids === undefined) return false;
  const shared = (['structure', 'document', 'main'] as const).map(
    (key) => [trunk[key], joined.trunk[key]] as const,
  );
  const base = isFirst ? 0 : lastNumber(joined.objects);
  const move = planMove(base, new Map(shared), countTaken(joined.leaders));
  joined.pages.push(move.number(trunk.pages));
  joined.outlines.push(move.number(trunk.outlines));
  joined.destinations.push(move.text(textOf(trunk.destinations).slice(2, -2)));
  joined.kids.push(move.text(kids).replace(/^\[|\]$/g, ''));
  joined.leaders.push(...leaders.map(move.leader));
  if (isFirst) return true;
  const { root, info } = file;
  const leaves = [...textOf(trunk.names).matchAll(/(\d+) 0 R/g)].map(([, leaf]) => Number(leaf));
  const { destinations, leaders: tree, names } = trunk;
  const dropped = new Set([root, info, ...shared.map(([own]) => own), destinations, tree, names, ...leaves]);
  for (const [number, object] of file.objects) {
    if (dropped.has(number)) continue;
    joined.objects.set(move.number(number), { ...object, text: move.text(object.text) });
  }
  return true;
}

/** Write what the document has once, so that it names what all files had. */
function writeTrunk({ objects, root, trunk, leaders, ...lists }: Joined): void {
  const add = (text: string) => {
    const number = lastNumber(objects) + 1;
    objects.set(number, { text });
    return `${number} 0 R`;
  };
  const nums = leaders.toSorted(([a], [b]) => a - b).map((entry) => entry.join(' '));
  setEntries(objects, trunk.main, { '/K': `[${lists.kids.join(' ')}]` });
  setEntries(objects, trunk.leaders, { '/Nums': `[${nums.join(' ')}]` });
  setEntries(objects, trunk.structure, { '/ParentTreeNextKey': String(countTaken(leaders).pages) });
  const pages = add(writePageTree(lists.pages, objects));
  for (const number of lists.pages) setEntries(objects, number, { '/Parent': pages });
  objects.delete(trunk.destinations);
  const destinations = lists.destinations.filter(Boolean).join('\n');
  const outline = joinOutlines(objects, lists.outlines);
  setEntries(objects, root, {
    '/Pages': pages,
    ...(outline && { '/Outlines': `${outline} 0 R` }),
    ...(destinations && { '/Dests': add(`<<${destinations}>>`) }),
  });
}

function writePageTree(kids: readonly number[], objects: PdfObjects): string {
  const counts = kids.map((number) => Number(/\/Count (\d+)/.exec(objects.get(number)?.text ?? '')?.[1]));
  const count = counts.reduce((sum, one) => sum + one, 0);
  return `<</Type /Pages\n/Count ${count}\n/Kids [${kids.map((number) => `${number} 0 R`).join(' ')}]>>`;
}
