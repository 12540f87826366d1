/** Takes the front matter (a `yaml` node) and leaves `file.data.deck`; what is wrong with a key is a message at that key. */
import type { Root, Yaml } from 'mdast';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import { isMap, isScalar, type Pair } from 'yaml';
import { guessDirection } from '../deck/direction.js';
import { type DeckOptions, deckOptions, defaultDeckOptions } from '../deck/options.js';
import { report } from '../diagnostics/report.js';
import {
  type OptionPairs,
  type PlaceFinder,
  pairKey,
  pairPlace,
  parseOptions,
  readOptions,
} from './options/read-options.js';

/** A talk as the front matter or a file defines it, before it is read. */
export interface TalkPairs extends OptionPairs {
  readonly name: string;
  readonly place: Position;
}

declare module 'vfile' {
  interface DataMap {
    /** The deck's options, complete; set by `remarkDeckOptions`, those of the talk on top by `remarkTalk`. */
    deck?: DeckOptions;
    /** Where each key stands that counts, for messages of later steps. */
    optionPlaces?: ReadonlyMap<string, Position>;
    /** The talks of the front matter, for `remarkTalk`. */
    talkPairs?: readonly TalkPairs[];
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
  // What is wrong with such a text has been said, at the heading in it.
  const scratch = isSwallowing ? new VFile(value) : file;
  const options = parseOptions(value, fenceLine, 'front matter', scratch);
  if (!options) return defaultDeckOptions;
  const { pairs, at } = options;
  const isTalks = (pair: Pair) => pairKey(pair) === 'talks';
  file.data.talkPairs = pairs.filter(isTalks).flatMap((pair) => listTalks(pair, at, file));
  const plain = { pairs: pairs.filter((pair) => !isTalks(pair)), at };
  const { values, places } = readOptions(plain, deckOptions, 'the front matter', file);
  file.data.optionPlaces = places;
  return { ...defaultDeckOptions, ...values };
}

/** The talks that the front matter defines, each still as pairs. */
function listTalks(pair: Pair, at: PlaceFinder, file: VFile): TalkPairs[] {
  if (isScalar(pair.value) && pair.value.value === null) return [];
  if (!isMap(pair.value)) {
    report(file, 'option-value', pairPlace(pair, at), 'Unexpected value of `talks`, expected talks by name', {
      note: 'Write each talk as a key with its own keys beneath: `lightning:`, then `minutes: 5`.',
    });
    return [];
  }
  return pair.value.items.map((talk) => ({
    name: pairKey(talk),
    place: pairPlace(talk, at),
    pairs: isMap(talk.value) ? talk.value.items : [],
    at,
  }));
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
