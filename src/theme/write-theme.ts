/** Takes a complete theme and leaves the stylesheet that an author goes on with: every token, in groups, with what it colours. */

import type { CompleteTheme } from './complete-theme.js';
import { colourTokens } from './contract.js';

const groups: readonly (readonly [about: string, names: (token: string) => boolean])[] = [
  [
    'The slide: ground, text in three strengths, rules, quiet grounds, marks',
    (name) => !/^(?:subject|code)-/.test(name),
  ],
  [
    'Subjects of comparisons and timelines, each with its quiet ground',
    (name) => name.startsWith('subject-'),
  ],
  ['Code', (name) => name.startsWith('code-')],
];

/** Write a theme for its author. @param from name of the theme it begins as */
export function writeThemeSheet({ tokens, dark }: CompleteTheme, from: string): string {
  const parts = groups.map(([about, isOf]) => {
    const lines = colourTokens
      .filter(isOf)
      .map((name) => `  --lectern-${name}: ${tokens.get(name) ?? '#000000'};`);
    return [`  /* ${about} */`, ...lines].join('\n');
  });
  const head = `/* Begins as ${from}. What each token colours, and which contrasts it must keep: themes/README.md of Lectern. */`;
  return `${head}\n:root {\n  color-scheme: ${dark ? 'dark' : 'light'};\n\n${parts.join('\n\n')}\n}\n`;
}
