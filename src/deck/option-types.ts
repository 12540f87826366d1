/** What the front matter can say, as types: the complete options of a deck, and one key of them. */

import type { FitPolicy } from '../config/config.js';
import type { Kind } from '../config/json-schema.js';
import type { PrintSettings } from '../config/print-settings.js';
import type { Severity } from '../diagnostics/rules.js';
import type { StringOverrides } from '../strings.js';
import type { SlideSize } from './option-values.js';
import type { Transition } from './slide-options.js';

/** What the front matter says of a deck, complete. */
export interface DeckOptions {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly description: string;
  readonly date: string;
  readonly event: string;
  readonly place: string;
  /** Whom the talk is for, by the names that conditions use. */
  readonly audience: readonly string[];
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** A theme of the package, a stylesheet, or a package. */
  readonly theme: string;
  /** Colours by token, as written. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Path of a brand's file; empty: none. */
  readonly brand: string;
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
  /** `sections`: a bar at the foot of every slide instead, in print too. */
  readonly progress: boolean | 'sections';
  readonly transition: Transition;
  /** Whether the HTML file carries the speaker's notes. */
  readonly notes: boolean | 'required';
  /** Days after which facts with `asof` are too old; 0: never. */
  readonly factsMaxAge: number;
  /** How documents are printed where the command does not say. */
  readonly print: PrintSettings;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly trust: 'safe' | 'default' | 'full';
  readonly robots: 'all' | 'noindex' | 'nofollow' | 'none';
  readonly strings: StringOverrides;
  /** Values of `{{name}}`, by name. */
  readonly vars: Readonly<Record<string, string>>;
}

/** One key of the front matter. */
export interface DeckOption<T = unknown> {
  /** As the author writes it. */
  readonly key: string;
  readonly name: keyof DeckOptions | 'talks';
  readonly fallback: T;
  /** What the value must be, for the message and the README: "`ltr` or `rtl`". */
  readonly expected: string;
  readonly summary: string;
  /** The checked value, or `undefined` for a value of the wrong kind. */
  readonly parse: Kind<T>;
  /** What exactly was expected in a wrong value of several parts. */
  explain?(value: unknown): string | undefined;
}
