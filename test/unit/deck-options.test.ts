/** The front matter: what each key takes, and that every default is a value the key takes. */
import { describe, expect, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { parseSize } from '../../src/deck/option-values.js';
import { deckOptions, defaultDeckOptions } from '../../src/deck/options.js';

describe('sizes', () => {
  test.each([
    ['16:9', { width: 1280, height: 720 }],
    ['4:3', { width: 960, height: 720 }],
    ['1600x900', { width: 1600, height: 900 }],
    ['100x100', undefined],
    ['9999x9999', undefined],
    [16, undefined],
  ])('%s', (value, expected) => {
    expect(parseSize(value)).toEqual(expected);
  });
});

test('every default is a value that its key takes', () => {
  const others = deckOptions.filter(({ key }) => key !== 'size');
  expect(others.map((option) => option.parse(option.fallback))).toEqual(
    others.map(({ fallback }) => fallback),
  );
});

test.each([
  ['author: [A, B]', { author: 'A, B' }],
  ['date: 2026-11-24', { date: '2026-11-24' }],
  ['title: 2026', { title: '2026' }],
  ['slide-number: false', { slideNumber: 'none' }],
  ['footer:', { footer: '' }],
  ['rules: {image-alt-missing: error}', { rules: { 'image-alt-missing': 'error' } }],
])('reads %s', async (line, expected) => {
  const { file } = await compileTree(`---\n${line}\n---\n\n# Slide\n`);
  expect(file.data.deck).toEqual({ ...defaultDeckOptions, ...expected });
  expect(file.messages).toEqual([]);
});

test('rules change severities', async () => {
  const { file } = await compileTree(
    '---\nrules: {image-alt-missing: error}\n---\n\n# Slide\n\n![](x.png)\n',
  );
  expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['image-alt-missing', true]]);
});
