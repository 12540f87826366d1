/** The rules for faces that a document carries. */
import { expect, it } from 'vitest';
import { fontFaces } from '../../src/document/fonts.js';
import { shippedFiles } from '../support.js';

it('gives printed faces of one family the same weights in every set of characters', async () => {
  const letters = new Set([...'aŁ'].map((character) => character.codePointAt(0) ?? 0));
  const rules = fontFaces(await shippedFiles(), letters, 'print', ['Lectern Sans']).split('\n');
  const sans = rules.filter((rule) => rule.includes('"Lectern Sans"') && rule.includes('font-style:normal'));
  const weightsOf = (first: string) =>
    sans
      .filter((rule) => rule.includes(`unicode-range:${first}`))
      .map((rule) => /font-weight:([^;]+)/.exec(rule)?.[1] ?? '')
      .toSorted((one, other) => Number(one) - Number(other));
  expect(weightsOf('U+20')).toContain('400');
  // A face of a range of weights beside them, and a browser would use none of the single ones.
  expect(weightsOf('U+100')).toEqual(weightsOf('U+20'));
});
