/** Finds the element of the structure that an annotation belongs to; the index is made once a file. */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { UaFile } from './file.js';
import type { StructElement } from './structure.js';

const indexes = new WeakMap<UaFile, ReadonlyMap<PDFDict, StructElement>>();

/** Find the element that refers to an annotation. */
export function findOwner(file: UaFile, annotation: PDFDict): StructElement | undefined {
  let index = indexes.get(file);
  if (!index) {
    index = new Map(
      (file.structure?.elements ?? []).flatMap((element) =>
        element.objects.map((object) => [object, element] as const),
      ),
    );
    indexes.set(file, index);
  }
  return index.get(annotation);
}
