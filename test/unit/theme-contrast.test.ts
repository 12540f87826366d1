/** Holds every theme to the token contract of themes/README.md: complete, tokens only, readable on each ground, apart in grey. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, walk } from 'css-tree';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../themes/', import.meta.url);
const notThemes = new Set(['base.css', 'print.css', 'screen.css']);
const themes = readdirSync(folder).filter((name) => name.endsWith('.css') && !notThemes.has(name));

const subjects = [1, 2, 3, 4, 5, 6].map((number) => `subject-${number}`);
const tints = subjects.map((name) => `${name}-tint`);
const code = ['keyword', 'string', 'number', 'comment', 'title', 'type', 'attribute', 'deletion'].map(
  (name) => `code-${name}`,
);
const plain = ['ground', 'ink', 'soft', 'faint', 'line', 'hair', 'panel', 'mark', 'highlight'];
const required = [...plain, ...subjects, ...tints, ...code];

/** Which text meets which ground. */
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...cross(['ink', 'soft', 'faint', 'mark'], ['ground', 'panel', 'highlight', ...tints]),
  ...cross(subjects, ['ground', 'panel']),
  ...subjects.map((name): [string, string] => [name, `${name}-tint`]),
  ...cross(code, ['ground', 'panel', 'highlight']),
];

describe.each(themes)('the theme %s', (name) => {
  const css = readFileSync(new URL(name, folder), 'utf8');
  const tokens = readTokens(css);

  it('assigns every colour of the contract as #rrggbb', () => {
    const missing = required.filter((token) => !/^#[0-9a-f]{6}$/.test(tokens.get(token) ?? ''));
    expect(missing).toEqual([]);
  });

  it('assigns tokens only', () => {
    const properties = listProperties(css).filter((property) => !property.startsWith('--lectern-'));
    expect(properties).toEqual(['color-scheme']);
  });

  it.each(pairs)('shows %s on %s with at least 4.5:1', (text, ground) => {
    expect(contrast(tokens.get(text), tokens.get(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps neighbouring subjects apart in grey by at least 1.5:1', () => {
    const neighbours = subjects.slice(1).map((subject, index) => [subjects[index] ?? '', subject] as const);
    const tooClose = [...neighbours, ['subject-1', 'subject-3'] as const].filter(
      ([one, other]) => contrast(tokens.get(one), tokens.get(other)) < 1.5,
    );
    expect(tooClose).toEqual([]);
  });
});

function cross(texts: readonly string[], grounds: readonly string[]): [string, string][] {
  return texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground]));
}

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

/** WCAG 2: the ratio of two relative luminances, 1 to 21. */
function contrast(one = '#000000', other = '#000000'): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
