/**
 * What long tables and timelines cost, counted and not timed: the engine counts how often each piece of code runs, which is the
 * same on a busy machine. Twice as long may cost twice as much, in all and in every piece that matters.
 */
import { Session } from 'node:inspector/promises';
import { describe, expect, test } from 'vitest';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
// Only what is loaded after this is counted.
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { compileText } = await import('../support.js');

/** Compile a text and count the runs of every piece of code, by its place. */
async function countRuns(text: string): Promise<Map<string, number>> {
  await session.post('Profiler.takePreciseCoverage');
  await compileText(text);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = new Map<string, number>();
  for (const { url, functions } of result) {
    const file = url.split('/').slice(-3).join('/');
    for (const { functionName, ranges } of functions)
      for (const { startOffset, endOffset, count } of ranges)
        counts.set(`${file} ${functionName} ${startOffset}-${endOffset}`, count);
  }
  return counts;
}

function writeTimeline(count: number): string {
  const events = Array.from({ length: count }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, '0');
    return `- **${1000 + Math.floor(at / 12)}-${month}** Event ${at} of many`;
  });
  const lane = (rest: number) => events.filter((_, at) => at % 2 === rest).join('\n');
  return `:::timeline[Events]\n\n### A\n\n${lane(0)}\n\n### B\n\n${lane(1)}\n\n:::`;
}

function writeTable(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const group = at % 10 === 0 ? `| **Group ${at / 10}** | | |\n` : '';
    return `${group}| Row ${at} of many (ms) ↓ | ${(at * 7) % 97} | ${(at * 13) % 89} |`;
  });
  const head = '| What | A | B |\n| :-- | --: | --: |';
  return `:::comparison[Rows]{highlight=auto}\n\n${head}\n${rows.join('\n')}\n\nSource: us.\n\n:::`;
}

const full = Boolean(process.env.LECTERN_FULL);
const cases = [
  ['events', writeTimeline, full ? 500 : 250],
  ['rows', writeTable, full ? 250 : 125],
] as const;

describe.each(cases)('twice as many %s', (_name, write, count) => {
  test('run no piece of code more than in proportion', async () => {
    // What is loaded and made once is no part of it.
    await compileText(`# Many\n\n${write(20)}\n`);
    const once = await countRuns(`# Many\n\n${write(count)}\n`);
    const twice = await countRuns(`# Many\n\n${write(2 * count)}\n`);
    const sum = (counts: Map<string, number>) => [...counts.values()].reduce((one, other) => one + other, 0);
    expect(sum(once)).toBeGreaterThan(1e6);
    expect(sum(twice) / sum(once)).toBeLessThan(2.3);
    // Parts of a piece appear with the first count that differs: what was never seen has no ratio.
    const steep = [...twice].flatMap(([piece, runs]) => {
      const ratio = runs / (once.get(piece) || Number.POSITIVE_INFINITY);
      return runs > sum(twice) / 1000 && ratio > 3.5 ? [`${piece}: ${ratio.toFixed(1)} times`] : [];
    });
    expect(steep).toEqual([]);
  });
});
