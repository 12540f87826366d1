/** What needs no browser of printing: settings, shares of work, the moment of the build. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRange, parseLayouts, parsePrintSettings, parseRange } from '../../src/config/print-settings.js';
import { defaultDeckOptions } from '../../src/deck/options.js';
import { planPrint } from '../../src/document/print/plan.js';
import { inParallel } from '../../src/output/in-parallel.js';
import { parseShard, shardDecks } from '../../src/output/shard.js';
import { sourceSeconds } from '../../src/output/source-date.js';

test.each([
  ['3', [{ from: 3, to: 3 }]],
  [3, [{ from: 3, to: 3 }]],
  [
    '3, 7-12',
    [
      { from: 3, to: 3 },
      { from: 7, to: 12 },
    ],
  ],
  ['0', undefined],
  ['5-3', undefined],
  ['', undefined],
  ['a', undefined],
  ['1,,2', undefined],
  [true, undefined],
])('range %o', (value, expected) => expect(parseRange(value)).toEqual(expected));

test.each([
  ['slides, handout', ['slides', 'handout']],
  [['outline'], ['outline']],
  ['slides,slides', undefined],
  ['slide', undefined],
])('layouts %o', (value, expected) => expect(parseLayouts(value)).toEqual(expected));

test.each([
  [{ paper: 'A0' }, '`paper` to be `slide`, `A4` or `Letter`'],
  [{ 'per-page': 5 }, '`per-page` to be 1, 2, 3, 4 or 6'],
  [{ address: 'ftp://example.org' }, '`address` to be'],
  [{ pages: 1 }, 'no `pages` in it'],
  ['A4', 'settings by their names'],
])('settings %o', (value, expected) => {
  const result = parsePrintSettings(value);
  expect('wrong' in result ? result.wrong : '').toContain(expected);
});

test.each([
  ['en', 'notes', undefined, 'A4'],
  ['en-US', 'handout', undefined, 'letter'],
  ['en-CA', 'outline', 'slide', 'letter'],
  ['de', 'handout', 'Letter', 'letter'],
  ['en-US', 'slides', undefined, undefined],
  ['de', 'slides', 'A4', 'A4'],
] as const)('paper in %s for %s with %s: %s', (lang, layout, paper, expected) => {
  expect(planPrint(layout, { paper }, { ...defaultDeckOptions, lang }).paper?.name).toBe(expected);
});

test('a slide is inside of its row and its page, whatever its shape', () => {
  const sides = fc.integer({ min: 320, max: 7680 });
  const properties = [sides, sides, fc.constantFrom(1, 2, 3, 4, 6), fc.constantFrom('A4', 'Letter')] as const;
  fc.assert(
    fc.property(...properties, (width, height, perPage, paper) => {
      const plan = planPrint('handout', { perPage, paper } as const, {
        ...defaultDeckOptions,
        size: { width, height },
      });
      expect(plan.slideWidth).toBeGreaterThan(0);
      expect(plan.slideWidth).toBeLessThanOrEqual((plan.paper?.width ?? 0) - 32);
      expect((plan.slideWidth * height) / width).toBeLessThanOrEqual(plan.rowHeight);
    }),
  );
});

test('shares have no overlap and leave nothing out, in whatever order decks are found', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 9 }), (found, count) => {
      const decks = found.map((name) => ({ name, path: name }));
      const shares = Array.from({ length: count }, (_, at) => shardDecks(decks, { index: at + 1, count }));
      const other = shardDecks(decks.toReversed(), { index: 1, count });
      expect(
        shares
          .flat()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(found.toSorted());
      expect(other).toEqual(shares[0]);
    }),
  );
});

test.each([
  ['1/1', { index: 1, count: 1 }],
  ['2/5', { index: 2, count: 5 }],
  ['0/5', undefined],
  ['6/5', undefined],
  ['2', undefined],
])('share %s', (text, expected) => expect(parseShard(text)).toEqual(expected));

test.each([1, 2, 5])('%i at once: results in the order of the things', async (atOnce) => {
  let running = 0;
  let most = 0;
  const results = await inParallel([3, 1, 2, 0], atOnce, async (thing) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < thing * 3; turn += 1) await Promise.resolve();
    running -= 1;
    return thing * 10;
  });
  expect(results).toEqual([30, 10, 20, 0]);
  expect(most).toBe(Math.min(atOnce, 4));
});

test('the first failure is thrown, and no new work begins', async () => {
  const begun: number[] = [];
  const doing = inParallel([1, 2, 3, 4], 2, async (thing) => {
    begun.push(thing);
    if (thing === 1) throw new Error('one');
  });
  await expect(doing).rejects.toThrow('one');
  expect(begun).toEqual([1, 2]);
});

describe('SOURCE_DATE_EPOCH', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['0', 0],
    ['1700000000', 1_700_000_000],
  ])('%o is %o', (written, expected) => expect(sourceSeconds({ SOURCE_DATE_EPOCH: written })).toBe(expected));

  test.each(['abc', '1.5', '-1', '1e3', ' 5', '999999999999'])('%o is an error', (written) => {
    expect(() => sourceSeconds({ SOURCE_DATE_EPOCH: written })).toThrow(/is no moment/);
  });
});

test('numbers in a range', () => {
  expect([1, 2, 3].filter((number) => isInRange(number, [{ from: 2, to: 9 }]))).toEqual([2, 3]);
  expect(isInRange(7, undefined)).toBe(true);
});
