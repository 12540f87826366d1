/** `order=` of steps as a table, and what must hold of any order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrder, readOrder } from '../../src/components/steps/order.js';

test.each([
  ['forward', 3, [0, 1, 2], []],
  ['reverse', 3, [2, 1, 0], []],
  ['together', 3, [0, 0, 0], []],
  ['3,1,2', 3, [1, 2, 0], []],
  ['2, 1 + 3', 3, [1, 0, 1], []],
  ['3', 4, [1, 2, 0, 3], []],
  ['1,0,9,1', 2, [0, 4], ['0', '9', '1']],
  ['reverse', 0, [], []],
])('%s of %i parts', (text, count, steps, invalid) => {
  expect(isOrder(text)).toBe(true);
  expect(readOrder(text, count)).toEqual({ steps, invalid });
});

test.each(['', 'backwards', '1,', '+1', '1;2', '-1', '1.5'])('%j is no order', (text) => {
  expect(isOrder(text)).toBe(false);
});

test('every part has a step, and what is not named follows in its order', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 10 }), (written, count) => {
      const { steps, invalid } = readOrder(written.join(','), count);
      expect(steps).toHaveLength(count);
      expect(new Set(steps).size).toBe(count);
      const rest = steps.filter((_, index) => !written.includes(index + 1));
      expect(rest).toEqual(rest.toSorted((one, other) => one - other));
      expect(invalid.length).toBeLessThanOrEqual(written.length);
    }),
    { numRuns: process.env.LECTERN_FULL ? 1000 : 100 },
  );
});
