/** The tables of widths are those of the faces the package ships. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { openFace, renderTables, shapeText, tablesPath } from '../../.build/metrics.mjs';
import { measureText } from '../../src/measure/text-width.js';

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
