/** A number and Enter go to that slide, unseen by the audience: every presenter program knows it, and some clickers. */
import type { RevealApi } from 'reveal.js';
import type { KeyListener } from './keys.js';
import { slidesOf } from './preview.js';

/** After so many milliseconds a digit is forgotten. */
const keptFor = 4000;

/** Hear digits and Enter. */
export function hearNumbers(reveal: RevealApi): KeyListener {
  let digits = '';
  let last = 0;
  return (name) => {
    if (Date.now() - last > keptFor) digits = '';
    last = Date.now();
    if (/^\d$/.test(name)) {
      digits += name;
      return true;
    }
    const slide = name === 'enter' ? slidesOf(reveal)[Number(digits) - 1] : undefined;
    digits = '';
    if (!(slide instanceof HTMLElement)) return false;
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
    return true;
  };
}
