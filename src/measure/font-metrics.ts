/**
 * Takes the tables of the bundled faces and leaves, for a style, what a letter and a pair of letters take.
 * The tables are text, so that loading them costs nothing; a face is unpacked when it is first asked for.
 */
import { fontTables } from './font-tables.js';
import type { TextStyle } from './text-style.js';

/** One file of a face, packed. `x5` stands for `xxxxx` in all fields but `advances`. */
export interface FontTable {
  /** The characters, as CSS writes a unicode-range, without `U+`. */
  readonly ranges: string;
  /** Sequences that are drawn as one glyph, longest first. They follow the characters in all lists below. */
  readonly ligatures: string;
  /** Width of each in 1/1000 em, two digits to the base of 36. */
  readonly advances: string;
  /** The class of each when it is the left of a pair, one symbol each; numbered as they first occur. */
  readonly left: string;
  /** The class of each when it is the right. */
  readonly right: string;
  /** The values of kerning, in 1/1000 em. */
  readonly values: string;
  /** A value for each left class and right class, as symbols that stand that are numbered as they first occur. */
  readonly kerning: string;
}

/** A character or ligature of a face. */
export interface Glyph {
  /** In 1/1000 em. */
  readonly advance: number;
  readonly left: number;
  readonly right: number;
  /** The file it is in: nothing kerns across files. */
  readonly file: FaceFile;
}

interface FaceFile {
  /** How many classes the right of a pair can have. */
  readonly columns: number;
  readonly kerning: readonly number[];
}

/** A face, unpacked. */
export interface Face {
  readonly glyphs: ReadonlyMap<string, Glyph>;
  /** By their first letter, longest first. */
  readonly ligatures: ReadonlyMap<string, readonly string[]>;
}

const unpacked = new Map<string, Face>();

/** Find the face a style is set in. */
export function findFace(style: TextStyle): Face {
  const name = nameFace(style);
  const known = unpacked.get(name);
  if (known) return known;
  const face = unpackFace(fontTables[name] ?? []);
  unpacked.set(name, face);
  return face;
}

/** Find how much nearer (below 0) or farther two neighbours stand, in 1/1000 em. */
export function findKerning(left: Glyph, right: Glyph): number {
  if (left.file !== right.file) return 0;
  return left.file.kerning[left.left * left.file.columns + right.right] ?? 0;
}

function nameFace({ family = 'sans', weight = 400, italic = false }: TextStyle): string {
  if (family === 'mono') return 'mono-400';
  if (family === 'display') return italic ? 'display-italic-400' : 'display-600';
  return `sans-${italic ? 'italic-' : ''}${weight > 400 ? 600 : 400}`;
}

function unpackFace(tables: readonly FontTable[]): Face {
  const glyphs = new Map<string, Glyph>();
  for (const table of tables) unpackTable(table, glyphs);
  const ligatures = new Map<string, string[]>();
  for (const text of glyphs.keys()) {
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
    if (text !== first) ligatures.set(first, [...(ligatures.get(first) ?? []), text]);
  }
  return { glyphs, ligatures };
}

function unpackTable(table: FontTable, glyphs: Map<string, Glyph>): void {
  const clusters = [...listCharacters(table.ranges), ...table.ligatures.split(' ')];
  const [left, right] = [readNumbers(table.left), readNumbers(table.right)];
  const values = table.values.split(' ').map(Number);
  const kerning = readNumbers(table.kerning).map((index) => values[index] ?? 0);
  const file = { columns: new Set(right).size, kerning };
  for (const [index, cluster] of clusters.entries()) {
    const advance = Number.parseInt(table.advances.slice(index * 2, index * 2 + 2), 36);
    if (Number.isNaN(advance)) continue;
    glyphs.set(cluster, { advance, left: left[index] ?? 0, right: right[index] ?? 0, file });
  }
}

function listCharacters(ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map((point) => Number.parseInt(point, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  });
}

/** Read symbols as numbers: the first symbol that occurs is 0, the next new one 1. */
function readNumbers(packed: string): number[] {
  const text = packed.replaceAll(/(\D)(\d+)/gu, (_, symbol: string, times: string) =>
    symbol.repeat(Number(times)),
  );
  const known = new Map<string, number>();
  return Array.from(text, (symbol) => {
    const number = known.get(symbol) ?? known.size;
    known.set(symbol, number);
    return number;
  });
}
