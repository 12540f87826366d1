/**
 * Takes a text that somebody else wrote and leaves it fit for a terminal: characters that steer one, or turn the order of what
 * follows, become their numbers. A step of its own because messages quote decks and paths.
 */

/** Controls of the terminal, and of the direction of text; line ends and tabs are none of them. */
const controls = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Name a character by its number: `U+202E`. */
export function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Write characters that no terminal should get by their numbers. */
export function showControls(text: string): string {
  return text.replace(controls, nameCharacter);
}
