/** The tables of widths are those of the faces the package ships. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { openFace, renderTables, shapeText, tablesPath } from '../../.build/metrics.mjs';
import { measureText } from '../../src/measure/text-width.js';

/** Phrases of five words of the project's own decks. */
const phrases = ['keras-vs-pytorch', 'tour'].flatMap((name) => {
  const deck = readFileSync(new URL(`../../slides/${name}/deck.md`, import.meta.url), 'utf8');
  const words = deck.match(/[\p{L}\p{N}%.,()'’-]+/gu) ?? [];
  return words.flatMap((_, index) => (index % 5 === 0 ? [words.slice(index, index + 5).join(' ')] : []));
});

it.each([400, 600])(
  'running text in serif of weight %d is no wider than in sans, by which a build measures',
  async (weight) => {
    const [sans, serif] = await Promise.all(
      ['sans', 'serif'].map((name) => openFace(`${name}-latin.woff2`, weight)),
    );
    const list: { family: string; sizeAdjust?: string }[] = JSON.parse(
      readFileSync(new URL('../../dist/lib/assets/fonts/fonts.json', import.meta.url), 'utf8'),
    );
    const adjusted =
      Number.parseFloat(list.find(({ family }) => family === 'Lectern Serif')?.sizeAdjust ?? '100') / 100;
    const wider = phrases.filter(
      (text) => shapeText(serif, text, true).width * adjusted > shapeText(sans, text, true).width,
    );
    expect(phrases.length).toBeGreaterThan(500);
    expect(wider).toEqual([]);
  },
);

describe('tables of widths', () => {
  it('are those of the shipped faces (else: `npm run metrics`)', async () => {
    // A difference of these lines tells nobody anything.
    expect(readFileSync(tablesPath, 'utf8') === (await renderTables())).toBe(true);
  });

  it('are read back as the shaper measures', async () => {
    const font = await openFace('display-latin.woff2');
    const texts = [
      'AVATAR To Yo. we, 1,024',
      'office fjord baffle Schifffahrt',
      'ÀÉ ñç “quoted”…',
      'fffi ffl ft',
    ];
    const style = { size: 1000, family: 'display' } as const;
    for (const text of texts) {
      expect(measureText(text, style)).toBeCloseTo(shapeText(font, text, true).width, 6);
      const spaced = measureText(text, { ...style, letterSpacing: 0.1 });
      expect(spaced).toBeCloseTo(shapeText(font, text, false).width + 100 * text.length, 6);
    }
  });
});
