/** A look from a stylesheet, a package, a brand and tokens: which colours count, and what is wrong with them where it is written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringifyDocument } from '../../src/compile.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { contrastOf, mixColours, readColour } from '../../src/theme/colour.js';
import { readTheme } from '../../src/theme/read-theme.js';
import { projectFolder, shippedFiles } from '../support.js';

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-theme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function look(files: Readonly<Record<string, string | Uint8Array>>, config = {}) {
  const home = mkdtempSync(path.join(folder, 'deck-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), content);
  }
  const { deck, sources } = await checkDeck(path.join(home, 'deck.md'), config, await shippedFiles());
  const html = stringifyDocument(deck, 'present', sources);
  const colour = (token: string) =>
    new RegExp(`@layer lectern\\.theme\\{:root\\{[^}]*--lectern-${token}:([^;}]+)`).exec(html)?.[1];
  const messages = deck.file.messages.map(
    ({ file = '', line, ruleId }) => `${path.basename(file)}:${line} ${ruleId}`,
  );
  return { deck, html, colour, messages, sources };
}

const deckWith = (...keys: string[]) => ['---', ...keys, '---', '', '# A talk', '', 'Words.', ''].join('\n');

describe('tokens', () => {
  test('go over the theme, and the tint of a subject follows its colour', async () => {
    const { colour, messages } = await look({
      'deck.md': deckWith('theme: paper', 'tokens:', '  subject-1: "#a00"', '  --lectern-ink: "#101010"'),
    });
    expect(messages).toEqual([]);
    expect([colour('subject-1'), colour('ink'), colour('soft')]).toEqual(['#aa0000', '#101010', '#5a5752']);
    expect(colour('subject-1-tint')).toBe(mixColours('#aa0000', '#fbfaf6', 0.1));
  });

  test.each([
    ['a name that is close', '  inkk: "#123456"', 'theme-token', /Did you mean `ink`/],
    ['a name of another tool', '  accent: "#123456"', 'theme-token', /Did you mean `subject-1`/],
    ['a name like none', '  zebra: "#123456"', 'theme-token', /Such as `ground`.*themes\/README\.md/],
    ['a size', '  title-size: 50px', 'theme-token', /Sizes are fixed/],
    ['a colour without quotes', '  ink: #123456', 'theme-token', /in quotes/],
    ['the name of a colour', '  ink: black', 'theme-token', /#rrggbb/],
    ['a colour too weak', '  soft: "#cccccc"', 'theme-contrast', /Make `soft` darker/],
  ])('%s is a message at its line', async (_what, line, rule, note) => {
    const { deck, messages } = await look({ 'deck.md': deckWith('tokens:', line) });
    expect(messages).toEqual([`deck.md:3 ${rule}`]);
    expect(deck.file.messages[0]?.note).toMatch(note);
  });

  test('of a talk go over those of the deck', async () => {
    const { colour } = await look(
      {
        'deck.md': deckWith(
          'tokens: {ink: "#101010", soft: "#202020"}',
          'talks:',
          '  night:',
          '    tokens: {soft: "#303030"}',
        ),
      },
      { talk: 'night' },
    );
    expect([colour('ink'), colour('soft')]).toEqual(['#101010', '#303030']);
  });
});

describe('a theme of one’s own', () => {
  const css = ':root { color-scheme: dark; --lectern-ground: #000020; --lectern-subject-1: #ffee00 }';

  test('is a stylesheet beside the deck; what it leaves out is that of `paper` or `ink`', async () => {
    const { colour, messages } = await look({
      'deck.md': deckWith('theme: looks/own.css'),
      'looks/own.css': css,
    });
    expect(messages).toEqual([]);
    expect([colour('ground'), colour('subject-1'), colour('ink')]).toEqual(['#000020', '#ffee00', '#f1efe9']);
  });

  test('is a package that is installed here', async () => {
    const { colour, messages } = await look({
      'deck.md': deckWith('theme: "@acme/lectern-theme"'),
      'node_modules/@acme/lectern-theme/package.json': '{"lectern": {"theme": "look.css"}}',
      'node_modules/@acme/lectern-theme/look.css': css,
    });
    expect(messages).toEqual([]);
    expect(colour('ground')).toBe('#000020');
  });

  test('may say no rules, which are named at their line', async () => {
    const { messages, html } = await look({
      'deck.md': deckWith('theme: own.css'),
      'own.css': `@import "x.css";\n${css}\nh1 { color: red }\n:root { --lectern-ground: url(x) }`,
    });
    expect(messages).toEqual(['own.css:1 theme-rule', 'own.css:3 theme-rule', 'own.css:4 theme-token']);
    expect(html).not.toMatch(/x\.css|url\(x\)|color: ?red/);
  });

  test('misspelt is said with the one that is meant', async () => {
    const { deck, messages } = await look({ 'deck.md': deckWith('theme: Ink') });
    expect(messages).toEqual(['deck.md:2 theme-unknown']);
    expect(deck.file.messages[0]?.note).toBe('Did you mean `ink`?');
  });

  test.each([
    ['a file that is not there', 'theme: own.css', {}],
    ['a package that is not installed', 'theme: lectern-theme-none', {}],
    ['a file outside of the folder', 'theme: ../own.css', {}],
    ['a deck of a stranger', 'theme: own.css', { trust: 'safe' as const }],
  ])('%s gives a message and `paper`', async (_what, key, config) => {
    const { messages, colour } = await look(
      { 'deck.md': deckWith(key), ...(key === 'theme: own.css' && 'trust' in config && { 'own.css': css }) },
      config,
    );
    expect(messages).toEqual(['deck.md:2 theme-unknown']);
    expect(colour('ground')).toBe('#fbfaf6');
  });
});

describe('a brand', () => {
  const font = readFileSync(path.join(projectFolder, 'dist/lib/assets/fonts/serif-400-latin.woff2'));
  const brand =
    'theme: ink\nlogo: mark.svg\nfooter: Acme\ncolors:\n  subject-1: "#ffee00"\nfonts:\n  text: [acme-regular.woff2]\n';
  const files = {
    'house/acme.yaml': brand,
    'house/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    'house/acme-regular.woff2': font,
  };

  test('gives theme, logo, footer, colours and faces; its paths are its own', async () => {
    const { messages, colour, html, deck } = await look({
      'deck.md': deckWith('brand: house/acme.yaml'),
      ...files,
    });
    expect(messages).toEqual([]);
    expect([colour('ground'), colour('subject-1')]).toEqual(['#14171c', '#ffee00']);
    expect([deck.file.data.deck?.logo, deck.file.data.deck?.footer]).toEqual(['house/mark.svg', 'Acme']);
    expect(html).toContain('@font-face{font-family:"Brand text";font-weight:400;font-style:normal');
    expect(html).toMatch(/--lectern-font-sans:"Brand text", "Lectern Sans"/);
  });

  test('gives way to what the deck and its talk say', async () => {
    const { colour, deck } = await look(
      {
        'deck.md': deckWith(
          'brand: house/acme.yaml',
          'footer: Mine',
          'talks: {day: {theme: paper, tokens: {subject-1: "#a00"}}}',
        ),
        ...files,
      },
      { talk: 'day' },
    );
    expect(deck.file.data.deck?.footer).toBe('Mine');
    expect([colour('ground'), colour('subject-1')]).toEqual(['#fbfaf6', '#aa0000']);
  });

  test.each([
    ['a brand that is not there', 'x: 1', 'brand: none.yaml', 'deck.md:2 brand-missing'],
    ['a key that is close', 'colours: {}', 'brand: b.yaml', 'b.yaml:1 option-unknown'],
    ['a wrong colour', 'colors:\n  ink: red', 'brand: b.yaml', 'b.yaml:2 theme-token'],
    ['a font that is none', 'fonts:\n  text: b.yaml', 'brand: b.yaml', 'b.yaml:1 brand-missing'],
    ['a font that is not there', 'fonts:\n  text: none.woff2', 'brand: b.yaml', 'b.yaml:1 brand-missing'],
  ])('%s is a message', async (_what, yaml, key, expected) => {
    const { messages } = await look({ 'deck.md': deckWith(key), 'b.yaml': yaml });
    expect(messages).toEqual([expected]);
  });
});

test('a theme document carries the faces of its voices and no others', async () => {
  const families = (html: string) =>
    [
      ...new Set(Array.from(html.matchAll(/@font-face\{font-family:"([^"]+)"/g), ([, name = '']) => name)),
    ].toSorted();
  const [press, paper] = [
    await look({ 'deck.md': deckWith('theme: press') }),
    await look({ 'deck.md': deckWith() }),
  ];
  expect(families(press.html)).toEqual(['Lectern Display', 'Lectern Mono', 'Lectern Serif']);
  expect(families(paper.html)).toEqual(['Lectern Display', 'Lectern Mono', 'Lectern Sans']);
});

test('a dark deck that spares ink takes the light theme of its pair', async () => {
  const { deck, sources } = await look({
    'deck.md': deckWith('theme: press-dark', 'print: {ink-saver: true}'),
  });
  expect(stringifyDocument(deck, 'handout', sources)).toContain('--lectern-ground:#fff4ea');
});

test('colours are read, mixed and compared as WCAG does', () => {
  expect([readColour(' #ABC '), readColour('#12345'), readColour('red')]).toEqual([
    '#aabbcc',
    undefined,
    undefined,
  ]);
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mixColours('#000000', '#ffffff', 0.25)).toBe('#bfbfbf');
});

test('a sheet that is no CSS is one problem', () => {
  expect(readTheme('}}}{{{').tokens.size).toBe(0);
  expect(readTheme('}}}{{{').problems.length).toBeGreaterThan(0);
});
