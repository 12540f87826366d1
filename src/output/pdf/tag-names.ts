/**
 * Takes the structure of a printed file and leaves the names of its elements counted in reading order. A step of its own because
 * Chromium names them by counting all it ever drew: a browser that has worked before would write other bytes.
 */
import {
  change,
  findEntry,
  findStructure,
  lastNumber,
  type Repair,
  referenceIn,
  setEntries,
  type Tag,
} from './tag-tree.js';

/** Names in one leaf of the tree in which elements are found by name. */
const perLeaf = 500;

/** Name an element, so that others can refer to it; its name as written. */
export function nameTag(tag: Tag, repair: Repair): string {
  const known = findEntry(tag, '/ID');
  if (known !== undefined) return known;
  const id = `(tag${tag.number})`;
  change(tag, '/ID', id, repair);
  return id;
}

/** Count the names of elements anew, where they are given and where cells refer to them. */
export function renameTags(repair: Repair): void {
  const names = new Map<string, string>();
  const numbers: number[] = [];
  const tags = [...repair.tags.values()].filter(({ text }) => text.includes('('));
  for (const tag of tags.toSorted((one, other) => one.number - other.number)) {
    const name = findEntry(tag, '/ID');
    if (name === undefined) continue;
    numbers.push(tag.number);
    names.set(name, nameOf(numbers.length));
  }
  for (const tag of tags) {
    const name = names.get(findEntry(tag, '/ID') ?? '');
    if (name !== undefined) change(tag, '/ID', name, repair);
    const attributes = tag.text.includes('/Headers [') ? findEntry(tag, '/A') : undefined;
    if (attributes !== undefined) change(tag, '/A', renameHeaders(attributes, names), repair);
  }
  writeNameTree(numbers, repair);
}

/** Names are found by halving: as words they must be in the order of their numbers. */
function nameOf(count: number): string {
  return `(tag${String(count).padStart(8, '0')})`;
}

function renameHeaders(attributes: string, names: ReadonlyMap<string, string>): string {
  return attributes.replace(/\/Headers \[[^\]]*\]/, (list) =>
    list.replace(/\([^)]*\)/g, (name) => names.get(name) ?? name),
  );
}

function writeNameTree(numbers: readonly number[], { objects }: Repair): void {
  const structure = findStructure(objects);
  if (structure === 0 || numbers.length === 0) return;
  const tree = referenceIn(objects.get(structure)?.text ?? '', 'IDTree') || lastNumber(objects) + 1;
  for (const [, leaf] of objects.get(tree)?.text.matchAll(/(\d+) 0 R/g) ?? []) objects.delete(Number(leaf));
  const leaves: string[] = [];
  const first = Math.max(tree, lastNumber(objects)) + 1;
  for (let from = 0; from < numbers.length; from += perLeaf) {
    const leaf = numbers.slice(from, from + perLeaf);
    const pairs = leaf.map((number, index) => `${nameOf(from + index + 1)} ${number} 0 R`);
    const limits = `${nameOf(from + 1)} ${nameOf(from + leaf.length)}`;
    objects.set(first + leaves.length, { text: `<</Limits [${limits}]\n/Names [${pairs.join(' ')}]>>` });
    leaves.push(`${first + leaves.length} 0 R`);
  }
  objects.set(tree, { text: `<</Kids [${leaves.join(' ')}]>>` });
  setEntries(objects, structure, { '/IDTree': `${tree} 0 R` });
}
