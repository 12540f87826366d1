/** THE table of front-matter keys: what each takes, its default and its one-line description. The README's table is made from it. */

import { fitPolicies } from '../config/config.js';
import { kind } from '../config/json-schema.js';
import { parsePrintSettings, printSettings } from '../config/print-settings.js';
import type { DeckOption, DeckOptions } from './option-types.js';
import {
  choice,
  count,
  flagOr,
  isLanguage,
  namedSizes,
  names,
  parseRules,
  parseSize,
  parseStrings,
  parseTokens,
  parseVariables,
  paths,
  type SlideSize,
  text,
  textList,
  themeName,
} from './option-values.js';
import { transitions } from './slide-options.js';

export type { DeckOption, DeckOptions } from './option-types.js';
export type { SlideSize };

function plainText(name: keyof DeckOptions, summary: string, expected = 'a text'): DeckOption {
  return { key: name, name, fallback: '', expected, summary, parse: text };
}

/** All keys, in the order in which the README lists them. */
export const deckOptions: readonly DeckOption[] = [
  plainText('title', 'Title of the talk: document title, PDF title'),
  plainText('subtitle', 'Second line of the title slide when it has none of its own'),
  {
    key: 'author',
    name: 'author',
    fallback: '',
    expected: 'a text or a list of texts',
    summary: 'Who speaks: title slide, PDF author',
    parse: textList,
  },
  plainText('description', 'What it is about, in one sentence: for search engines and links that are shared'),
  plainText('date', 'Date as it is to be printed'),
  plainText('event', 'Where the talk is given'),
  plainText('place', 'Town, building or room; for `{{place}}`'),
  {
    key: 'audience',
    name: 'audience',
    fallback: [],
    expected: 'a name or a list of names',
    summary: 'Whom it is for, by the names that `:::only` and `:::except` use',
    parse: names,
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
    summary: 'Writing direction; where none is given, that of most letters',
    parse: choice('ltr', 'rtl'),
  },
  {
    key: 'theme',
    name: 'theme',
    fallback: 'paper',
    expected: 'the name of a theme, the path of a `.css` file or the name of an installed package',
    summary:
      'Theme: `paper`, `ink`, `contrast`, `contrast-dark`, `press`, `press-dark`, or [your own](themes/README.md)',
    parse: themeName,
  },
  {
    key: 'tokens',
    name: 'tokens',
    fallback: {},
    expected: 'colours by the names of tokens, such as `ink: "#1c1b1a"`',
    summary: 'Colours over those of the theme, by [the names of tokens](themes/README.md#colours)',
    parse: parseTokens,
  },
  plainText(
    'brand',
    'Logo, colours and fonts of a house, [from one file](themes/README.md#a-brand)',
    'the path of a YAML file',
  ),
  {
    key: 'css',
    name: 'css',
    fallback: [],
    expected: 'a path or a list of paths',
    summary: 'Stylesheets of your own, after the theme',
    parse: paths,
  },
  plainText('logo', 'Picture in the header of every slide', 'the path of a picture'),
  plainText('header', 'Text at the top of every slide'),
  plainText('footer', 'Text at the foot of every slide'),
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
    expected: '`true`, `false` or `sections`',
    summary: 'Progress bar on screen; `sections`: one of the sections on every slide, in print too',
    parse: flagOr('sections'),
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
    expected: '`true`, `false` or `required`',
    summary: 'Whether the HTML file carries the speaker notes; `required` also wants some on every slide',
    parse: flagOr('required'),
  },
  {
    key: 'facts-max-age',
    name: 'factsMaxAge',
    fallback: 0,
    expected: 'a number of days',
    summary: 'How old facts with `asof` may be; `lectern check` reports older ones',
    parse: count(0, 100_000),
  },
  {
    key: 'print',
    name: 'print',
    fallback: {},
    expected: '[settings of printed documents](#handouts)',
    summary: 'What `print` makes of the deck where the command does not say',
    parse: printSettings,
    explain: (value) => {
      const settings = parsePrintSettings(value);
      return 'wrong' in settings ? settings.wrong : undefined;
    },
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
    key: 'robots',
    name: 'robots',
    fallback: 'all',
    expected: '`all`, `noindex`, `nofollow` or `none`',
    summary: 'What search engines may do with the HTML file: `noindex` keeps it out of their lists',
    parse: choice('all', 'noindex', 'nofollow', 'none'),
  },
  {
    key: 'strings',
    name: 'strings',
    fallback: {},
    expected: 'words by [their names](src/strings/README.md)',
    summary: 'Generated words in your own wording',
    parse: parseStrings,
  },
  {
    key: 'vars',
    name: 'vars',
    fallback: {},
    expected: 'texts or numbers by name; a name is letters, digits, `.` and `-`',
    summary: 'Values of variables: `{{name}}` in text becomes the value of `name`',
    parse: parseVariables,
  },
  {
    key: 'talks',
    name: 'talks',
    fallback: {},
    expected: 'talks by name',
    summary: 'The talks that are made of this deck: [their keys](#one-deck-many-talks)',
    // Read key by key, each at its place.
    parse: kind({ type: 'object' }, (value) => (typeof value === 'object' ? value : undefined)),
  },
];

/** The options of a deck that says nothing. */
export const defaultDeckOptions = Object.fromEntries(
  deckOptions.map(({ name, fallback }) => [name, fallback]),
) as unknown as DeckOptions;
