/** Every word that Lectern writes by itself, per language. `strings:` in the front matter overrides single ones. */

import { translations } from './translations.js';

const en = {
  footnotes: 'Notes',
  slideOf: 'Slide {n} of {total}',
  bestInRow: 'best in row',
  tiedBest: 'tied for best in row',
  inFocus: 'in focus',
  lowerIsBetter: 'lower is better',
  higherIsBetter: 'higher is better',
  asOf: 'As of {date}',
  unknown: 'unknown',
  notApplicable: 'n/a',
  notGiven: 'not given',
  yes: 'yes',
  no: 'no',
  partial: 'partial',
  planned: 'planned',
  milestone: 'milestone',
  approximately: 'c.',
  uncertain: 'uncertain',
  openStart: 'until',
  openEnd: 'since',
  now: 'Now',
  timelineSummary: 'Timeline in {lanes} lanes, {events} events from {from} to {to}.',
  timelineSummaryOne: 'Timeline of {events} events from {from} to {to}.',
  eras: 'Eras',
  notes: 'Notes',
  handout: 'Handout',
  page: 'Page',
  notesMissing: 'No notes',
  nextSlide: 'Next',
  endOfTalk: 'End of the talk',
  code: 'Code',
  imageMissing: 'Picture missing: {name}',
  calloutNote: 'Note',
  calloutTip: 'Tip',
  calloutImportant: 'Important',
  calloutWarning: 'Warning',
  calloutCaution: 'Caution',
  video: 'Video: {name}',
  sound: 'Sound: {name}',
} as const;

/** The names of all generated words. */
export type StringKey = keyof typeof en;

/** Generated words of one deck, complete. */
export type Strings = Readonly<Record<StringKey, string>>;

/**
 * Choose the words of a language, with a deck's own on top.
 *
 * @param lang BCP 47 tag; only its first part counts ("de-CH" is "de")
 */
export function selectStrings(lang: string, overrides: Partial<Strings> = {}): Strings {
  const primary = lang.toLowerCase().split('-')[0] ?? 'en';
  return { ...en, ...translations[primary], ...overrides };
}

/** Put values into the places `{name}` of a generated sentence. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
