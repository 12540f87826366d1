/** Takes what was said and what is right and compares them in a time that tells nothing; and makes what nobody guesses. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Compare two secrets. Their digests are of one length, whatever was said. */
export function isSameSecret(said: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(said), digest(right));
}

/** Make a token that only programs read. */
export function makeToken(): string {
  return randomBytes(18).toString('base64url');
}

/** Make a code that people type, of these characters. */
export function makeCode(characters: string, length: number): string {
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
}
