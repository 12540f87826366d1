/** `--talk` and `lectern talks` as a person uses them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, runCli, startCli } from './run-cli.js';

const files = {
  'talk.md': `---
title: A talk
minutes: 10
talks:
  short: {event: Expo, minutes: 2, include: [b, a]}
---

::slide{#a minutes=1}

# One

:::only{talk=short}

Short.

:::

:::notes

Five words that are said.

:::

---

::slide{#b minutes=1.5}

# Two

---

::slide{#c}

# Three

:::notes

${'word '.repeat(140)}

:::
`,
  'talks/long.yaml': 'minutes: 60\n',
};

test('lists talks with slides, minutes against the budget, words and what differs', async () => {
  const { code, stdout, stderr } = await runCli(['talks', 'talk.md'], makeFolder(files));
  expect(code).toBe(0);
  expect(stderr).toContain('minutes-over-budget');
  expect(stdout.split('\n')).toEqual([
    'talk   slides  minutes          words  differs',
    'whole       3  3.5 of 10          145',
    'short       2  2.5 of 2 (over)      5  1 less, 1 moved, 1 with another text; event, minutes',
    'long        3  3.5 of 60          145  minutes',
    '',
  ]);
});

test('compares two talks', async () => {
  const folder = makeFolder(files);
  const { stdout } = await runCli(['talks', 'talk.md', '--diff', 'short', 'long'], folder);
  expect(stdout.split('\n')).toEqual([
    '+ Three (c)',
    expect.stringMatching(/^> (One \(a\)|Two \(b\)): moved$/),
    '~ One (a): another text',
    '~ event: Expo -> none',
    '~ minutes: 2 -> 60',
    '',
  ]);
  const json = JSON.parse(
    (await runCli(['talks', 'talk.md', '--diff', 'short', 'short', '--json'], folder)).stdout,
  );
  expect(json).toMatchObject({ from: 'short', slides: [], options: [] });
});

test('builds one talk or all, each into its folder', async () => {
  const folder = makeFolder(files);
  const one = await runCli(['build', 'talk.md', '--talk', 'long', '--out', 'out'], folder);
  expect(one.stdout).toContain(path.join('out', 'talk', 'long', 'index.html'));
  expect(existsSync(path.join(folder, 'out', 'talk', 'short'))).toBe(false);
  await runCli(['build', 'talk.md', '--talk', 'all', '--out', 'out'], folder);
  expect(existsSync(path.join(folder, 'out', 'talk', 'short', 'index.html'))).toBe(true);
  expect(existsSync(path.join(folder, 'out', 'talk', 'index.html'))).toBe(false);
});

test.each(['build', 'print', 'check'])('%s names the talk that was meant', async (command) => {
  const { code, stderr } = await runCli([command, 'talk.md', '--talk', 'shrot'], makeFolder(files));
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean `short`?');
});

test('presents one talk, and not several', async () => {
  const folder = makeFolder(files);
  const child = startCli(
    ['present', 'talk.md', '--talk', 'short', '--no-open', '--port', '0', '--json'],
    folder,
  );
  onTestFinished(() => void child.kill());
  const line = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (data) => resolve(String(data))),
  );
  const { url, slides } = JSON.parse(line);
  expect(slides.map(({ id }: { id: string }) => id)).toEqual(['b', 'a']);
  const page = await (await fetch(url)).text();
  expect(page).toContain('Short.');
  expect(page).not.toContain('Three');
  const all = await runCli(['present', 'talk.md', '--talk', 'all', '--no-open'], folder);
  expect([all.code, all.stderr]).toEqual([2, expect.stringContaining('one talk of it')]);
});

test('a talk file that is broken is reported with its own line', async () => {
  const folder = makeFolder({ ...files, 'talks/long.yaml': 'minutes: 60\ninclude: [q]\nminuts: 3\n' });
  const { code, stderr } = await runCli(['check', 'talk.md', '--no-browser'], folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/talks\/long\.yaml:2:1 error Unexpected slide `q`/);
  expect(stderr).toMatch(/> 3 \| minuts: 3/);
});
