/** Every text that is made to be slow or deep is answered: slides, or an error with a line, within a bound of work and half a gigabyte. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { projectFolder, shippedFiles } from '../support.js';
import { patterns } from './patterns.js';

const full = process.env.LECTERN_FULL === '1';
/**
 * Three seconds are what is promised, on a machine that does nothing else: in full. The short form runs beside other tests, where the same work
 * takes twice as long and more; what is not linear takes minutes at these sizes, so its bound still finds it.
 */
const seconds = full ? 3 : 20;

/** What one text takes, in seconds of the processor: what others do on the machine does not count. */
async function answer(text: string) {
  const shipped = await shippedFiles();
  const before = process.cpuUsage();
  const file = await compile(text, {}, shipped);
  const { user, system } = process.cpuUsage(before);
  return { file, took: (user + system) / 1_000_000 };
}

test.each(patterns)('$name', async ({ make }) => {
  const { file, took } = await answer(make());
  const errors = file.messages.filter(({ fatal }) => fatal);
  if (file.data.refused) {
    expect(errors.length).toBeGreaterThan(0);
    // A deck that is too large is not looked into.
    expect(errors.every(({ line, ruleId }) => line !== undefined || ruleId === 'deck-size')).toBe(true);
  } else expect(String(file.value)).toContain('<section');
  expect(took).toBeLessThan(seconds);
});

test('there are as many as were asked for', () => {
  expect(patterns.length).toBeGreaterThanOrEqual(23 + 19 + 30);
  expect(new Set(patterns.map(({ name }) => name)).size).toBe(patterns.length);
});

const script = `
import { compile, loadPackage } from ${JSON.stringify(path.join(projectFolder, 'dist', 'lib', 'index.js'))};
let text = '';
for await (const chunk of process.stdin) text += chunk;
const file = await compile(text, {}, await loadPackage());
console.log(JSON.stringify({ refused: file.messages.some(({ fatal }) => fatal), memory: process.resourceUsage().maxRSS / 1024 }));
`;

// In processes of their own it takes minutes: in full only.
describe.skipIf(!full)('in a process of its own (in full only)', () => {
  test.each(patterns)(
    '$name stays below 512 MB',
    ({ make }) => {
      const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        input: make(),
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect((JSON.parse(stdout) as { memory: number }).memory).toBeLessThan(512);
      // Time is measured above; here a busy machine only takes longer.
    },
    600_000,
  );
});
