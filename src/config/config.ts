/** Takes what a program or a person asks for and leaves a complete, readonly `Config`, once, at the door. */
import type { PluggableList } from 'unified';
import type { Memo } from '../memo.js';
import { type PrintSettings, printLayouts } from './print-settings.js';

/** The documents that a deck can become. */
export const documentKinds = ['present', ...printLayouts] as const;

/** `present` is the page for the browser; the others are printed. */
export type DocumentKind = (typeof documentKinds)[number];

/** What to do with content that does not fit on its slide; the first is what a deck does unless told. */
export const fitPolicies = ['auto', 'shrink', 'split', 'none'] as const;

/** What to do with content that does not fit on its slide. */
export type FitPolicy = (typeof fitPolicies)[number];

/** How far a deck's author is trusted, lowest first. */
export const trustLevels = ['safe', 'default', 'full'] as const;

/** How far a deck's author is trusted. */
export type Trust = (typeof trustLevels)[number];

/** What a caller may say; everything has a default. */
export interface ConfigInput {
  /** Which document `compile` makes. Default `present`. */
  readonly document?: DocumentKind | undefined;
  /** Name of a theme, over the deck's own. */
  readonly theme?: string | undefined;
  /** Name of the talk to make of the deck. Default: none, the whole deck. */
  readonly talk?: string | undefined;
  /** Whether the HTML file carries the speaker's notes. Default: what the deck says (`notes:`), else yes. */
  readonly notes?: boolean | undefined;
  /** `inline` puts pictures into the file, `folder` beside it. Default `inline`; printed documents always use `folder`. */
  readonly assets?: 'inline' | 'folder' | undefined;
  /** Largest medium that is put into the file, in bytes. Default 5 MB. */
  readonly inlineLimit?: number | undefined;
  /** Folder, as written in links, of what lies beside the file. Default `assets`. */
  readonly assetsFolder?: string | undefined;
  /** Largest deck that is read, in characters. Default 1,048,576. */
  readonly maxSize?: number | undefined;
  readonly trust?: Trust | undefined;
  /** How printed documents look, over the deck's own `print:`. */
  readonly print?: PrintSettings | undefined;
  /** The moment of the build in seconds since 1970, for what asks for it (`now=build`). Default: unknown; commands take `SOURCE_DATE_EPOCH`. */
  readonly now?: number | undefined;
  /** What day it is, in seconds since 1970, for facts that age. Default: unknown, and no fact is too old; only `lectern check` looks at the clock. */
  readonly today?: number | undefined;
  /** What to do with slides that do not fit, over what deck and slides say. */
  readonly fit?: FitPolicy | undefined;
  /** What the page of a dev server shows when it asks for changes. Default: none, a page that stays as it is. */
  readonly live?: string | undefined;
  /** Path, relative to the HTML file, of a picture that shared links show. Default: none. */
  readonly sharedPicture?: string | undefined;
  /** Keeps what was made of slides, for those that are made again as they were. Default: none. */
  readonly memo?: Memo | undefined;
  /** Plugins of your own over the mdast tree, after the components. */
  readonly remarkPlugins?: PluggableList | undefined;
  /** Plugins of your own over the hast tree, before the sanitiser. */
  readonly rehypePlugins?: PluggableList | undefined;
}

/** A complete configuration. */
export interface Config {
  readonly document: DocumentKind;
  readonly theme: string | undefined;
  readonly talk: string | undefined;
  readonly notes: boolean | undefined;
  readonly assets: 'inline' | 'folder';
  readonly inlineLimit: number;
  readonly assetsFolder: string;
  readonly maxSize: number;
  readonly trust: Trust;
  readonly print: PrintSettings;
  readonly now: number | undefined;
  readonly today: number | undefined;
  readonly fit: FitPolicy | undefined;
  readonly live: string | undefined;
  readonly sharedPicture: string | undefined;
  readonly memo: Memo | undefined;
  readonly remarkPlugins: PluggableList;
  readonly rehypePlugins: PluggableList;
}

/** Complete a configuration. */
export function normalizeConfig(input: ConfigInput = {}): Config {
  const document = input.document ?? 'present';
  return {
    document,
    theme: input.theme,
    talk: input.talk,
    notes: input.notes,
    assets: document === 'present' ? (input.assets ?? 'inline') : 'folder',
    inlineLimit: input.inlineLimit ?? 5_000_000,
    assetsFolder: input.assetsFolder ?? 'assets',
    maxSize: input.maxSize ?? 2 ** 20,
    trust: input.trust ?? 'default',
    print: input.print ?? {},
    now: input.now,
    today: input.today,
    fit: input.fit,
    live: input.live,
    sharedPicture: input.sharedPicture,
    memo: input.memo,
    remarkPlugins: input.remarkPlugins ?? [],
    rehypePlugins: input.rehypePlugins ?? [],
  };
}

/** The lower of two levels of trust: a deck can only lower what the command gives. */
export function lowerTrust(a: Trust, b: Trust): Trust {
  return trustLevels.indexOf(a) < trustLevels.indexOf(b) ? a : b;
}
