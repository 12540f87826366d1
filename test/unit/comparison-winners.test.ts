import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileComparison, table, winnersOf } from './comparison-example.js';

describe('winners', () => {
  const head = ['| Criterion | A | B | C |', '| - | - | - | - |'];
  const winner = (row: string, options = '{highlight=auto}') =>
    winnersOf(compileComparison(`${table([...head, row], options)}\n[^1]: Note.\n`))[0];

  it.each([
    ['| Time ↓ | 3 | 2 | 5 |', 'B'],
    ['| Time | 3 | 2 | 5 |', ''],
    ['| Time (lower is better) | 3 | 2 | 5 |', 'B'],
    ['| Time ↓ [^1] | 3 | 2 | 5 |', 'B'],
    ['| Time ↓ (ms) | 3 | 2 | 5 |', 'B'],
    ['| Time ↓ | 300 ms | 0.2 s | 1 min |', 'B'],
    ['| Time ↓ | 300 ms | 0.3 s | 1 min |', 'A, B'],
    ['| Time ↓ | 12 ms | 3 GB | 5 ms |', ''],
    ['| Stars ↑ | 900 | 1.2k | 1.1K |', 'B'],
    ['| Version ↑ | 3.9.1 | 3.15.0 | 3.15.0-rc.1 |', 'B'],
    ['| Release ↓ | 2015-03-27 | March 2015 | 2016 Q1 |', 'A, B'],
    ['| Release ↓ | 2015-04-27 | March 2015 | 2016 Q1 |', 'B'],
    ['| Export ↑ | yes | partial | ? |', 'A'],
    ['| Memory ↓ | ≤ 3.2 GB | 2.1 GB | 8 GB |', 'A, B'],
    ['| Memory ↓ | > 100 | 120 | 130 |', ''],
    ['| Price ↓ | $12 | €10 | $14 |', ''],
    ['| Fit | 4/5 | 9/10 | 3 |', ''],
    ['| Fit | 4/5 | 9/10 | ? |', 'B'],
    ['| Speed ↑ | 4 | n/a | ? |', ''],
  ])('%s gives "%s"', (row, names) => {
    expect(winner(row)).toBe(names);
  });

  it('counts what is within a share as equal', () => {
    expect(winner('| Time ↓ | 100 | 104 | 106 |', '{highlight=auto tie=5%}')).toBe('A, B');
  });

  it('shows neither bold nor computed ones on request', () => {
    expect(winner('| Time ↓ | **1** | 2 | 3 |', '{highlight=none}')).toBe('');
  });

  it('are never all, and need a direction', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 4 }).map(String), fc.constantFrom('?', 'n/a', '1 ± 1'));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(' ↓', ' ↑', ''),
        (cells, arrow) => {
          const names =
            winner(`| Row${arrow} | ${cells.join(' | ')} |`)
              ?.split(', ')
              .filter(Boolean) ?? [];
          const ranked = cells.filter((cell) => /\d/.test(cell)).length;
          expect(names.length).toBeLessThan(Math.max(1, ranked));
          if (arrow === '') expect(names).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
