/** Takes a deck's tree and leaves the direction most of its letters are written in: an article in Persian names none. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { DeckOptions } from './option-types.js';

const letter = /\p{L}/gu;
const leftwards = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** Guess the direction of a deck; code does not count. */
export function guessDirection(tree: Root): DeckOptions['dir'] {
  let [all, rtl] = [0, 0];
  visit(tree, 'text', ({ value }) => {
    all += value.match(letter)?.length ?? 0;
    rtl += value.match(leftwards)?.length ?? 0;
  });
  return rtl * 2 > all ? 'rtl' : 'ltr';
}
