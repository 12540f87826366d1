/** Takes the pairs of a YAML mapping and leaves checked options; front matter and talks are read alike, each key where it stands. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, type Pair } from 'yaml';
import { explainYaml, parseYaml } from '../../diagnostics/parse-yaml.js';
import { report } from '../../diagnostics/report.js';
import { suggest, suggestNote } from '../../diagnostics/suggest.js';
import { foreignKeyCure } from '../habits/foreign-keys.js';
import { findBrokenLine } from './broken-yaml.js';

/** Finds where a stretch of a YAML text stands in the deck. */
export type PlaceFinder = (offset: number, end?: number) => Position;

/** A mapping as parsed, with the way from its offsets to places. */
export interface OptionPairs {
  readonly pairs: readonly Pair[];
  readonly at: PlaceFinder;
}

/** One key that may stand in a mapping. */
export interface OptionKey {
  readonly key: string;
  readonly name: string;
  readonly expected: string;
  parse(value: unknown): unknown;
  /** What exactly was expected in a wrong value of several parts. */
  explain?(value: unknown): string | undefined;
}

/** Options that were given, by their names, and where their keys stand, by key (`tokens`) and the keys beneath (`tokens.ink`). */
export interface GivenOptions {
  readonly values: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<string, Position>;
}

/** Each is read around, which costs a parse: a text of broken lines alone would take for ever. */
const mostMistakes = 20;

/** Ten times as many as there are; each unknown one is compared with all that are known. */
const mostPairs = 500;

/**
 * Parse a YAML text that is to be a mapping; what it is else is reported.
 *
 * @param linesBefore lines of the deck's text before it
 * @param what what the text is, for the message: `front matter`
 * @param mistakes how many more lines may be broken
 */
export function parseOptions(
  value: string,
  linesBefore: number,
  what: string,
  file: VFile,
  mistakes = mostMistakes,
): OptionPairs | undefined {
  const lines = new LineCounter();
  // Duplicate keys are ours to report: the parser's message names no cure.
  const document = parseYaml(value, { lineCounter: lines, uniqueKeys: false });
  const at: PlaceFinder = (offset, end = offset) => {
    const place = (index: number) => {
      const { line, col } = lines.linePos(index);
      return { line: line + linesBefore, column: Math.max(col, 1) };
    };
    return { start: place(offset), end: place(end) };
  };
  const [error] = document.errors;
  if (error) {
    const { offset, fix, rest } = findBrokenLine(error, value, lines, linesBefore, file);
    report(file, 'option-yaml', at(offset), `Unexpected ${what}, expected valid YAML`, {
      note: explainYaml(error),
      fix,
    });
    const isEnough = rest === value || mistakes === 0;
    return isEnough ? undefined : parseOptions(rest, linesBefore, what, file, mistakes - 1);
  }
  if (document.contents === null) return { pairs: [], at };
  if (isMap(document.contents) && document.contents.items.length > mostPairs) {
    const count = document.contents.items.length;
    report(
      file,
      'option-yaml',
      at(0),
      `Unexpected ${count} keys in the ${what}, expected at most ${mostPairs}`,
    );
    return undefined;
  }
  if (isMap(document.contents)) return { pairs: document.contents.items, at };
  report(file, 'option-yaml', at(0), `Unexpected ${what}, expected \`key: value\` lines`);
  return undefined;
}

/** Read the options of a mapping. @param whose whose keys they are, for the message: `the front matter` */
export function readOptions(
  { pairs, at }: OptionPairs,
  table: readonly OptionKey[],
  whose: string,
  file: VFile,
): GivenOptions {
  const values: Record<string, unknown> = {};
  const places = new Map<string, Position>();
  for (const pair of pairs) {
    const key = pairKey(pair);
    const place = pairPlace(pair, at);
    if (places.has(key)) {
      report(file, 'option-duplicate', place, `Unexpected second key \`${key}\`, expected it once`, {
        note: 'The last one counts; remove the other.',
      });
    }
    places.set(key, place);
    // `tokens.ink` is where the colour stands.
    if (isMap(pair.value))
      for (const part of pair.value.items) places.set(`${key}.${pairKey(part)}`, pairPlace(part, at));
    const option = table.find((one) => one.key === key);
    const parsed = option
      ? readValue(option, pair, place, file)
      : reportUnknown(key, place, table, whose, file);
    if (option && parsed !== undefined) values[option.name] = parsed;
  }
  return { values, places };
}

/** The key of a pair as text. */
export function pairKey({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** Where the key of a pair stands. */
export function pairPlace({ key }: Pair, at: PlaceFinder): Position {
  const range = isScalar(key) ? key.range : undefined;
  return at(range?.[0] ?? 0, range?.[1]);
}

function readValue(option: OptionKey, pair: Pair, place: Position, file: VFile): unknown {
  const { key } = option;
  const value: unknown = toPlain(pair.value);
  if (value === null) return undefined;
  const parsed = option.parse(value);
  // A text that looks like a number stays as it is written: `event: 1.10`, `title: 0777`.
  if (typeof parsed === 'string' && typeof value === 'number' && isScalar(pair.value))
    return option.parse(pair.value.source ?? value);
  if (parsed !== undefined) return parsed;
  const written = JSON.stringify(value);
  const expected = option.explain?.(value) ?? option.expected;
  report(file, 'option-value', place, `Unexpected value \`${written}\` of \`${key}\`, expected ${expected}`, {
    actual: written,
    // Without quotes YAML reads braces as a mapping.
    note: written.startsWith('{"{')
      ? 'Write a variable in quotes: `"{{name}}"`.'
      : suggestValue(value, option.expected),
  });
  return undefined;
}

/** The values that a key's expectation names are what an author may have meant. */
function suggestValue(value: unknown, expected: string): string | undefined {
  const known = Array.from(expected.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
  const close = typeof value === 'string' ? suggest(value, known) : undefined;
  return close && `Did you mean \`${close}\`?`;
}

function reportUnknown(
  key: string,
  place: Position,
  table: readonly OptionKey[],
  whose: string,
  file: VFile,
): undefined {
  const known = table.map((one) => one.key);
  report(file, 'option-unknown', place, `Unexpected key \`${key}\`, expected one of ${whose}’s keys`, {
    note: foreignKeyCure(key) ?? suggestNote(key, known),
    actual: key,
  });
}

function toPlain(value: unknown): unknown {
  const isNode = typeof value === 'object' && value !== null && 'toJSON' in value;
  return isNode && typeof value.toJSON === 'function' ? value.toJSON() : value;
}
