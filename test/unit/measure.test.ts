/** Widths, places to break and lines, without a browser. */
import type { Paragraph } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { listBreaks } from '../../src/measure/line-breaks.js';
import { listPieces } from '../../src/measure/phrasing.js';
import { listUnknownCharacters, measureText } from '../../src/measure/text-width.js';
import { measureInline, wrapInline, wrapText } from '../../src/measure/wrap.js';

const sans = { size: 10 };

describe('widths', () => {
  it.each([
    ['AVA', { size: 10 }, 3],
    ['fi', { size: 10 }, 2],
    ['fi', { size: 10, letterSpacing: 0 }, 2],
  ])('%s is narrower than its letters apart', (text, style, count) => {
    const apart = [...text].reduce((sum, letter) => sum + measureText(letter, style), 0);
    expect(text).toHaveLength(count);
    expect(measureText(text, style)).toBeLessThan(apart);
  });

  it('joins no letters that are spaced, and spaces each', () => {
    const display = { size: 100, family: 'display' } as const;
    const spaced = measureText('ffi', { ...display, letterSpacing: 0.1 });
    expect(spaced - 30).toBeGreaterThan(measureText('ffi', display));
    expect(spaced - 30).toBeCloseTo(measureText('ffi', { ...display, letterSpacing: 1e-9 }), 3);
  });

  it('knows letters with marks however they are written', () => {
    expect(measureText('é', sans)).toBe(measureText('e\u0301', sans));
    expect(measureText('x\u0301', sans)).toBe(measureText('x', sans));
  });

  it.each([
    ['漢字', 20, ['漢', '字']],
    ['😀', 14, ['😀']],
    ['→', 10, ['→']],
    ['é 10 € – “x”', undefined, []],
  ])('says what the faces lack: %s', (text, width, unknown) => {
    expect(listUnknownCharacters(text, sans)).toEqual(unknown);
    if (width !== undefined) expect(measureText(text, sans)).toBe(width);
  });

  it('has figures of one width in every face', () => {
    for (const style of [sans, { ...sans, weight: 600 }, { ...sans, family: 'display' as const }]) {
      expect(new Set([...'0123456789'].map((digit) => measureText(digit, style))).size).toBe(1);
    }
  });
});

describe('places to break', () => {
  it.each([
    ['two words', 'two |words'],
    ['well-known x-1 -1', 'well-|known |x-|1 |-1'],
    ['https://a.org/b?c=d', 'https://a.org/b?|c=d'],
    ['and/or f(x) a,(b)', 'and/or |f(x) |a,|(b)'],
    ['A–Z “so” wait…what', 'A–|Z |“so” |wait…|what'],
    ['one—two', 'one|—|two'],
    ['10\u00a0km 5 €', '10\u00a0km |5 |€'],
    ['漢字、「かな」。', '漢|字、|「か|な」。'],
    ['👩‍👩‍👧👍🏽', '👩‍👩‍👧|👍🏽'],
    ['e\u0301tat', 'e\u0301tat'],
  ])('%s', (text, expected) => {
    const characters = [...text];
    const breaks = listBreaks(characters);
    expect(characters.map((one, index) => (breaks[index] ? '|' : '') + one).join('')).toBe(expected);
  });
});

describe('lines', () => {
  const pieces = (markdown: string) =>
    listPieces((fromMarkdown(markdown).children[0] as Paragraph).children, sans);

  it('collapses white space, also between pieces', () => {
    expect(wrapText('  a \n\t b  ', 100, sans)).toEqual([{ text: 'a b', width: measureText('a b', sans) }]);
    expect(wrapInline(pieces('a *b *c'), 100).lines.map(({ text }) => text)).toEqual(['a *b *c']);
    expect(wrapText('', 100, sans)).toEqual([]);
  });

  it('ends a line where the author did', () => {
    expect(wrapInline(pieces('one\\\n**two** three'), 500).lines.map(({ text }) => text)).toEqual([
      'one',
      'two three',
    ]);
  });

  it('breaks only where Chromium would when styles change inside a word', () => {
    const { lines } = wrapInline(pieces('**un**breakable `a-b`'), 14, 'normal');
    expect(lines.map(({ text }) => text)).toEqual(['unbreakable', 'a-', 'b']);
  });

  it('cuts words only when told', () => {
    const long = [{ text: 'unbreakable', style: sans }];
    const whole = measureText('unbreakable', sans);
    expect(wrapInline(long, 20, 'normal').lines).toHaveLength(1);
    expect(wrapInline(long, 20).lines.length).toBeGreaterThan(2);
    expect(measureInline(long).minContent).toBeCloseTo(whole);
    expect(measureInline(long, 'anywhere').minContent).toBeLessThan(10);
  });

  it('measures the longest word and the whole', () => {
    const { minContent, maxContent, exact } = measureInline(pieces('a **bold** word'));
    expect(minContent).toBeCloseTo(measureText('word', sans));
    expect(maxContent).toBeCloseTo(
      measureText('a ', sans) + measureText('bold', { ...sans, weight: 600 }) + measureText(' word', sans),
    );
    expect(exact).toBe(true);
    expect(measureInline(pieces('→ x')).exact).toBe(false);
  });

  it('gives margins to the ends of a piece', () => {
    const framed = [{ text: 'a b', style: sans, before: 3, after: 4 }];
    expect(measureInline(framed).maxContent).toBeCloseTo(7 + measureText('a b', sans));
    expect(wrapInline(framed, 10).lines.map(({ width }) => width)).toEqual([
      3 + measureText('a', sans),
      4 + measureText('b', sans),
    ]);
  });
});
