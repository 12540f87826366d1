/** Takes a PDF and leaves what a reader finds in it, text included: tests must not need tools that are not in npm. */
import { readFile } from 'node:fs/promises';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFContentStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** A link on a page. */
export interface PdfLink {
  /** Page it stands on, from 0. */
  readonly page: number;
  /** Page it leads to; absent for an address or a target that does not exist. */
  readonly target: number | undefined;
  readonly uri: string | undefined;
}

/** What a reader finds in a PDF. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Width and height of each page in pt. */
  readonly pages: readonly (readonly [width: number, height: number])[];
  /** Text of each page without any white space, in the order it is drawn. */
  readonly texts: readonly string[];
  readonly outline: readonly { readonly title: string; readonly page: number | undefined }[];
  readonly links: readonly PdfLink[];
  readonly tagged: boolean;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly lang: string | undefined;
}

/** Read a PDF. */
export async function readPdf(path: string): Promise<PdfFile> {
  return readPdfBytes(await readFile(path));
}

/** Read a PDF that has not been written. */
export async function readPdfBytes(bytes: Uint8Array): Promise<PdfFile> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = file;
  const marked = catalog
    .lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
    ?.lookupMaybe(PDFName.of('Marked'), PDFBool);
  return {
    bytes,
    pages: file.getPages().map((page) => [page.getWidth(), page.getHeight()]),
    texts: readTexts(file),
    outline: readOutline(file),
    links: readLinks(file),
    tagged: marked?.asBoolean() === true && catalog.lookup(PDFName.of('StructTreeRoot')) instanceof PDFDict,
    title: file.getTitle(),
    author: file.getAuthor(),
    lang: decode(catalog.lookup(PDFName.of('Lang'))),
  };
}

/** Tell whether a text is on the pages as a whole; it may go on over the next page. */
export function holdsText(pages: readonly string[], text: string): boolean {
  const wanted = text.replaceAll(/\s+/g, '');
  if (pages.some((page) => page.includes(wanted))) return true;
  return pages.some((page, index) => {
    const next = pages[index + 1] ?? '';
    for (let cut = 1; cut < wanted.length; cut += 1) {
      if (!page.includes(wanted.slice(0, cut))) return false;
      if (next.includes(wanted.slice(cut))) return true;
    }
    return false;
  });
}

function decode(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function readOutline(file: PDFDocument): PdfFile['outline'] {
  const items: { title: string; page: number | undefined }[] = [];
  const read = (parent: PDFDict | undefined): void => {
    for (let item = entry(parent, 'First'); item; item = entry(item, 'Next')) {
      items.push({ title: decode(item.lookup(PDFName.of('Title'))) ?? '', page: targetOf(file, item) });
      read(item);
    }
  };
  read(entry(file.catalog, 'Outlines'));
  return items;
}

function entry(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return dictionary?.lookupMaybe(PDFName.of(key), PDFDict);
}

function readLinks(file: PDFDocument): PdfLink[] {
  return file.getPages().flatMap((page, index) =>
    (page.node.Annots()?.asArray() ?? [])
      .map((reference) => file.context.lookup(reference, PDFDict))
      .filter((annotation) => annotation.get(PDFName.of('Subtype')) === PDFName.of('Link'))
      .map((annotation) => ({
        page: index,
        target: targetOf(file, annotation),
        uri: decode(entry(annotation, 'A')?.lookup(PDFName.of('URI'))),
      })),
  );
}

/** Follow `/Dest`, or a GoTo action, to the number of a page. */
function targetOf(file: PDFDocument, item: PDFDict): number | undefined {
  const destination = item.lookup(PDFName.of('Dest')) ?? entry(item, 'A')?.lookup(PDFName.of('D'));
  const array = resolveName(file, destination);
  const page = array?.get(0);
  const index = file.getPages().findIndex(({ ref }) => ref === page);
  return index === -1 ? undefined : index;
}

function resolveName(file: PDFDocument, destination: PDFObject | undefined): PDFArray | undefined {
  if (destination instanceof PDFArray) return destination;
  const name = destination instanceof PDFName ? destination : undefined;
  const found = name && entry(file.catalog, 'Dests')?.lookup(name);
  if (found instanceof PDFArray) return found;
  return found instanceof PDFDict ? found.lookupMaybe(PDFName.of('D'), PDFArray) : undefined;
}

function readTexts(file: PDFDocument): string[] {
  const fonts = new Map<PDFDict, (bytes: Buffer) => string>();
  return file.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((one) => file.context.lookup(one)) : [contents];
    const source = streams.map(inflate).join('\n');
    return drawText(source, node.Resources(), fonts).replaceAll(/\s+/g, '');
  });
}

function inflate(stream: PDFObject | undefined): string {
  if (stream instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  return stream instanceof PDFContentStream ? stream.getContentsString() : '';
}

/** One piece of a content stream: a string, the bounds of a dictionary or array, a name, a number or an operator. */
const token = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[\dA-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

/** Run a content stream as far as text goes. */
function drawText(
  source: string,
  resources: PDFDict | undefined,
  fonts: Map<PDFDict, (bytes: Buffer) => string>,
): string {
  let text = '';
  let operands: string[] = [];
  let font: (bytes: Buffer) => string = () => '';
  // Within a span that brings its own text (a ligature) the glyphs say nothing.
  const spans: boolean[] = [];
  for (const [piece] of source.matchAll(token)) {
    if (/^[/(<[\]>\d.+-]/.test(piece)) {
      operands.push(piece);
      continue;
    }
    if (piece === 'Tf') {
      const name = operands.find((one) => one.startsWith('/'))?.slice(1) ?? '';
      const dictionary = entry(entry(resources, 'Font'), name);
      font = dictionary ? fontReader(dictionary, fonts) : () => '';
    } else if (piece === 'BDC' || piece === 'BMC') {
      const at = operands.indexOf('/ActualText');
      spans.push(at !== -1);
      if (at !== -1) text += decodeUtf16(stringBytes(operands[at + 1] ?? ''));
    } else if (piece === 'EMC') {
      spans.pop();
    } else if ((piece === 'Tj' || piece === 'TJ') && !spans.includes(true)) {
      for (const one of operands) if (/^[(<]/.test(one)) text += font(stringBytes(one));
    } else if (piece === 'Do') {
      const form = entry(resources, 'XObject')?.lookup(PDFName.of(operands[0]?.slice(1) ?? ''));
      if (form instanceof PDFRawStream && form.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))
        text += drawText(inflate(form), entry(form.dict, 'Resources'), fonts);
    }
    operands = [];
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function stringBytes(piece: string): Buffer {
  if (piece.startsWith('<')) return Buffer.from(piece.slice(1, -1).replaceAll(/\s/g, ''), 'hex');
  const plain = piece
    .slice(1, -1)
    .replaceAll(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, letter: string) =>
      octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
  return Buffer.from(plain, 'latin1');
}

function decodeUtf16(bytes: Buffer): string {
  const start = bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
  const even = bytes.subarray(start, bytes.length - ((bytes.length - start) % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

/** Read a font's own table from codes to characters. */
function fontReader(
  dictionary: PDFDict,
  fonts: Map<PDFDict, (bytes: Buffer) => string>,
): (bytes: Buffer) => string {
  const known = fonts.get(dictionary);
  if (known) return known;
  const map = new Map<number, string>();
  const table = inflate(dictionary.lookup(PDFName.of('ToUnicode')));
  for (const [, block = ''] of table.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      map.set(Number.parseInt(code, 16), decodeUtf16(Buffer.from(text, 'hex')));
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        map.set(code, String.fromCharCode(Number.parseInt(text, 16) + code - first));
    }
  }
  const size = dictionary.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1;
  const read = (bytes: Buffer): string => {
    let text = '';
    for (let at = 0; at + size <= bytes.length; at += size) text += map.get(bytes.readUIntBE(at, size)) ?? '';
    return text;
  };
  fonts.set(dictionary, read);
  return read;
}
