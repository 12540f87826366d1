/**
 * Takes the objects of a file and leaves one of those that say the same: programs of fonts, pictures, states of drawing.
 * A step of its own because every part of a document that was printed in parts brings its own.
 */
import { createHash } from 'node:crypto';
import type { PdfObject } from './skia-objects.js';
import type { PdfObjects } from './tag-tree.js';

/** Elements, places and entries are what they are by where they stand. */
const single =
  /^(?:\[|<<\/Type \/(?:StructElem|StructTreeRoot|Annot|Page|Pages|Catalog|Outlines)\b|<<\/Title )/;
const reference = /\b(\d+) 0 R\b/g;

/** Keep the first of equal objects, in place. */
export function shareEqualObjects(objects: PdfObjects): void {
  const candidates = [...objects].filter(([, { text, stream }]) => stream || !single.test(text));
  const pages = [...objects.keys()].filter((number) =>
    objects.get(number)?.text.startsWith('<</Type /Page\n'),
  );
  const digests = new Map(candidates.map(([number, { stream }]) => [number, stream ? digest(stream) : '']));
  // A font equals another once its program does.
  for (let shared = findEqual(digests, objects); shared.size > 0; shared = findEqual(digests, objects)) {
    for (const number of shared.keys()) {
      objects.delete(number);
      digests.delete(number);
    }
    for (const number of [...digests.keys(), ...pages]) redirect(number, shared, objects);
  }
}

function digest(stream: Buffer): string {
  return createHash('md5').update(stream).digest('hex');
}

/** Of objects that equal an earlier one: that one. */
function findEqual(digests: ReadonlyMap<number, string>, objects: PdfObjects): Map<number, number> {
  const first = new Map<string, number>();
  const equal = new Map<number, number>();
  for (const [number, hash] of digests) {
    const key = `${hash} ${objects.get(number)?.text}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, number);
    else equal.set(number, known);
  }
  return equal;
}

function redirect(number: number, shared: ReadonlyMap<number, number>, objects: PdfObjects): void {
  const object: PdfObject | undefined = objects.get(number);
  if (!object) return;
  const text = object.text.replace(reference, (whole, target: string) => {
    const one = shared.get(Number(target));
    return one === undefined ? whole : `${one} 0 R`;
  });
  if (text !== object.text) objects.set(number, { ...object, text });
}
