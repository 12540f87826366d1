/** Generated words: every language knows the words and the places of the English ones. */
import { describe, expect, test } from 'vitest';
import { languages, selectPageWords, selectStrings } from '../../src/strings.js';

const tables = ['words', 'page'] as const;
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(Object.keys(languages).flatMap((lang) => tables.map((table) => [lang, table] as const)))(
  '%s, %s',
  (lang, table) => {
    const english: Readonly<Record<string, string>> = languages.en?.[table] ?? {};
    const words: Readonly<Record<string, string>> = languages[lang]?.[table] ?? {};

    test('has every word, with the places of the English one', () => {
      expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
      for (const [name, word] of Object.entries(words)) {
        expect(word).not.toBe('');
        expect([name, places(word)]).toEqual([name, places(english[name] ?? '')]);
      }
    });
  },
);

test('the page gets all its words in the language of the deck, and the deck has the last word', () => {
  expect(selectPageWords('de').helpBlack).toBe('Schwarzes Bild');
  expect(selectPageWords('de', { helpBlack: 'Pause', yes: 'jawohl' })).toMatchObject({ helpBlack: 'Pause' });
  expect(selectPageWords('de', { yes: 'jawohl' })).not.toHaveProperty('yes');
});

test('a region speaks its language, an unknown language English, and a deck has the last word', () => {
  expect(selectStrings('de-CH').yes).toBe('ja');
  expect(selectStrings('tlh').yes).toBe('yes');
  expect(selectStrings('de', { yes: 'jawohl' }).yes).toBe('jawohl');
});
