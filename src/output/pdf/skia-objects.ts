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
  // Read as a whole: a text for each object costs ten times as much.
  const file = bytes.toString('latin1');
  const places = readPlaces(file, xref, size);
  const objects = new Map<number, PdfObject>();
  for (let number = 1; number < size; number += 1) {
    const offset = places.starts[number] ?? 0;
    const end = places.ends[number] ?? 0;
    if (offset === 0) continue;
    const head = `${number} 0 obj\n`;
    if (!file.startsWith(head, offset) || !file.endsWith(objectEnd, end)) return undefined;
    const start = offset + head.length;
    const object = file.endsWith(streamEnd, end)
      ? sliceStream(file, bytes, start)
      : { text: file.slice(start, end - objectEnd.length) };
    if (!object) return undefined;
    objects.set(number, object);
  }
  return objects;
}

/** Where objects begin and end, by their numbers; 0: there is none of that number. */
interface Places {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** An object ends where the next one begins, the last one at the table, which is no object. */
function readPlaces(file: string, end: number, size: number): Places {
  const table = end + `xref\n0 ${size}\n`.length;
  const starts = new Float64Array(size);
  // Numbers of objects with where they begin, so that they can be sorted without a function.
  const order = new Float64Array(size);
  for (let number = 1; number < size; number += 1) {
    const line = table + number * xrefLine;
    const offset = file[line + 17] === 'f' ? 0 : Number(file.slice(line, line + 10));
    starts[number] = offset;
    order[number] = offset * size + number;
  }
  order.sort();
  const ends = new Float64Array(size).fill(end);
  for (let index = 1; index < size; index += 1) {
    const next = order[index] ?? 0;
    ends[(order[index - 1] ?? 0) % size] = Math.floor(next / size);
  }
  return { starts, ends };
}

const objectEnd = '\nendobj\n';
const streamEnd = `\nendstream${objectEnd}`;

function sliceStream(file: string, bytes: Buffer, start: number): PdfObject | undefined {
  // Dictionaries of streams are short.
  const match = /^(<<[^]*?>>)\s?stream\n/.exec(file.slice(start, start + 1000));
  const length = Number(/\/Length (\d+)/.exec(match?.[1] ?? '')?.[1]);
  if (!match || !Number.isFinite(length)) return undefined;
  const from = start + match[0].length;
  return { text: match[1] ?? '', stream: bytes.subarray(from, from + length) };
}

/** Half the time of the usual level, for a seventh more bytes. */
export const compression = { level: 1 };

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
  const view = new DataView(table.buffer, table.byteOffset);
  for (const [number, [kind, where, index]] of places) {
    view.setUint8(number * 7, kind);
    view.setUint32(number * 7 + 1, where);
    view.setUint16(number * 7 + 5, index);
  }
  table.writeUInt16BE(65535, 5);
  const stream = deflateSync(table);
  const text = `<</Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] /Filter /FlateDecode /Length ${stream.length}>>`;
  return { text, stream };
}
