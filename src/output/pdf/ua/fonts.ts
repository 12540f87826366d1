/** Takes an open file and leaves the fonts that show text, each once, with the codes shown: what the rules over fonts ask. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { type CMap, readCMap } from './cmap.js';
import type { UaFile } from './file.js';
import { asDict, get, getPath, items, name } from './objects.js';

/** A font in use. */
export interface UsedFont {
  readonly dict: PDFDict;
  /** `Type0`, `TrueType`, `Type1` … */
  readonly kind: string;
  /** As in the file, the tag of a subset included. */
  readonly name: string;
  /** The font below a composite one. */
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
  readonly toUnicode: CMap | undefined;
  /** Codes that are shown. */
  readonly codes: ReadonlySet<number>;
  /** Whether any of it can be seen: invisible text needs no font program. */
  readonly visible: boolean;
  /** First page that uses it, from 1. */
  readonly page: number;
}

const known = new WeakMap<UaFile, readonly UsedFont[]>();

/** List the fonts of a file that show text. */
export function listFonts(file: UaFile): readonly UsedFont[] {
  const before = known.get(file);
  if (before) return before;
  const fonts = new Map<PDFDict, { codes: Set<number>; visible: boolean; page: number }>();
  for (const { content, number: page } of file.pages) {
    for (const { text } of content) {
      if (!text?.font) continue;
      const use = fonts.get(text.font) ?? { codes: new Set(), visible: false, page };
      for (const code of splitCodes(text.bytes, codeLength(text.font))) use.codes.add(code);
      use.visible ||= text.mode !== 3;
      fonts.set(text.font, use);
    }
  }
  const list = [...fonts].map(([dict, use]) => ({ dict, ...readFont(dict), ...use }));
  known.set(file, list);
  return list;
}

function readFont(dict: PDFDict) {
  const [descendant] = items(get(dict, 'DescendantFonts')).map(asDict);
  return {
    kind: name(get(dict, 'Subtype')) ?? '',
    name: name(get(dict, 'BaseFont')) ?? name(get(dict, 'Name')) ?? 'a font without a name',
    descendant,
    descriptor: asDict(get(descendant ?? dict, 'FontDescriptor')),
    toUnicode: readCMap(get(dict, 'ToUnicode')),
  };
}

/** Composite fonts have codes of two bytes unless their CMap says otherwise. */
function codeLength(font: PDFDict): number {
  if (name(get(font, 'Subtype')) !== 'Type0') return 1;
  return readCMap(getPath(font, 'Encoding'))?.codeLengths.at(-1) ?? 2;
}

function splitCodes(bytes: Uint8Array, length: number): number[] {
  const codes: number[] = [];
  for (let at = 0; at + length <= bytes.length; at += length) {
    codes.push(bytes.subarray(at, at + length).reduce((code, byte) => code * 256 + byte, 0));
  }
  return codes;
}
