/** Takes what a speaker will say and leaves how long it takes, in minutes; no clock, only words. */

/** Words a minute at which most people give a talk; signs of Chinese and Japanese count on their own. */
export const pace = { words: 140, signs: 260 };

const signsOnly = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Count words and signs. */
export function countSpoken(text: string): { readonly words: number; readonly signs: number } {
  const signs = text.match(signsOnly)?.length ?? 0;
  const words = text.replace(signsOnly, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return { words, signs };
}

/** Estimate the minutes that a text takes to say. */
export function spokenMinutes(text: string): number {
  const { words, signs } = countSpoken(text);
  return words / pace.words + signs / pace.signs;
}
