/** How dates are written, per language: names of months and seasons, and the order of the parts. Tables, not `Intl`: the same bytes on every machine. */
import { lookUp } from '../look-up.js';

/** The ways of one language. */
export interface DateLanguage {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** By the month they begin in. */
  readonly seasons: Readonly<Record<number, string>>;
  readonly day: (day: number, month: string, year: string, isLong: boolean) => string;
  readonly month: (month: string, year: string, isLong: boolean) => string;
  readonly quarter: (quarter: number, year: string) => string;
  readonly shortQuarter: (quarter: number) => string;
  readonly half: (half: number, year: string) => string;
  readonly year: (year: string) => string;
  readonly decade: (year: string) => string;
  readonly before: (year: number) => string;
  /** A year below 100, which nobody reads as a year without its era. */
  readonly early: (year: number) => string;
}

function words(text: string): string[] {
  return text.split(' ');
}

function seasonNames(text: string): Record<number, string> {
  const [spring = '', summer = '', autumn = '', winter = ''] = words(text);
  return { 3: spring, 6: summer, 9: autumn, 12: winter };
}

const plain = {
  day: (day, month, year) => `${day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  shortQuarter: (quarter) => `Q${quarter}`,
  half: (half, year) => `H${half} ${year}`,
  year: (year) => year,
} as const satisfies Partial<DateLanguage>;

const en: DateLanguage = {
  ...plain,
  months: words('January February March April May June July August September October November December'),
  shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  seasons: seasonNames('Spring Summer Autumn Winter'),
  decade: (year) => `${year}s`,
  before: (year) => `${year} BC`,
  early: (year) => `${year} AD`,
};

const de: DateLanguage = {
  ...plain,
  months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  shortMonths: words('Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'),
  seasons: seasonNames('Frühjahr Sommer Herbst Winter'),
  day: (day, month, year) => `${day}. ${month} ${year}`,
  decade: (year) => `${year}er`,
  before: (year) => `${year} v. Chr.`,
  early: (year) => `${year} n. Chr.`,
};

const fr: DateLanguage = {
  ...plain,
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  shortMonths: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
  seasons: seasonNames('printemps été automne hiver'),
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  quarter: (quarter, year) => `T${quarter} ${year}`,
  shortQuarter: (quarter) => `T${quarter}`,
  half: (half, year) => `S${half} ${year}`,
  decade: (year) => `années ${year}`,
  before: (year) => `${year} av. J.-C.`,
  early: (year) => `${year} apr. J.-C.`,
};

const es: DateLanguage = {
  ...plain,
  months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  shortMonths: words('ene feb mar abr may jun jul ago sept oct nov dic'),
  seasons: seasonNames('primavera verano otoño invierno'),
  day: (day, month, year, isLong) => (isLong ? `${day} de ${month} de ${year}` : `${day} ${month} ${year}`),
  month: (month, year, isLong) => (isLong ? `${month} de ${year}` : `${month} ${year}`),
  quarter: (quarter, year) => `T${quarter} ${year}`,
  shortQuarter: (quarter) => `T${quarter}`,
  half: (half, year) => `S${half} ${year}`,
  decade: (year) => `años ${year}`,
  before: (year) => `${year} a. C.`,
  early: (year) => `${year} d. C.`,
};

const cjkMonths = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

const zh: DateLanguage = {
  months: cjkMonths,
  shortMonths: cjkMonths,
  seasons: seasonNames('春 夏 秋 冬'),
  day: (day, month, year) => `${year}年${month}${day}日`,
  month: (month, year) => `${year}年${month}`,
  quarter: (quarter, year) => `${year}年第${quarter}季度`,
  shortQuarter: (quarter) => `第${quarter}季度`,
  half: (half, year) => `${year}年${half === 1 ? '上' : '下'}半年`,
  year: (year) => `${year}年`,
  decade: (year) => `${year}年代`,
  before: (year) => `公元前${year}年`,
  early: (year) => `公元${year}年`,
};

const ja: DateLanguage = {
  ...zh,
  quarter: (quarter, year) => `${year}年第${quarter}四半期`,
  shortQuarter: (quarter) => `第${quarter}四半期`,
  half: (half, year) => `${year}年${half === 1 ? '上' : '下'}半期`,
  before: (year) => `紀元前${year}年`,
  early: (year) => `西暦${year}年`,
};

const languages: Readonly<Record<string, DateLanguage>> = { en, de, fr, es, zh, ja };

/**
 * Choose how a language writes dates.
 *
 * @param lang BCP 47 tag; only its first part counts. A language that is not known writes English
 */
export function dateLanguage(lang: string): DateLanguage {
  return lookUp(languages, lang.toLowerCase().split('-')[0] ?? '') ?? en;
}

/** Tell whether dates can be written in a language. */
export function isDateLanguage(lang: string): boolean {
  return Object.hasOwn(languages, lang.toLowerCase().split('-')[0] ?? '');
}
