/** Takes a character that no bundled face holds and leaves a width it surely does not exceed, whichever font the browser finds. */

/** Marks above, below and inside other letters, joiners, selectors, controls: what has no width of its own. */
const zeroWidth = /^[\p{M}\p{Cf}\p{Cc}\p{Emoji_Modifier}\u115f-\u11ff]$/u;

/** Symbols that are as wide as several letters. */
const wide: Readonly<Record<string, number>> = { '\ufdfd': 12_000, '\u2e3a': 2000, '\u2e3b': 3000 };

const emoji = /^\p{Extended_Pictographic}$/u;

/** Estimate the width of a character, in 1/1000 em. */
export function estimateWidth(character: string): number {
  if (zeroWidth.test(character)) return 0;
  // CJK is exactly one em; letters of other scripts are narrower.
  return wide[character] ?? (emoji.test(character) ? 1400 : 1000);
}
