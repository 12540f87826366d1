/** THE tables of languages as texts show them: the scripts each is written in, and the small words that tell those in Latin letters apart. */

/** Scripts that are no European reader's, each with a language to name as its own. */
export const scripts: readonly {
  readonly name: string;
  readonly pattern: RegExp;
  /** Languages that are written in it, by the first part of their tag; the first is the one that is proposed. */
  readonly languages: readonly string[];
}[] = [
  // From as many letters on it is a word, no symbol.
  {
    name: 'Cyrillic',
    pattern: /\p{Script=Cyrillic}{3,}/u,
    languages: 'ru uk bg sr mk be kk ky mn tg'.split(' '),
  },
  { name: 'Greek', pattern: /\p{Script=Greek}{4,}/u, languages: ['el', 'grc'] },
  { name: 'Hebrew', pattern: /\p{Script=Hebrew}{2,}/u, languages: ['he', 'iw', 'yi'] },
  { name: 'Arabic', pattern: /\p{Script=Arabic}{2,}/u, languages: 'ar fa ur ps ckb sd ug'.split(' ') },
  { name: 'Devanagari', pattern: /\p{Script=Devanagari}{2,}/u, languages: 'hi mr ne sa'.split(' ') },
  { name: 'Bengali', pattern: /\p{Script=Bengali}{2,}/u, languages: ['bn', 'as'] },
  { name: 'Tamil', pattern: /\p{Script=Tamil}{2,}/u, languages: ['ta'] },
  { name: 'Thai', pattern: /\p{Script=Thai}{2,}/u, languages: ['th'] },
  { name: 'Georgian', pattern: /\p{Script=Georgian}{3,}/u, languages: ['ka'] },
  { name: 'Armenian', pattern: /\p{Script=Armenian}{3,}/u, languages: ['hy'] },
  { name: 'Korean', pattern: /\p{Script=Hangul}{2,}/u, languages: ['ko'] },
  { name: 'Japanese', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]{2,}/u, languages: ['ja'] },
  { name: 'Chinese', pattern: /\p{Script=Han}{2,}/u, languages: ['zh', 'ja', 'ko', 'yue', 'lzh', 'vi'] },
];

/** Small words that a text of some length cannot do without. */
export const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to is that it with for was are this be not have from or which you by they but were what',
  ),
  de: words(
    'der die und das ist nicht ein eine mit von den zu auf dem sich des für auch wird im als wie dass sie wir',
  ),
  fr: words(
    'le la les des et est une dans pour qui que pas sur du avec ce sont au il plus nous vous ne se cette',
  ),
  es: words('el los las una y es en por con para del que no al como su más pero sus lo ha este son muy'),
  it: words('il di che è un per non una sono con della gli le dei nel anche più come alla del si ha questo'),
  pt: words('o que não uma os para com do da em um por mais das dos ao como são é na no foi seu ou'),
  nl: words(
    'de het een van en is dat niet op te zijn voor met die aan ook er maar worden wordt bij naar deze',
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
