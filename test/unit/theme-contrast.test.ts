/** Holds every theme to the token contract of themes/README.md: complete, tokens only, readable on each ground, apart in grey. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, walk } from 'css-tree';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/theme/colour.js';
import { completeTheme } from '../../src/theme/complete-theme.js';
import { colourTokens, contrastPairs, leastContrast, subjectTokens } from '../../src/theme/contract.js';
import { readTheme } from '../../src/theme/read-theme.js';

const folder = new URL('../../themes/', import.meta.url);
const notThemes = new Set(['base.css', 'print.css', 'screen.css']);
const themes = readdirSync(folder).filter((name) => name.endsWith('.css') && !notThemes.has(name));

/** Themes that promise more than the contract asks for. */
const promised = (name: string) => (name.startsWith('contrast') ? 7 : leastContrast);

describe.each(themes)('the theme %s', (name) => {
  const css = readFileSync(new URL(name, folder), 'utf8');
  const tokens = readTokens(css);

  it('assigns every colour of the contract as #rrggbb', () => {
    const missing = colourTokens.filter((token) => !/^#[0-9a-f]{6}$/.test(tokens.get(token) ?? ''));
    expect(missing).toEqual([]);
  });

  it('assigns tokens only', () => {
    const properties = listProperties(css).filter((property) => !property.startsWith('--lectern-'));
    expect(properties).toEqual(['color-scheme']);
    expect(readTheme(css).problems).toEqual([]);
  });

  it('has a ground as dark as it says', () => {
    const { tokens: read, scheme } = readTheme(css);
    expect(completeTheme(read, new Map()).dark).toBe(scheme === 'dark');
  });

  it.each(contrastPairs)('shows %s on %s so that it can be read', (text, ground) => {
    expect(contrastOf(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(
      promised(name),
    );
  });

  it('keeps neighbouring subjects apart in grey by at least 1.5:1', () => {
    const neighbours = subjectTokens
      .slice(1)
      .map((subject, index) => [subjectTokens[index] ?? '', subject] as const);
    const tooClose = [...neighbours, ['subject-1', 'subject-3'] as const].filter(
      ([one, other]) => contrastOf(tokens.get(one) ?? '', tokens.get(other) ?? '') < 1.5,
    );
    expect(tooClose).toEqual([]);
  });
});

function readTokens(css: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  walk(parse(css, { parseCustomProperty: false }), (node) => {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw') return;
    tokens.set(node.property.replace('--lectern-', ''), node.value.value.trim());
  });
  return tokens;
}

function listProperties(css: string): string[] {
  const properties: string[] = [];
  walk(parse(css), (node) => {
    if (node.type === 'Declaration') properties.push(node.property);
  });
  return properties;
}
