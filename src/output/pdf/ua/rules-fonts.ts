/** Rules over fonts: programs are in the file, and every character can be read as Unicode. */
import { findUnicode, readCMap } from './cmap.js';
import type { UaFile } from './file.js';
import { listFonts, type UsedFont } from './fonts.js';
import { get, isRef, name, number, text } from './objects.js';
import type { UaRule } from './rule.js';

/** Make a rule over every font in use. */
function fontRule(
  id: string,
  expected: string,
  find: (font: UsedFont, file: UaFile) => string | undefined,
): UaRule {
  return {
    id,
    expected,
    check: (file) =>
      listFonts(file).flatMap((font) => {
        const found = find(font, file);
        return found === undefined ? [] : [{ found: `${found} (${font.name})`, page: font.page }];
      }),
  };
}

/** Which collection a predefined CMap is for (ISO 32000-1, table 118), by the beginning of its name. */
const collections: Readonly<Record<string, readonly string[]>> = {
  GB1: ['GB-', 'GBpc-', 'GBK-', 'GBKp-', 'GBK2K-', 'UniGB-'],
  CNS1: ['B5pc-', 'HKscs-', 'ETen-', 'ETenms-', 'CNS-', 'UniCNS-'],
  Japan1: ['83pv-', '90ms-', '90msp-', '90pv-', 'Add-', 'EUC-', 'Ext-', 'UniJIS-'],
  Korea1: ['KSC-', 'KSCms-', 'KSCpc-', 'UniKS-'],
};
const japanese = new Set(['H', 'V']);

function collectionOf(cmap: string): string | undefined {
  if (japanese.has(cmap)) return 'Japan1';
  return Object.entries(collections).find(([, starts]) =>
    starts.some((start) => cmap.startsWith(start)),
  )?.[0];
}

const isIdentity = (cmap: string | undefined): boolean => cmap === 'Identity-H' || cmap === 'Identity-V';
const isPredefined = (cmap: string): boolean => isIdentity(cmap) || collectionOf(cmap) !== undefined;

/** The collections of a composite font and of its CMap. */
function compareCollections({ dict, descendant, kind }: UsedFont): string | undefined {
  const encoding = get(dict, 'Encoding');
  const cmapName = name(encoding);
  if (kind !== 'Type0' || isIdentity(cmapName)) return undefined;
  const own = get(descendant, 'CIDSystemInfo');
  const other = get(encoding, 'CIDSystemInfo');
  if (cmapName !== undefined) {
    const collection = collectionOf(cmapName);
    const same = text(get(own, 'Ordering')) === collection && text(get(own, 'Registry')) === 'Adobe';
    return collection === undefined || same ? undefined : `another collection than \`${cmapName}\``;
  }
  const same = (['Registry', 'Ordering'] as const).every(
    (key) => text(get(own, key)) === text(get(other, key)),
  );
  const supplement = (number(get(own, 'Supplement')) ?? 0) <= (number(get(other, 'Supplement')) ?? 0);
  return same && supplement ? undefined : 'another collection than its CMap';
}

/** Characters that a reader cannot tell without help: not by encoding, not by a known collection. */
function lacksUnicode({
  dict,
  descriptor,
  kind,
  descendant,
  toUnicode,
  codes,
}: UsedFont): string | undefined {
  if (toUnicode) {
    const missing = [...codes].find((code) => findUnicode(toUnicode, code) === undefined);
    return missing === undefined ? undefined : `code ${missing} without a character`;
  }
  if (kind === 'Type0') {
    const cmap = name(get(dict, 'Encoding'));
    const ordering = text(get(get(descendant, 'CIDSystemInfo'), 'Ordering'));
    const known = ordering !== undefined && Object.hasOwn(collections, ordering);
    return (cmap !== undefined && collectionOf(cmap) !== undefined) || known
      ? undefined
      : 'no map to Unicode';
  }
  const encoding = get(dict, 'Encoding');
  const symbolic = ((number(get(descriptor, 'Flags')) ?? 0) & 4) !== 0;
  const named = name(encoding) ?? name(get(encoding, 'BaseEncoding'));
  if (kind === 'Type3') return get(encoding, 'Differences') ? undefined : 'no map to Unicode';
  return named !== undefined || !symbolic || get(encoding, 'Differences') ? undefined : 'no map to Unicode';
}

/** Values that are no character: U+0000, U+FEFF, U+FFFE. */
function hasEmptyUnicode({ toUnicode, codes }: UsedFont): string | undefined {
  for (const code of codes) {
    const value = toUnicode && findUnicode(toUnicode, code)?.toUpperCase();
    if (
      value !== undefined &&
      (value.match(/.{4}/g) ?? [value]).some((unit) => ['0000', 'FEFF', 'FFFE'].includes(unit))
    )
      return `code ${code} as U+${value}`;
  }
  return undefined;
}

const hasProgram = ({ descriptor }: UsedFont): boolean =>
  ['FontFile', 'FontFile2', 'FontFile3'].some((key) => get(descriptor, key) !== undefined);

/** Rules of clause 7.21 that need no look into font programs. */
export const fontRules: readonly UaRule[] = [
  fontRule('7.21.3.1-1', 'one collection in a composite font and its CMap', compareCollections),
  fontRule('7.21.3.2-1', '`CIDToGIDMap` in an embedded TrueType font', ({ descendant, ...font }) => {
    if (name(get(descendant, 'Subtype')) !== 'CIDFontType2' || !hasProgram({ descendant, ...font }))
      return undefined;
    const map = get(descendant, 'CIDToGIDMap');
    return map && (name(map) === undefined || name(map) === 'Identity') ? undefined : 'no such map';
  }),
  fontRule('7.21.3.3-1', 'a CMap that is predefined or in the file', ({ dict, kind }) => {
    const cmap = name(get(dict, 'Encoding'));
    return kind === 'Type0' && cmap !== undefined && !isPredefined(cmap) ? `\`${cmap}\`` : undefined;
  }),
  fontRule('7.21.3.3-2', 'one direction of writing in a CMap', ({ dict, kind }) => {
    const written = number(get(get(dict, 'Encoding'), 'WMode')) ?? 0;
    const inside = kind === 'Type0' ? readCMap(get(dict, 'Encoding')) : undefined;
    return inside === undefined || (inside.wMode ?? 0) === written ? undefined : 'two';
  }),
  fontRule('7.21.3.3-3', 'a CMap that builds on predefined ones only', ({ dict, kind }) => {
    const uses = kind === 'Type0' ? readCMap(get(dict, 'Encoding'))?.uses : undefined;
    return uses === undefined || isPredefined(uses) ? undefined : `\`${uses}\``;
  }),
  fontRule('7.21.4.1-1', 'the program of the font in the file', (font) =>
    font.kind === 'Type3' || !font.visible || hasProgram(font) ? undefined : 'a font without',
  ),
  fontRule('7.21.6-2', 'a plain encoding of a TrueType font that is no symbol font', trueTypeEncoding),
  fontRule('7.21.6-3', 'no encoding of a symbolic TrueType font', ({ dict, kind, descriptor }) =>
    kind === 'TrueType' && isSymbolic(descriptor) && get(dict, 'Encoding') ? '`Encoding`' : undefined,
  ),
  fontRule('7.21.7-1', 'a character for every code', lacksUnicode),
  fontRule('7.21.7-2', 'characters that are some', hasEmptyUnicode),
  fontRule('7.21.8-1', 'glyphs that are some', ({ kind, descendant, dict, codes }) => {
    const direct =
      kind === 'Type0' && isIdentity(name(get(dict, 'Encoding'))) && !isRef(get(descendant, 'CIDToGIDMap'));
    return direct && codes.has(0) ? 'the glyph for “missing”' : undefined;
  }),
];

function isSymbolic(descriptor: UsedFont['descriptor']): boolean {
  return ((number(get(descriptor, 'Flags')) ?? 0) & 4) !== 0;
}

function trueTypeEncoding({ dict, kind, descriptor }: UsedFont): string | undefined {
  if (kind !== 'TrueType' || isSymbolic(descriptor)) return undefined;
  const encoding = get(dict, 'Encoding');
  const base = name(encoding) ?? name(get(encoding, 'BaseEncoding'));
  return base === 'WinAnsiEncoding' || base === 'MacRomanEncoding'
    ? undefined
    : `encoding \`${base ?? 'missing'}\``;
}
