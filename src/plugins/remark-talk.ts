/**
 * Takes the talks of the front matter and of `talks/<name>.yaml` beside the deck, and leaves `file.data.talks`; what the talk that is
 * being made says otherwise than the deck goes over `file.data.deck`. Before anything that looks at an option.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Config } from '../config/config.js';
import { decodeText } from '../deck/decode-text.js';
import { type DeckOptions, defaultDeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { type Talk, talkOptions } from '../deck/talks.js';
import { addPart } from '../diagnostics/file-parts.js';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { parseOptions, readOptions } from './options/read-options.js';
import type { TalkPairs } from './remark-deck-options.js';

/** Names that are folders of the output and parts of commands. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Read the talks, and choose one. */
export function remarkTalk({ talk: wanted }: Config, sources: Sources) {
  return (tree: Root, file: VFile): void => {
    const found = [...(file.data.talkPairs ?? []), ...readTalkFiles(sources, file)];
    const talks: Talk[] = [];
    for (const pairs of found) {
      if (checkName(pairs, talks, file)) talks.push(readTalk(pairs, file));
    }
    file.data.talks = talks;
    file.data.hearings = [
      { talk: undefined, audience: file.data.deck?.audience ?? [] },
      ...talks.map(({ name, audience }) => ({ talk: name, audience })),
    ];
    if (wanted === undefined) return;
    const talk = talks.find(({ name }) => name === wanted);
    if (talk) applyTalk(talk, file);
    else reportUnknown(wanted, talks, tree, file);
  };
}

/** The talks that have a file each, in the order of their names. */
function readTalkFiles(sources: Sources, file: VFile): TalkPairs[] {
  const paths = [...sources.keys()].filter((path) => /^talks\/[^/]+\.ya?ml$/.test(path)).sort();
  return paths.flatMap((path) => {
    const text = decodeText(sources.get(path) ?? '').text.replace(/\r\n?/g, '\n');
    const part = addPart(file, path, text);
    const start = { line: part.line + 1, column: 1 };
    const options = parseOptions(text, part.line, 'talk', file);
    const name = path.slice('talks/'.length).replace(/\.ya?ml$/, '');
    return [{ name, place: { start, end: start }, pairs: [], at: () => ({ start, end: start }), ...options }];
  });
}

function checkName({ name, place }: TalkPairs, before: readonly Talk[], file: VFile): boolean {
  if (!namePattern.test(name) || name === 'all') {
    report(
      file,
      'talk-name',
      place,
      `Unexpected name \`${name}\` of a talk, expected letters, digits, \`-\` and \`_\``,
      {
        note: 'It becomes the name of a folder; `all` stands for all talks.',
      },
    );
    return false;
  }
  if (!before.some((one) => one.name === name)) return true;
  report(file, 'option-duplicate', place, `Unexpected second talk \`${name}\`, expected it once`, {
    note: 'The first one counts; remove the other.',
  });
  return false;
}

function readTalk(pairs: TalkPairs, file: VFile): Talk {
  const { values, places } = readOptions(pairs, talkOptions, 'a talk', file);
  const { include, exclude, append, ...options } = values;
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : undefined);
  return {
    name: pairs.name,
    options,
    audience: list(options.audience) ?? file.data.deck?.audience ?? [],
    include: list(include),
    exclude: list(exclude) ?? [],
    append: list(append) ?? [],
    places: new Map([['', pairs.place], ...places]),
  };
}

function applyTalk(talk: Talk, file: VFile): void {
  const deck = file.data.deck ?? defaultDeckOptions;
  const options = talk.options as Partial<DeckOptions>;
  file.data.talk = talk;
  const vars = { ...deck.vars, ...options.vars };
  file.data.deck = { ...deck, ...options, vars, tokens: { ...deck.tokens, ...options.tokens } };
  file.data.optionPlaces = new Map([...(file.data.optionPlaces ?? []), ...talk.places]);
}

/** A talk that nobody defined has no slides: showing all of them would show what some talk leaves out. */
function reportUnknown(name: string, talks: readonly Talk[], tree: Root, file: VFile): void {
  tree.children = [];
  report(file, 'talk-unknown', undefined, `Unexpected talk \`${name}\`, expected one that the deck defines`, {
    actual: name,
    note: suggestNote(
      name,
      talks.map((talk) => talk.name),
    ),
  });
}
