import { expect, test } from 'vitest';
import { suggest, suggestNote } from '../../src/diagnostics/suggest.js';

test.each([
  ['comparision', ['comparison', 'columns'], 'comparison'],
  ['titel', ['title', 'date'], 'title'],
  ['xyz', ['title', 'date'], undefined],
  ['Theme', ['theme'], 'theme'],
])('suggests for %s', (name, known, expected) => {
  expect(suggest(name, known)).toBe(expected);
});

test('lists what there is when nothing is close', () => {
  expect(suggestNote('zebra', ['ink', 'paper'])).toBe('Known are `ink`, `paper`.');
});
