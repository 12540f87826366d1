/**
 * Takes a character and leaves its class of line breaking: UAX 14 as Chromium applies it, thinned to what shows between two
 * characters. A library of the whole standard costs a build 18 ms before its first word; this errs to fewer places to break.
 */

/** How a character behaves towards its neighbours in a line. */
export type BreakClass =
  /** A letter or symbol. */
  | 'letter'
  | 'digit'
  /** CJK, emoji: breaks on both sides. */
  | 'ideograph'
  | 'opening'
  /** CJK brackets, which open after a letter too. */
  | 'wide-opening'
  /** No break before it. */
  | 'closing'
  /** `!`, `?`, `/`. */
  | 'ending'
  /** CJK punctuation, dots of an ellipsis, en dash: a break after it, none before. */
  | 'after'
  | 'dash'
  | 'hyphen'
  /** Units and signs before a number. */
  | 'prefix'
  /** Units after one. */
  | 'postfix'
  | 'space'
  /** Belongs to its neighbours: quotation marks, fixed spaces. */
  | 'glue'
  /** Belongs to what is before it. */
  | 'mark';

/** ASCII and what needs no property; the rest is known by its Unicode properties. */
const listed: readonly (readonly [BreakClass, RegExp])[] = [
  ['space', /[ \t\n\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]/],
  ['glue', /["'\u00a0\u00ad\u2007\u2011\u202f\u2060\ufeff\p{Pi}\p{Pf}\u{1f1e6}-\u{1f1ff}]/u],
  ['mark', /[\p{M}\u200c\u200d\p{Emoji_Modifier}]/u],
  ['digit', /[0-9]/],
  ['hyphen', /[-\u2010]/],
  ['ending', /[!?}/]/],
  ['closing', /[),.:;\]\u2044]/],
  ['dash', /[\u2014\u2e3a\u2e3b]/],
  [
    'after',
    /[|\u2012\u2013\u2025\u2026\u203c\u2047-\u2049\u3001\u3002\u3005\u301c\u303b\u309d\u309e\u30fb\u30fd\u30fe\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e\uff61\uff64\uff65]/,
  ],
  ['postfix', /[%°′-‷‰¢℃℉％￠]/],
  ['prefix', /[$+\\±−∓№\p{Sc}]/u],
  ['wide-opening', /(?=\p{Ps})[\u3000-\u303f\ufe30-\uff63]/u],
  ['after', /(?=\p{Pe})[\u3000-\u303f\ufe30-\uff63]/u],
  ['opening', /[\p{Ps}¿¡]/u],
  ['closing', /\p{Pe}/u],
  [
    'ideograph',
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u30fc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\p{Emoji_Presentation}]/u,
  ],
];

const known = new Map<string, BreakClass>();

/** Find the class of a character. */
export function findBreakClass(character: string): BreakClass {
  const before = known.get(character);
  if (before) return before;
  const found = listed.find(([, pattern]) => pattern.test(character))?.[0] ?? 'letter';
  known.set(character, found);
  return found;
}
