/** `lectern check` as a person and as a build server use it: fixes, formats, exit codes. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/rules.js';
import { makeFolder, runCli, startCli } from './run-cli.js';

/** Check without a browser, which has tests of its own. */
const check = (args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) =>
  runCli(['check', ...args, '--no-browser'], folder, env);

const fixable = `# A talk

By me

---

## Second

:::comparison[Numbers]{src="stars.csv"}

| Measure | Keras | PyTorch |
| ------- | ----: | ------: |
| Stars ↑ |   62K |     94K |

Source: the repositories.

:::

text
---

## Third
`;
const stars = 'Measure,Keras,PyTorch\nStars ↑,63K,94K\n';

describe('fixes', () => {
  const files = { 'talk.md': fixable, 'stars.csv': stars };

  test('messages tell what --fix would mend', async () => {
    const folder = makeFolder(files);
    const { code, stderr } = await check(['talk.md'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/talk\.md:13:11 error .*data-mirror-differs \(--fix mends it\)/);
    const { stdout } = await check(['talk.md', '--json'], folder);
    const [{ messages }] = JSON.parse(stdout).decks;
    expect(messages.map((one: { ruleId: string; fix?: unknown[] }) => [one.ruleId, one.fix?.length])).toEqual(
      [
        ['data-mirror-differs', 1],
        ['slide-setext', 1],
      ],
    );
    expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(fixable);
  });

  test('--fix mends all of it', async () => {
    const folder = makeFolder(files);
    const { code, stdout, stderr } = await check(['talk.md', '--fix'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 mistakes were mended');
    expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(
      fixable.replace('62K', '63K').replace('text\n---', 'text\n\n---'),
    );
  });

  test('--fix mends included files too, each in its own text, and leaves those without a mistake', async () => {
    const part = '\uFEFF---\r\ntitle: A part\r\n---\r\n\r\n## Included\r\n\r\ntext\r\n---\r\n\r\n## Last\r\n';
    const deck =
      '# A talk\n\nBy me\n\n---\n\n::include{src="parts/one.md"}\n\n---\n\n::include{src="two.md"}\n';
    const two = '## Fine\n\nWords.\n';
    const folder = makeFolder({ 'talk.md': deck, 'parts/one.md': part, 'two.md': two });
    const { stderr } = await check(['talk.md'], folder);
    expect(stderr).toMatch(/parts\/one\.md:7:1 .*slide-setext \(--fix mends it\)/);
    const { code, stdout } = await check(['talk.md', '--fix'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('1 mistake was mended');
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    expect(read('parts/one.md')).toBe(part.replace('text\r\n---', 'text\r\n\r\n---'));
    expect([read('talk.md'), read('two.md')]).toEqual([deck, two]);
  });

  test('an included file that is not UTF-8 stays as it is', async () => {
    const bytes = Buffer.from('## caf\xe9\n\ntext\n---\n\n## B\n', 'latin1');
    const folder = makeFolder({ 'talk.md': '# A\n\n---\n\n::include{src="one.md"}\n', 'one.md': bytes });
    const { code, stderr } = await check(['talk.md', '--fix'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('Save the file as UTF-8');
    expect(readFileSync(path.join(folder, 'one.md')).equals(bytes)).toBe(true);
  });

  test('--write mends copies of data files alone', async () => {
    const folder = makeFolder(files);
    const { code, stderr } = await check(['talk.md', '--write'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('slide-setext');
    expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(fixable.replace('62K', '63K'));
  });

  test('a deck that is not UTF-8 stays as it is', async () => {
    const bytes = Buffer.from('# caf\xe9\n\ntext\n---\n', 'latin1');
    const folder = makeFolder({ 'talk.md': bytes });
    const { code, stderr } = await check(['talk.md', '--fix'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('Save the file as UTF-8');
    expect(readFileSync(path.join(folder, 'talk.md')).equals(bytes)).toBe(true);
  });
});

test('talks are checked with their deck, and one mistake of several is said once', async () => {
  const text = `---
talks:
  short: {include: [one, two]}
  long: {}
  bare: {include: [one]}
---

::slide{#one}

## One

![Dog](none.png)

---

::slide{#two}

## Two

:::only{talk="short, long"}

![Dog](neither.png)

:::

:::only{talk=long}

![Dog](nor.png)

:::

:::only{talk=short}

<!-- lectern-ignore image-missing: comes later -->

![Dog](hushed.png)

:::
`;
  const { stderr, stdout } = await check(['talk.md'], makeFolder({ 'talk.md': text }));
  expect(stderr.match(/\w+\.png`, expected|Only in [^.]*/g)).toEqual([
    'none.png`, expected',
    'neither.png`, expected',
    'Only in the talk `short` and the talk `long`',
    'nor.png`, expected',
    'Only in the talk `long`',
  ]);
  expect(stdout).toContain('1 deck, 2 slides: 3 errors');
  const all = await check(['talk.md', '--talk', 'all'], makeFolder({ 'talk.md': text }));
  // `bare` has one of them, the others have both.
  expect(all.stdout).toContain('1 deck, 2 slides');
  expect(all.stderr.match(/none\.png`/g)).toHaveLength(1);
});

describe('forms', () => {
  const files = { 'talk.md': '# A\n\nText. [^none]\n', 'fine.md': '# B\n\nBy me\n' };

  test('text shows the line, and sums up in one line', async () => {
    const { code, stdout, stderr } = await check(['talk.md', 'fine.md'], makeFolder(files));
    expect(code).toBe(1);
    expect(stderr).toContain('  > 3 | Text. [^none]\n      | ^^^^^^^^^^^^^');
    expect(stdout).toBe('2 decks, 2 slides: 1 error\n');
  });

  test.each([
    ['sarif', (text: string) => JSON.parse(text).runs[0].results.length === 1],
    ['json', (text: string) => JSON.parse(text).decks.length === 2],
    ['github', (text: string) => text.startsWith('::error file=talk.md,line=3,')],
    ['junit', (text: string) => text.startsWith('<?xml') && text.includes('failures="1"')],
  ])('%s goes to stdout alone', async (format, accepts) => {
    const { code, stdout, stderr } = await check(
      ['talk.md', 'fine.md', '--format', format],
      makeFolder(files),
    );
    expect([code, stderr]).toEqual([1, '']);
    expect(accepts(stdout)).toBe(true);
  });

  test('an unknown form is refused before anything is done', async () => {
    const { code, stderr } = await check(['talk.md', '--format', 'tap'], makeFolder(files));
    expect(code).toBe(2);
    expect(stderr).toContain('sarif');
  });

  test('--strict counts warnings', async () => {
    const folder = makeFolder({ 'talk.md': '# A\n\nBy me\n\n---\n\n## B\n\n[here](https://example.com)\n' });
    expect((await check(['talk.md'], folder)).code).toBe(0);
    expect((await check(['talk.md', '--strict'], folder)).code).toBe(1);
  });

  test('SOURCE_DATE_EPOCH says what day it is', async () => {
    const text =
      '---\nfacts-max-age: 30\n---\n\n## A\n\n:::comparison{asof=2026-10-01}\n\n| M | A | B |\n| - | - | - |\n| x | yes | no |\n\n:::\n';
    const folder = makeFolder({ 'talk.md': text });
    const onDay = (day: number) => ({ SOURCE_DATE_EPOCH: String(Date.UTC(2026, 9, day) / 1000) });
    expect((await check(['talk.md'], folder, onDay(32))).stderr).toContain('31 days old');
    expect((await check(['talk.md'], folder, onDay(31))).stderr).toBe('');
  });
});

test('--watch checks again when the deck changes, and ends with 130', async () => {
  const folder = makeFolder({ 'talk.md': '# A\n\nText. [^none]\n' });
  const child = startCli(['check', 'talk.md', '--watch', '--no-browser'], folder);
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += String(data)));
  const saw = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      child.stdout?.on('data', look);
      child.on('close', () => reject(new Error(`ended before it said ${text}`)));
      look();
    });
  await saw('1 error');
  writeFileSync(path.join(folder, 'talk.md'), '# A\n\nText.\n');
  await saw('fine');
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});

describe('rules and explain', () => {
  test('rules lists the whole catalogue', async () => {
    const { stdout } = await runCli(['rules'], makeFolder());
    for (const id of Object.keys(rules)) expect(stdout).toContain(id);
    const { stdout: json } = await runCli(['rules', '--json'], makeFolder());
    expect(JSON.parse(json).rules).toHaveLength(Object.keys(rules).length);
  });

  test('explain shows what, why, and both examples', async () => {
    const { code, stdout } = await runCli(['explain', 'slide-setext'], makeFolder());
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /makes a heading, not a slide break[^]*underline[^]*Wrong[^]*\S\n {4}---[^]*Right[^]*\n\n {4}---/,
    );
  });

  test('an unknown rule gets a suggestion', async () => {
    const { code, stderr } = await runCli(['explain', 'slide-setex'], makeFolder());
    expect(code).toBe(2);
    expect(stderr).toContain('slide-setext');
  });
});
