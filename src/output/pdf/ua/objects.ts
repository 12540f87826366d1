/** Small readers over the objects of a PDF: each takes what a file may hold and leaves a plain value, or nothing. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What an entry may be: nothing where it is absent. */
export type Value = PDFObject | undefined;

/** Read an entry of a dictionary (or of a stream's), references followed. */
export function get(holder: Value, key: string): Value {
  const dict = asDict(holder);
  return dict?.lookup(PDFName.of(key));
}

/** Read an entry as written: a reference stays one. */
export function getRaw(holder: Value, key: string): Value {
  return asDict(holder)?.get(PDFName.of(key));
}

/** Follow the keys of dictionaries inside one another. */
export function getPath(holder: Value, ...path: readonly string[]): Value {
  return path.reduce(get, holder);
}

/** Take a value as a dictionary; a stream stands for its own. */
export function asDict(value: Value): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

/** Take a value as a stream whose bytes can be read. */
export function asStream(value: Value): PDFRawStream | undefined {
  return value instanceof PDFRawStream ? value : undefined;
}

/** List the entries of an array, references followed; anything else is an array of none. */
export function items(value: Value): Value[] {
  if (!(value instanceof PDFArray)) return [];
  return Array.from({ length: value.size() }, (_, index) => value.lookup(index));
}

/** List the entries of an array as written. */
export function rawItems(value: Value): Value[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

/** List one value, or those of an array: many entries may be either. */
export function oneOrMany(value: Value): Value[] {
  if (value === undefined) return [];
  return value instanceof PDFArray ? items(value) : [value];
}

/** Read a name without its slash. */
export function name(value: Value): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** Read a number. */
export function number(value: Value): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** Read a boolean. */
export function boolean(value: Value): boolean | undefined {
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** Read a text string. */
export function text(value: Value): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** List the keys of a dictionary, without their slashes. */
export function keys(value: Value): string[] {
  return (
    asDict(value)
      ?.keys()
      .map((key) => key.decodeText()) ?? []
  );
}

/** Tell a reference from a value. */
export function isRef(value: Value): value is PDFRef {
  return value instanceof PDFRef;
}
