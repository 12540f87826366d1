/** Takes a language tag and leaves whether it is of a language, and which one may be meant: countries are often taken for their language. */

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Say whether a well-formed tag is of a language that has a name; tags of three letters and more are taken as they are: there are too many to know. */
export function isKnownLanguage(tag: string): boolean {
  const [language = ''] = tag.split('-');
  return language.length !== 2 || names.of(language) !== undefined;
}

/** Name the language that is spoken in the country of that code: `jp` is `ja`, `cz` is `cs`. */
export function suggestLanguage(tag: string): string | undefined {
  const [country = ''] = tag.split('-');
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  // Of a code that is no country either, English is said.
  return language === 'en' ? undefined : language;
}
