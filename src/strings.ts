/** Every word that Lectern writes by itself, per language. `strings:` in the front matter overrides single ones. */
import { lookUp } from './look-up.js';
import { de, dePage } from './strings/de.js';
import { en, enPage } from './strings/en.js';
import { es, esPage } from './strings/es.js';
import { fr, frPage } from './strings/fr.js';
import { ja, jaPage } from './strings/ja.js';
import { zh, zhPage } from './strings/zh.js';

/** The names of all generated words of slides and pages. */
export type StringKey = keyof typeof en;

/** Generated words of one deck, complete. */
export type Strings = Readonly<Record<StringKey, string>>;

/** The page's own words, as the tables of a language hold them. */
export type PageStrings = Readonly<Record<keyof typeof enPage, string>>;

/** All words that the presented page shows by itself. */
export type PageWords = PageStrings & Pick<Strings, 'notesMissing'>;

/** A deck's own words, by the names of either table. */
export type StringOverrides = Partial<Strings & PageStrings>;

/** Languages with words of their own, by the first part of their tag. */
export const languages: Readonly<Record<string, { readonly words: Strings; readonly page: PageStrings }>> = {
  en: { words: en, page: enPage },
  de: { words: de, page: dePage },
  fr: { words: fr, page: frPage },
  es: { words: es, page: esPage },
  zh: { words: zh, page: zhPage },
  ja: { words: ja, page: jaPage },
};

/**
 * Choose the words of a language, with a deck's own on top.
 *
 * @param lang BCP 47 tag; only its first part counts ("de-CH" is "de"); a language without a table speaks English
 */
export function selectStrings(lang: string, overrides: StringOverrides = {}): Strings {
  return { ...findLanguage(lang).words, ...overrides };
}

/** Choose the words of the presented page, which gets all of them: its script knows none by itself. */
export function selectPageWords(lang: string, overrides: StringOverrides = {}): PageWords {
  const { words, page } = findLanguage(lang);
  const all = { ...page, notesMissing: words.notesMissing };
  const own = Object.entries(overrides).filter(([name]) => Object.hasOwn(all, name));
  return { ...all, ...Object.fromEntries(own) };
}

function findLanguage(lang: string): { readonly words: Strings; readonly page: PageStrings } {
  return lookUp(languages, lang.toLowerCase().split('-')[0] ?? '') ?? { words: en, page: enPage };
}

/** The words that a deck may set. */
export const stringNames: readonly string[] = [...Object.keys(en), ...Object.keys(enPage)];

/** Tell whether a deck may set a word of this name. */
export function isStringName(name: string): boolean {
  return Object.hasOwn(en, name) || Object.hasOwn(enPage, name);
}

/** Put values into the places `{name}` of a generated sentence. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
