/** Generated words: every language knows the words and the places of the English ones. */
import { describe, expect, test } from 'vitest';
import { selectStrings } from '../../src/strings.js';
import { translations } from '../../src/translations.js';

const english: Readonly<Record<string, string>> = selectStrings('en');
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(Object.keys(translations))('%s', (lang) => {
  test('names only words that there are, with the same places', () => {
    for (const [key, words] of Object.entries(translations[lang] ?? {})) {
      expect(english[key]).toBeDefined();
      expect(places(words)).toEqual(places(english[key] ?? ''));
    }
  });

  test('leaves no word in English', () => {
    expect(Object.keys(english).filter((key) => !Object.hasOwn(translations[lang] ?? {}, key))).toEqual([]);
  });
});

test('a region speaks its language, an unknown language English, and a deck has the last word', () => {
  expect(selectStrings('de-CH').yes).toBe('ja');
  expect(selectStrings('tlh').yes).toBe('yes');
  expect(selectStrings('de', { yes: 'jawohl' }).yes).toBe('jawohl');
});
