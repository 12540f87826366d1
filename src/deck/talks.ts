/** What a talk is: one variant of a deck for one audience, and the keys it takes. */
import type { Position } from 'unist';
import { kind } from '../config/json-schema.js';
import type { Hearing } from './conditions.js';
import type { DeckOption } from './option-types.js';
import { names } from './option-values.js';
import { deckOptions } from './options.js';

/** A talk as other steps need it. */
export interface Talk {
  readonly name: string;
  /** Options of the deck that this talk has otherwise. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly audience: readonly string[];
  /** Slides to show, in this order; absent: all. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** Slides that come last. */
  readonly append: readonly string[];
  /** Where its keys stand; `''` is where the talk itself does. */
  readonly places: ReadonlyMap<string, Position>;
}

declare module 'vfile' {
  interface DataMap {
    /** All talks that are made of the deck, by the front matter and by files. */
    talks?: readonly Talk[];
    /** The talk that is being made; absent: the whole deck. */
    talk?: Talk;
    /** Who may listen: to the whole deck, and to each talk. */
    hearings?: readonly Hearing[];
  }
}

/** One key of a talk. */
export type TalkOption = Omit<DeckOption, 'name' | 'fallback'> & { readonly name: string };

const selection =
  '`#id`s as `id`, tags as `.tag`, a section by the id or tag of its first slide or as `section:Its title`, or `slide:id` for that slide alone';

/** Keys of the deck that belong to all of its talks. */
const deckOnly = ['talks', 'rules', 'trust', 'slide-level'];

/** What a talk takes besides the keys of the deck. */
export const ownTalkOptions: readonly TalkOption[] = [
  {
    key: 'speaker',
    name: 'author',
    expected: 'a text or a list of texts',
    summary: 'Who gives this talk; the same as `author`',
    parse: kind(names.schema, (value) => names(value)?.join(', ')),
  },
  {
    key: 'include',
    name: 'include',
    expected: `a list of ${selection}`,
    summary: 'The slides to show, in this order; without it all, in the order of the deck',
    parse: names,
  },
  {
    key: 'exclude',
    name: 'exclude',
    expected: `a list of ${selection}`,
    summary: 'Slides to leave out',
    parse: names,
  },
  {
    key: 'append',
    name: 'append',
    expected: `a list of ${selection}`,
    summary: 'Slides that come last, wherever they stand in the deck',
    parse: names,
  },
];

/** All keys of a talk. */
export const talkOptions: readonly TalkOption[] = [
  ...ownTalkOptions,
  ...deckOptions.filter(({ key }) => !deckOnly.includes(key)),
];
