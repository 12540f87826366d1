/** THE table of front-matter keys: what each takes, its default and its one-line description. The README's table is made from it. */
import type { Severity } from '../diagnostics/rules.js';
import type { StringOverrides } from '../strings.js';
import {
  choice,
  count,
  flag,
  isLanguage,
  namedSizes,
  parseRules,
  parseSize,
  parseStrings,
  paths,
  type SlideSize,
  text,
  textList,
  themeName,
} from './option-values.js';
import { type FitPolicy, fitPolicies, type Transition, transitions } from './slide-options.js';

export type { SlideSize };

/** What the front matter says of a deck, complete. */
export interface DeckOptions {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly date: string;
  readonly event: string;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: string;
  /** Paths of stylesheets, in the order of the cascade. */
  readonly css: readonly string[];
  readonly logo: string;
  readonly header: string;
  readonly footer: string;
  readonly slideNumber: 'c/t' | 'c' | 'none';
  readonly size: SlideSize;
  /** Headings of this rank or higher start a slide too; 0: only `---` does. */
  readonly slideLevel: number;
  /** What to do with content that does not fit. */
  readonly fit: FitPolicy;
  /** Planned length of the talk in minutes; 0: not said. */
  readonly minutes: number;
  readonly progress: boolean;
  readonly transition: Transition;
  /** Whether the HTML file carries the speaker's notes. */
  readonly notes: boolean;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly trust: 'safe' | 'default' | 'full';
  readonly strings: StringOverrides;
}

/** One key of the front matter. */
export interface DeckOption<T = unknown> {
  /** As the author writes it. */
  readonly key: string;
  readonly name: keyof DeckOptions;
  readonly fallback: T;
  /** What the value must be, for the message and the README: "`ltr` or `rtl`". */
  readonly expected: string;
  readonly summary: string;
  /** The checked value, or `undefined` for a value of the wrong kind. */
  parse(value: unknown): T | undefined;
}

/** All keys, in the order in which the README lists them. */
export const deckOptions: readonly DeckOption[] = [
  {
    key: 'title',
    name: 'title',
    fallback: '',
    expected: 'a text',
    summary: 'Title of the talk: document title, PDF title',
    parse: text,
  },
  {
    key: 'subtitle',
    name: 'subtitle',
    fallback: '',
    expected: 'a text',
    summary: 'Second line of the title slide when it has none of its own',
    parse: text,
  },
  {
    key: 'author',
    name: 'author',
    fallback: '',
    expected: 'a text or a list of texts',
    summary: 'Who speaks: title slide, PDF author',
    parse: textList,
  },
  {
    key: 'date',
    name: 'date',
    fallback: '',
    expected: 'a text',
    summary: 'Date as it is to be printed',
    parse: text,
  },
  {
    key: 'event',
    name: 'event',
    fallback: '',
    expected: 'a text',
    summary: 'Where the talk is given',
    parse: text,
  },
  {
    key: 'lang',
    name: 'lang',
    fallback: 'en',
    expected: 'a language tag such as `en` or `pt-BR`',
    summary: 'Language of the deck',
    parse: isLanguage,
  },
  {
    key: 'dir',
    name: 'dir',
    fallback: 'ltr',
    expected: '`ltr` or `rtl`',
    summary: 'Writing direction',
    parse: choice('ltr', 'rtl'),
  },
  {
    key: 'theme',
    name: 'theme',
    fallback: 'paper',
    expected: 'the name of a theme',
    summary: 'Theme: `paper` (light) or `ink` (dark)',
    parse: themeName,
  },
  {
    key: 'css',
    name: 'css',
    fallback: [],
    expected: 'a path or a list of paths',
    summary: 'Stylesheets of your own, after the theme',
    parse: paths,
  },
  {
    key: 'logo',
    name: 'logo',
    fallback: '',
    expected: 'the path of a picture',
    summary: 'Picture in the header of every slide',
    parse: text,
  },
  {
    key: 'header',
    name: 'header',
    fallback: '',
    expected: 'a text',
    summary: 'Text at the top of every slide',
    parse: text,
  },
  {
    key: 'footer',
    name: 'footer',
    fallback: '',
    expected: 'a text',
    summary: 'Text at the foot of every slide',
    parse: text,
  },
  {
    key: 'slide-number',
    name: 'slideNumber',
    fallback: 'c/t',
    expected: '`c/t`, `c` or `none`',
    summary: 'Slide number: current of total, current, or none',
    parse: choice('c/t', 'c', 'none'),
  },
  {
    key: 'size',
    name: 'size',
    fallback: namedSizes['16:9'],
    expected: '`16:9`, `16:10`, `4:3` or a size such as `1600x900`',
    summary: 'Size of a slide',
    parse: parseSize,
  },
  {
    key: 'slide-level',
    name: 'slideLevel',
    fallback: 0,
    expected: 'a number from 0 to 6',
    summary: 'Headings of this rank or higher start a slide too',
    parse: count(0, 6),
  },
  {
    key: 'fit',
    name: 'fit',
    fallback: 'auto',
    expected: '`auto`, `shrink`, `split` or `none`',
    summary: 'What to do with a slide that does not fit: make it smaller, then split it',
    parse: choice(...fitPolicies),
  },
  {
    key: 'minutes',
    name: 'minutes',
    fallback: 0,
    expected: 'a number of minutes',
    summary: 'Planned length of the talk',
    parse: count(0, 1440),
  },
  {
    key: 'progress',
    name: 'progress',
    fallback: true,
    expected: '`true` or `false`',
    summary: 'Progress bar on screen',
    parse: flag,
  },
  {
    key: 'transition',
    name: 'transition',
    fallback: 'none',
    expected: '`none`, `fade` or `slide`',
    summary: 'How slides change',
    parse: choice(...transitions),
  },
  {
    key: 'notes',
    name: 'notes',
    fallback: true,
    expected: '`true` or `false`',
    summary: 'Whether the HTML file carries the speaker notes',
    parse: flag,
  },
  {
    key: 'rules',
    name: 'rules',
    fallback: {},
    expected: 'rule ids with `error`, `warning`, `info` or `off`',
    summary: 'Severity of single rules',
    parse: parseRules,
  },
  {
    key: 'trust',
    name: 'trust',
    fallback: 'full',
    expected: '`safe`, `default` or `full`',
    summary: 'Lower the trust that the command gives; never raises it',
    parse: choice('safe', 'default', 'full'),
  },
  {
    key: 'strings',
    name: 'strings',
    fallback: {},
    expected: 'words by [their names](src/strings/README.md)',
    summary: 'Generated words in your own wording',
    parse: parseStrings,
  },
];

/** The options of a deck that says nothing. */
export const defaultDeckOptions = Object.fromEntries(
  deckOptions.map(({ name, fallback }) => [name, fallback]),
) as unknown as DeckOptions;
