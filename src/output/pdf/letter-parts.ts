/**
 * Takes the tables by which text is copied and leaves them without the character 0. A step of its own because of letters that
 * are drawn from parts, as in Arabic, Skia writes it for every part, which PDF/UA forbids: the letter itself stands beside.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfObjects } from './tag-tree.js';

/** A code that means the character 0, in a list of single codes. */
const nothing = /^(<[0-9A-F]+>) <0000>$/gm;

/** Let parts of letters be copied as a space of no width. */
export function nameLetterParts(objects: PdfObjects): void {
  for (const { text, stream } of objects.values()) {
    const number = stream ? 0 : Number(/\/ToUnicode (\d+) 0 R/.exec(text)?.[1] ?? 0);
    const table = objects.get(number);
    if (!table?.stream || !table.text.includes('/FlateDecode')) continue;
    const before = inflateSync(table.stream).toString('latin1');
    const after = before.replace(nothing, '$1 <200B>');
    if (after === before) continue;
    const packed = deflateSync(Buffer.from(after, 'latin1'));
    objects.set(number, {
      text: table.text.replace(/\/Length \d+/, `/Length ${packed.length}`),
      stream: packed,
    });
  }
}
