/**
 * Takes a text and leaves where a line may end: by Chromium's own table where both neighbours are ASCII, else by classes.
 * Both were read off Chromium by trying all pairs; a slash, for one, ends no line there.
 */
import { type BreakClass, findBreakClass } from './break-class.js';

/** What may follow in a new line, for each class that ends one. What is not named lets nothing follow. */
const follows: Readonly<Partial<Record<BreakClass, readonly BreakClass[]>>> = {
  letter: ['dash', 'ideograph', 'wide-opening'],
  digit: ['dash', 'ideograph', 'wide-opening'],
  prefix: ['dash', 'prefix', 'postfix', 'opening', 'wide-opening'],
  postfix: ['dash', 'prefix', 'postfix', 'opening', 'wide-opening', 'ideograph'],
  closing: ['dash', 'opening', 'wide-opening', 'ideograph'],
  ending: ['dash', 'letter', 'prefix', 'postfix', 'ideograph', 'wide-opening'],
  hyphen: ['dash', 'prefix', 'postfix', 'opening', 'wide-opening', 'ideograph'],
  after: ['letter', 'opening', 'digit', 'dash', 'ideograph', 'wide-opening'],
  dash: ['letter', 'prefix', 'postfix', 'opening', 'digit', 'ideograph', 'wide-opening'],
  ideograph: ['letter', 'prefix', 'opening', 'digit', 'dash', 'ideograph', 'wide-opening'],
};

/** What no line begins with, even after a space, once a text has CJK in it. */
const clinging: readonly BreakClass[] = ['closing', 'ending', 'after'];

/** Tell, for each character of a text, whether a line may end before it. */
export function listBreaks(characters: readonly string[]): boolean[] {
  const cjk = characters.some((one) => findBreakClass(one) === 'ideograph');
  let [before, left] = ['', ''];
  return characters.map((right, index) => {
    const clings =
      cjk && left !== '' && findBreakClass(left) === 'space' && doesCling(right, characters[index + 1]);
    const allowed = !clings && mayBreak(before, left, right);
    // A mark stands for the letter it belongs to; what a joiner joins stays in one line.
    if (right === '\u200d') left = '\u2060';
    else if (findBreakClass(right) !== 'mark') [before, left] = [left, right];
    return allowed;
  });
}

/** Tell whether a character stays with what is before the space; a quotation mark that opens a word does not. */
function doesCling(character: string, next = ' '): boolean {
  const one = findBreakClass(character);
  if (one !== 'glue') return clinging.includes(one);
  return !/[\p{L}\p{N}]/u.test(next) || findBreakClass(next) === 'ideograph';
}

/** Tell whether a line may end between two neighbours; `before` is what precedes them. */
function mayBreak(before: string, left: string, right: string): boolean {
  if (left === '') return false;
  const [one, other] = [findBreakClass(left), findBreakClass(right)];
  if (other === 'space' || other === 'mark') return false;
  if (one === 'space') return true;
  if (isAscii(left) && isAscii(right)) return mayBreakAscii(before, left, right);
  if (one === 'hyphen' && (other === 'letter' || other === 'digit')) return isWord(before);
  // Hebrew keeps its hyphens and dashes.
  if (one === 'after' && /\p{Script=Hebrew}/u.test(before)) return false;
  return follows[one]?.includes(other) ?? false;
}

function mayBreakAscii(before: string, left: string, right: string): boolean {
  if (left === '-' && /\d/.test(right)) return /[a-z\d]/i.test(before);
  if (left === '-') return !'!$),./:;?]}'.includes(right);
  if (left === '?') return !'!"\'),./:;?]}'.includes(right);
  return '([{<'.includes(right) && '!"#%&)*+,.:;=>\\]|}~'.includes(left);
}

function isAscii(character: string): boolean {
  return character < '\u007f';
}

function isWord(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}
