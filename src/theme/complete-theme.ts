/** Takes what a theme, a brand and a deck say of tokens and leaves every token with a value, and the pairs that cannot be read. */
import { contrastOf, luminanceOf, mixColours } from './colour.js';
import { contrastPairs, leastContrast, subjectTokens } from './contract.js';
import type { Tokens } from './read-theme.js';

/** A theme as documents use it. */
export interface CompleteTheme {
  readonly tokens: Tokens;
  /** Whether its ground is dark. */
  readonly dark: boolean;
}

/** Text that is too weak on its ground. */
export interface WeakPair {
  /** The author's token of the two. */
  readonly blamed: string;
  readonly text: string;
  readonly ground: string;
  readonly ratio: number;
}

/** How much of a subject's colour its quiet ground has, where only the colour is given. */
const tintShare = 0.1;

/** Lay tokens over those of a theme; the tint of a subject follows its colour. */
export function completeTheme(base: Tokens, own: Tokens): CompleteTheme {
  const tokens = new Map([...base, ...own]);
  const ground = tokens.get('ground') ?? '#ffffff';
  for (const name of subjectTokens) {
    const colour = own.get(name);
    if (colour && !own.has(`${name}-tint`)) tokens.set(`${name}-tint`, mixColours(colour, ground, tintShare));
  }
  return { tokens, dark: luminanceOf(ground) < 0.2 };
}

/** Find the weakest pair of each of the author's tokens that is too weak; what the package ships is held to more. */
export function findWeakPairs({ tokens }: CompleteTheme, own: Tokens): WeakPair[] {
  const weakest = new Map<string, WeakPair>();
  for (const [text, ground] of contrastPairs) {
    const blamed = [text, ground, ground.replace(/-tint$/, '')].find((name) => own.has(name));
    if (blamed === undefined) continue;
    const ratio = contrastOf(tokens.get(text) ?? '#000000', tokens.get(ground) ?? '#ffffff');
    const known = weakest.get(blamed);
    if (ratio < leastContrast && ratio < (known?.ratio ?? leastContrast))
      weakest.set(blamed, { blamed, text, ground, ratio });
  }
  return [...weakest.values()];
}

/** Write a theme as rules of its layer. */
export function writeTheme({ tokens, dark }: CompleteTheme): string {
  const values = [...tokens].map(([name, value]) => `--lectern-${name}:${value}`);
  return `@layer lectern.theme{:root{color-scheme:${dark ? 'dark' : 'light'};${values.join(';')}}}`;
}
