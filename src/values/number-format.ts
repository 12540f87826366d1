/** The ways in which languages write numbers, between a text and a number in both directions. Own tables, so that every machine writes the same. */

/** Separators of a language. The first character between thousands is the one that is written. */
interface Separators {
  readonly group: string;
  readonly decimal: string;
}

const english: Separators = { group: ',', decimal: '.' };
const german: Separators = { group: '.', decimal: ',' };
const french: Separators = { group: '\u00a0\u202f ', decimal: ',' };

const separators = {
  en: english,
  de: german,
  es: german,
  fr: french,
  it: german,
  ja: english,
  nl: german,
  pl: french,
  pt: german,
  sv: french,
  zh: english,
} as const satisfies Record<string, Separators>;

/** A language whose numbers can be read. */
export type NumberLocale = keyof typeof separators;

/** All of them, for options. */
export const numberLocales = Object.keys(separators) as readonly NumberLocale[];

/** Rewrite the numbers of a text as English ones, so that one reader is enough. What is no number in its language is none afterwards. */
export function toEnglishNumbers(text: string, locale: NumberLocale): string {
  const { group, decimal } = separators[locale];
  if (group === english.group) return text;
  const token = new RegExp(String.raw`\d(?:[\d.,]|[${group}](?=\d{3}(?!\d)))*`, 'g');
  const own = new RegExp(String.raw`^(?:\d{1,3}(?:[${group}]\d{3})+|\d+)(?:${decimal}\d+)?$`);
  const groups = new RegExp(`[${group}]`, 'g');
  return text.replace(token, (number) => {
    if (own.test(number)) return number.replace(groups, '').replace(decimal, '.');
    return number.replace(/[.,]/g, '\u0001');
  });
}

/** Write a number with so many decimals. */
export function writeNumber(value: number, decimals: number, locale: NumberLocale): string {
  const { group, decimal } = separators[locale];
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group.charAt(0));
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : decimal + part}`;
}

/** Find the language whose number a text is, if it is none in its own. */
export function findNumberLocale(text: string, own: NumberLocale): NumberLocale | undefined {
  if (!/^[-−+]?\d[\d.,]*$/.test(text) || isNumber(text, own)) return undefined;
  return (['en', 'de'] as const).find((locale) => isNumber(text, locale));
}

function isNumber(text: string, locale: NumberLocale): boolean {
  return /^[-−+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(toEnglishNumbers(text, locale));
}
