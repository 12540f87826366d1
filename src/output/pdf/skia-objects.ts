/**
 * Takes a file as Skia writes it and leaves all its objects, and writes objects as a file: plain ones packed together and
 * compressed, which halves the size. Slicing by the table of offsets costs a tenth of parsing.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { SkiaFile } from './skia-file.js';

/** One object: its value as written (of a stream, its dictionary), and a stream's bytes as they lie in the file. */
export interface PdfObject {
  readonly text: string;
  readonly stream?: Buffer;
}

const xrefLine = 20;

/** Slice a file into its objects; `undefined` when one is not where the table says. */
export function sliceObjects({ bytes, xref, size }: SkiaFile): Map<number, PdfObject> | undefined {
  const offsets = readOffsets(bytes.toString('latin1', xref + `xref\n0 ${size}\n`.length), size);
  // An object ends where the next one begins, the last one at the table.
  const starts = [...offsets.values(), xref].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? xref]));
  const objects = new Map<number, PdfObject>();
  for (const [number, offset] of offsets) {
    const object = sliceObject(bytes, number, offset, ends.get(offset) ?? offset);
    if (!object) return undefined;
    objects.set(number, object);
  }
  return objects;
}

function readOffsets(table: string, size: number): Map<number, number> {
  const offsets = new Map<number, number>();
  for (let number = 1; number < size; number += 1) {
    const entry = table.slice(number * xrefLine, (number + 1) * xrefLine);
    if (entry[17] !== 'f') offsets.set(number, Number(entry.slice(0, 10)));
  }
  return offsets;
}

const objectEnd = '\nendobj\n';
const streamEnd = `\nendstream${objectEnd}`;

function sliceObject(bytes: Buffer, number: number, offset: number, end: number): PdfObject | undefined {
  const head = `${number} 0 obj\n`;
  const start = offset + head.length;
  const tail = bytes.toString('latin1', Math.max(start, end - streamEnd.length), end);
  if (!tail.endsWith(objectEnd) || bytes.toString('latin1', offset, start) !== head) return undefined;
  if (tail !== streamEnd) return { text: bytes.toString('latin1', start, end - objectEnd.length) };
  // Dictionaries of streams are short.
  const match = /^(<<[^]*?>>)\s?stream\n/.exec(bytes.toString('latin1', start, start + 1000));
  const length = Number(/\/Length (\d+)/.exec(match?.[1] ?? '')?.[1]);
  if (!match || !Number.isFinite(length)) return undefined;
  const from = start + match[0].length;
  return { text: match[1] ?? '', stream: bytes.subarray(from, from + length) };
}

/** Half the time of the usual level, for a tenth more bytes. */
export const compression = { level: 3 };

/** Objects in one packed stream: few enough that a reader need not unpack a whole file for one page. */
const perPack = 200;

/** What the end of a file names. */
export interface Trailer {
  readonly root: number;
  readonly info: number;
}

/** Write objects as a PDF 1.7 file; equal objects give equal bytes. */
export function writeObjects(objects: ReadonlyMap<number, PdfObject>, trailer: Trailer): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xD3\xEB\xE9\xE1\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const places = new Map<number, readonly [kind: number, where: number, index: number]>();
  const push = (number: number, { text, stream }: PdfObject) => {
    places.set(number, [1, length, 0]);
    const head = Buffer.from(`${number} 0 obj\n${text}${stream ? '\nstream\n' : ''}`, 'latin1');
    const tail = Buffer.from(stream ? '\nendstream\nendobj\n' : '\nendobj\n');
    for (const part of [head, ...(stream ? [stream] : []), tail]) {
      parts.push(part);
      length += part.length;
    }
  };
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  let next = (numbers.at(-1) ?? 0) + 1;
  for (const number of numbers) {
    const object = objects.get(number);
    if (object?.stream) push(number, object);
  }
  const plain = numbers.filter((number) => !objects.get(number)?.stream);
  for (let at = 0; at < plain.length; at += perPack) {
    const packed = plain.slice(at, at + perPack);
    for (const [index, number] of packed.entries()) places.set(number, [2, next, index]);
    push(next, packObjects(packed, objects));
    next += 1;
  }
  const start = length;
  places.set(next, [1, start, 0]);
  push(next, crossReferences(places, next + 1, trailer, fileId(parts)));
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** The same file has the same id, a changed one another; nothing secret hangs on it. 32 hexadecimal digits. */
function fileId(parts: readonly Buffer[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').toUpperCase();
}

function packObjects(numbers: readonly number[], objects: ReadonlyMap<number, PdfObject>): PdfObject {
  const texts = numbers.map((number) => `${objects.get(number)?.text ?? 'null'}\n`);
  let offset = 0;
  const heads = numbers.map((number, index) => {
    const head = `${number} ${offset}`;
    offset += texts[index]?.length ?? 0;
    return head;
  });
  const first = `${heads.join(' ')}\n`;
  const stream = deflateSync(Buffer.from(first + texts.join(''), 'latin1'), compression);
  const text = `<</Type /ObjStm /N ${numbers.length} /First ${first.length} /Filter /FlateDecode /Length ${stream.length}>>`;
  return { text, stream };
}

/** One line of seven bytes for each object: kind, where it is, which one there. */
function crossReferences(
  places: ReadonlyMap<number, readonly [kind: number, where: number, index: number]>,
  size: number,
  { root, info }: Trailer,
  id: string,
): PdfObject {
  const table = Buffer.alloc(size * 7);
  for (const [number, [kind, where, index]] of places) {
    table.writeUInt8(kind, number * 7);
    table.writeUInt32BE(where, number * 7 + 1);
    table.writeUInt16BE(index, number * 7 + 5);
  }
  table.writeUInt16BE(65535, 5);
  const stream = deflateSync(table);
  const text = `<</Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] /Filter /FlateDecode /Length ${stream.length}>>`;
  return { text, stream };
}
