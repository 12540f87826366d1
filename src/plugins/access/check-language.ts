/**
 * Takes the slides and reports text in another language than the one it is said to be in: a screen reader would speak it with the
 * wrong voice. Scripts tell it for certain; of languages in Latin letters the small words do, in a text long enough to have some.
 */
import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { isKnownLanguage, suggestLanguage } from '../../deck/known-language.js';
import { scripts, smallWords } from './languages.js';
import type { Say } from './report-once.js';

/** From so many words on a text is judged by its small ones. */
const leastWords = 12;

/** So many texts in another language are no quotations. */
const leastTexts = 3;

/** Code and formulas are in no language, and what is not translated is a name. */
const unspoken = new Set(['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'var']);
const blocks = /^(?:p|li|td|th|h[1-6]|dt|dd|figcaption|summary|blockquote|caption)$/;

/** A text, and the language that it says it is in. */
interface Spoken {
  readonly place: Element;
  readonly text: string;
  readonly lang: string;
}

/** A text whose language can be told. */
export interface Judged extends Spoken {
  readonly found: string;
}

/** The languages of a slide. */
export interface SlideLanguages {
  /** How many of its texts have a language that can be told. */
  readonly judged: number;
  /** Those that are in another than they say. */
  readonly foreign: readonly Judged[];
}

/** Tell the languages of a slide's texts. */
export function readLanguages(slide: Element, deckLang: string): SlideLanguages {
  const judged = listTexts(slide, deckLang).flatMap(judge);
  return { judged: judged.length, foreign: judged.filter((one) => one.found !== primary(one.lang)) };
}

/** Check the languages of a deck; where most of it is in another, the deck is told and not every line. */
export function checkLanguage(slides: readonly SlideLanguages[], lang: string, say: Say): void {
  const foreign = slides.flatMap((slide) => slide.foreign);
  const count = slides.reduce((sum, { judged }) => sum + judged, 0);
  const main = mostly(foreign, count);
  const first = foreign.find((one) => one.found === main);
  if (main !== undefined && first) {
    const reason = `Unexpected deck in \`lang: ${lang}\` whose text looks like ${nameOf(main)}, expected its language`;
    say('language-unmarked', first.place, reason, {
      note: `Write \`lang: ${main}\` in the front matter: voices, hyphens and the words that Lectern adds follow it.`,
    });
  }
  for (const one of foreign.filter(({ found }) => found !== main)) reportText(one, say);
}

function reportText({ place, text, lang, found }: Judged, say: Say): void {
  const reason = `Unexpected text that looks like ${nameOf(found)} and is marked as \`${lang}\`, expected its language`;
  say('language-unmarked', place, reason, {
    note: `It reads “${shorten(text)}”. Write \`<span lang="${found}">…</span>\` around it, or \`<div lang="${found}">\` and \`</div>\` on lines of their own, blank lines around them.`,
    expected: [found],
  });
}

/** Signs alone do not tell the two apart. */
function nameOf(lang: string): string {
  return lang === 'zh' ? '`zh` or `ja`' : `\`${lang}\``;
}

/** The language that more than half of the texts are in, of some at least. */
function mostly(foreign: readonly Judged[], count: number): string | undefined {
  return foreign
    .map(({ found }) => found)
    .find((lang) => {
      const same = foreign.filter(({ found }) => found === lang).length;
      return same >= leastTexts && same > count / 2;
    });
}

/** Check the languages that are named: a voice that does not know one speaks the text as that of the page. */
export function checkTags(slide: Element, say: Say): void {
  visit(slide, 'element', (element) => {
    const lang = langOf(element);
    if (!lang || isKnownLanguage(lang)) return;
    const meant = suggestLanguage(lang);
    say('language-unmarked', element, `Unexpected language \`${lang}\`, expected one that has a name`, {
      note: meant ? `Did you mean \`${meant}\`?` : 'Write its tag, such as `en` or `pt-BR`.',
      expected: meant ? [meant] : undefined,
    });
  });
}

function primary(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}

function listTexts(slide: Element, deckLang: string): Spoken[] {
  const texts: Spoken[] = [];
  visitParents(slide, 'element', (element, ancestors) => {
    if (!blocks.test(element.tagName)) return;
    const said = [element, ...ancestors.toReversed()].map(langOf).find((lang) => lang !== undefined);
    const text = ownText(element).replaceAll(/\s+/g, ' ').trim();
    if (text !== '') texts.push({ place: element, text, lang: said ?? deckLang });
  });
  return texts;
}

function langOf(node: Nodes): string | undefined {
  return node.type === 'element' && typeof node.properties.lang === 'string'
    ? node.properties.lang
    : undefined;
}

/** The text of a block without that of blocks in it, of code, and of what says its own language. */
function ownText(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || isApart(child)) return ' ';
      return child.children.some(({ type }) => type === 'element') ? ownText(child) : toString(child);
    })
    .join('');
}

function isApart(element: Element): boolean {
  const { className, translate } = element.properties;
  const isMath = Array.isArray(className) && className.some((name) => /^(?:katex|math)/.test(name));
  return (
    isMath ||
    translate === 'no' ||
    langOf(element) !== undefined ||
    unspoken.has(element.tagName) ||
    blocks.test(element.tagName)
  );
}

/** Tell the language of a text, where that can be told. */
function judge(spoken: Spoken): Judged[] {
  const own = primary(spoken.lang);
  const script = scripts.find(
    ({ pattern, languages }) => !languages.includes(own) && pattern.test(spoken.text),
  );
  const found = script?.languages[0] ?? (smallWords[own] && guessByWords(spoken.text, own));
  return found === undefined ? [] : [{ ...spoken, found }];
}

function guessByWords(text: string, own: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < leastWords) return undefined;
  const hits = (lang: string) => words.filter((word) => smallWords[lang]?.has(word)).length;
  const [best = own] = Object.keys(smallWords).sort((one, other) => hits(other) - hits(one));
  return hits(best) >= words.length / 5 && hits(best) >= 3 * Math.max(1, hits(own)) ? best : own;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}
