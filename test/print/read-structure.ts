/** Takes a PDF and leaves its structure with the text of each element: what a screen reader is given, in the order in which it reads. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { type CMap, readCMap } from '../../src/output/pdf/ua/cmap.js';
import { openUaFile, type UaFile } from '../../src/output/pdf/ua/file.js';
import { asDict, get, items, name, number, text as stringOf } from '../../src/output/pdf/ua/objects.js';
import { attribute, type StructElement, type Structure } from '../../src/output/pdf/ua/structure.js';

/** One element of the structure. */
export interface Tag {
  readonly role: string;
  /** All text in it, in reading order. */
  readonly text: string;
  readonly children: readonly Tag[];
  /** Of a header: `Row`, `Column` or `Both`. */
  readonly scope: string | undefined;
  readonly id: string | undefined;
  /** Ids of the headers that a cell names. */
  readonly headers: readonly string[];
  readonly columns: number;
  readonly rows: number;
}

/** Read the structure of a PDF. */
export async function readTags(bytes: Uint8Array): Promise<Tag[]> {
  const file = await openUaFile(bytes);
  const { structure } = file;
  if (!structure) return [];
  const texts = readTexts(file);
  return structure.roots.map((root) => toTag(root, structure, texts));
}

/** List the tags of a role in a tag, itself included. */
export function findTags(tag: Tag, role: string): Tag[] {
  return [...(tag.role === role ? [tag] : []), ...tag.children.flatMap((child) => findTags(child, role))];
}

type Texts = ReadonlyMap<PDFDict, ReadonlyMap<number, string>>;

/** Content of an element and its children keeps the order of the file only in the list of kids itself. */
function toTag(element: StructElement, structure: Structure, texts: Texts): Tag {
  const byDict = new Map(element.children.map((child) => [child.dict, toTag(child, structure, texts)]));
  const page = asDict(get(element.dict, 'Pg'));
  const pieces = kidsOf(element).map((kid) => {
    const child = byDict.get(kid as PDFDict);
    if (child) return child.text;
    const mcid = number(kid) ?? number(get(kid, 'MCID'));
    const owner = asDict(get(kid, 'Pg')) ?? page;
    return mcid === undefined || !owner ? '' : (texts.get(owner)?.get(mcid) ?? '');
  });
  const read = (key: string) => attribute(element, structure, key);
  return {
    role: element.role,
    text: pieces.join(' ').replaceAll(/\s+/g, ' ').trim(),
    children: [...byDict.values()],
    scope: name(read('Scope')),
    id: stringOf(get(element.dict, 'ID')),
    headers: items(read('Headers')).flatMap((one) => stringOf(one) ?? []),
    columns: number(read('ColSpan')) ?? 1,
    rows: number(read('RowSpan')) ?? 1,
  };
}

function kidsOf({ dict }: StructElement) {
  const kids = get(dict, 'K');
  const list = items(kids);
  return list.length > 0 ? list : [kids];
}

/** Text of every piece of marked content, by page and number. */
function readTexts(file: UaFile): Texts {
  const maps = new Map<PDFDict, CMap | undefined>();
  const mapOf = (font: PDFDict) => {
    if (!maps.has(font)) maps.set(font, readCMap(get(font, 'ToUnicode')));
    return maps.get(font);
  };
  return new Map(
    file.pages.map(({ dict, content }) => {
      const pieces = new Map<number, string>();
      for (const { marks, text } of content) {
        const mcid = marks.findLast(({ properties }) => properties.mcid !== undefined)?.properties.mcid;
        if (mcid === undefined || !text?.font) continue;
        const map = mapOf(text.font);
        let shown = '';
        for (let at = 0; at + 1 < text.bytes.length; at += 2) {
          const code = (text.bytes[at] ?? 0) * 256 + (text.bytes[at + 1] ?? 0);
          shown += readCode(map, code);
        }
        pieces.set(mcid, `${pieces.get(mcid) ?? ''}${shown}`);
      }
      return [dict, pieces];
    }),
  );
}

/** The characters of a code: a range names those of its first code, and the others count on. */
function readCode(map: CMap | undefined, code: number): string {
  const range = map?.unicode.find(({ from, to }) => code >= from && code <= to);
  if (!range) return '';
  const units = Buffer.from(range.value, 'hex').swap16().toString('utf16le');
  const last = units.charCodeAt(units.length - 1) + code - range.from;
  return units.slice(0, -1) + String.fromCharCode(last);
}
