/** Takes the front matter (a `yaml` node) and leaves `file.data.deck`; what is wrong with a key is a message at that key. */
import type { Root, Yaml } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, type Pair } from 'yaml';
import { guessDirection } from '../deck/direction.js';
import { type DeckOptions, deckOptions, defaultDeckOptions } from '../deck/options.js';
import { explainYaml, parseYaml } from '../diagnostics/parse-yaml.js';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { foreignKeyCure } from './habits/foreign-keys.js';

declare module 'vfile' {
  interface DataMap {
    /** The deck's options, complete; set by `remarkDeckOptions`. */
    deck?: DeckOptions;
    /** Where each key of the front matter stands, for messages of later steps. */
    optionPlaces?: ReadonlyMap<string, Position>;
  }
}

/** Read the deck's options; the `yaml` node leaves the tree. */
export function remarkDeckOptions() {
  return (tree: Root, file: VFile): void => {
    const first = tree.children[0];
    if (first?.type === 'yaml') {
      const isSwallowing = checkSwallowed(first, file);
      file.data.deck = readFrontMatter(
        normalizeLineEnds(first.value),
        first.position?.start.line ?? 1,
        file,
        isSwallowing,
      );
      tree.children.shift();
    } else {
      if (first?.type === 'thematicBreak') checkUnclosed(tree, file);
      checkPlace(tree, file);
      file.data.deck = defaultDeckOptions;
    }
    if (!file.data.optionPlaces?.has('dir'))
      file.data.deck = { ...file.data.deck, dir: guessDirection(tree) };
    file.data.ruleSeverities = file.data.deck.rules;
  };
}

/** YAML knows no line that ends with a carriage return alone; Markdown does. */
function normalizeLineEnds(value: string): string {
  return value.replace(/\r\n?/g, '\n');
}

/** @param isSwallowing whether a slide stands in it: then it is no YAML, and that has been said */
function readFrontMatter(value: string, fenceLine: number, file: VFile, isSwallowing: boolean): DeckOptions {
  const lines = new LineCounter();
  // Duplicate keys are ours to report: the parser's message names no cure.
  const document = parseYaml(value, { lineCounter: lines, uniqueKeys: false });
  const at = (offset: number, end = offset): Position => {
    const place = (index: number) => {
      const { line, col } = lines.linePos(index);
      return { line: line + fenceLine, column: Math.max(col, 1) };
    };
    return { start: place(offset), end: place(end) };
  };
  const error = document.errors[0];
  if (error && isSwallowing) return defaultDeckOptions;
  if (error) {
    report(file, 'option-yaml', at(error.pos[0]), 'Unexpected front matter, expected valid YAML', {
      note: explainYaml(error),
    });
    return defaultDeckOptions;
  }
  if (document.contents === null) return defaultDeckOptions;
  if (!isMap(document.contents)) {
    report(file, 'option-yaml', at(0), 'Unexpected front matter, expected `key: value` lines');
    return defaultDeckOptions;
  }
  return readPairs(document.contents.items, at, file);
}

function readPairs(
  pairs: readonly Pair[],
  at: (offset: number, end?: number) => Position,
  file: VFile,
): DeckOptions {
  const options: Record<string, unknown> = { ...defaultDeckOptions };
  const seen = new Map<string, Position>();
  file.data.optionPlaces = seen;
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const range = isScalar(pair.key) ? pair.key.range : undefined;
    const place = at(range?.[0] ?? 0, range?.[1]);
    if (seen.has(key)) {
      report(file, 'option-duplicate', place, `Unexpected second key \`${key}\`, expected it once`, {
        note: 'The last one counts; remove the other.',
      });
    }
    seen.set(key, place);
    readPair(key, pair, place, options, file);
  }
  return options as unknown as DeckOptions;
}

function readPair(
  key: string,
  pair: Pair,
  place: Position,
  options: Record<string, unknown>,
  file: VFile,
): void {
  const option = deckOptions.find((one) => one.key === key);
  if (!option) {
    const known = deckOptions.map((one) => one.key);
    report(
      file,
      'option-unknown',
      place,
      `Unexpected key \`${key}\`, expected one of the front matter’s keys`,
      {
        note: foreignKeyCure(key) ?? suggestNote(key, known),
        actual: key,
      },
    );
    return;
  }
  const value: unknown = toPlain(pair.value);
  if (value === null) return;
  const parsed = option.parse(value);
  if (parsed === undefined) {
    report(
      file,
      'option-value',
      place,
      `Unexpected value \`${JSON.stringify(value)}\` of \`${key}\`, expected ${option.explain?.(value) ?? option.expected}`,
      {
        actual: JSON.stringify(value),
      },
    );
    return;
  }
  options[option.name] = parsed;
}

function toPlain(value: unknown): unknown {
  return typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    typeof value.toJSON === 'function'
    ? value.toJSON()
    : value;
}

/** A file that opens with `---` and a key, and has no second fence: CommonMark reads a break and then a paragraph of keys. */
function checkUnclosed(tree: Root, file: VFile): void {
  const [fence, next] = tree.children;
  const opens = fence?.position?.start.line === 1 && String(file.value).startsWith('---');
  const key = next && next.position?.start.line === 2 && /^[\w-]+:(\s|$)/.test(lineAt(file, 2));
  if (!opens || !key) return;
  report(file, 'option-unclosed', fence, 'Unexpected end of the front matter, expected a second `---` line', {
    note: 'Write `---` alone on a line below the last key.',
  });
}

/** Without its second fence the front matter ends at the first slide break: the heading between is a comment to YAML. */
function checkSwallowed({ value, position }: Yaml, file: VFile): boolean {
  const lines = value.split(/\r\n|\r|\n/);
  const index = lines.findIndex((line, at) => /^#{1,6} \S/.test(line) && lines[at - 1]?.trim() === '');
  if (index < 0) return false;
  const line = (position?.start.line ?? 1) + 1 + index;
  const place = { start: { line, column: 1 }, end: { line, column: 1 + (lines[index]?.length ?? 0) } };
  report(
    file,
    'option-unclosed',
    place,
    'Unexpected heading in the front matter, expected its closing `---` before',
    {
      note: 'Write `---` alone on a line below the last key; as it stands the first slide is not shown.',
      fix: [{ ...insertionAt(line - 1, file), text: '---\n' }],
    },
  );
  return true;
}

/** A blank line above the front matter makes it a slide of keys. */
function checkPlace({ children }: Root, file: VFile): void {
  const [fence, keys] = children;
  const isBelow = fence?.type === 'thematicBreak' && (fence.position?.start.line ?? 1) > 1;
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n))+(?=---)/.exec(String(file.value))?.[0];
  if (!isBelow || blank === undefined || keys?.position === undefined) return;
  if (!/^[\w-]+:(\s|$)/.test(lineAt(file, keys.position.start.line))) return;
  report(file, 'option-place', fence, 'Unexpected blank line above the front matter, expected it on line 1', {
    note: 'Remove what stands above the first `---`; as it stands the keys are the text of a slide.',
    fix: [{ start: 0, end: blank.length, text: '' }],
  });
}

/** Where a line begins, as an empty edit. */
function insertionAt(line: number, file: VFile): { readonly start: number; readonly end: number } {
  const before = String(file.value).match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
  const offset = before.slice(0, line - 1).join('').length;
  return { start: offset, end: offset };
}

function lineAt(file: VFile, line: number): string {
  return String(file.value).split(/\r\n|\r|\n/)[line - 1] ?? '';
}
