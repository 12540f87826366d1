/** `lectern check` as a person and as a build server use it: fixes, formats, exit codes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.js';

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
    const { code, stderr } = await runCli(['check', 'talk.md'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/talk\.md:13:11 error .*data-mirror-differs \(--fix mends it\)/);
    const { stdout } = await runCli(['check', 'talk.md', '--json'], folder);
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
    const { code, stdout, stderr } = await runCli(['check', 'talk.md', '--fix'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 mistakes were mended');
    expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(
      fixable.replace('62K', '63K').replace('text\n---', 'text\n\n---'),
    );
  });

  test('--write mends copies of data files alone', async () => {
    const folder = makeFolder(files);
    const { code, stderr } = await runCli(['check', 'talk.md', '--write'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('slide-setext');
    expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(fixable.replace('62K', '63K'));
  });

  test('a deck that is not UTF-8 stays as it is', async () => {
    const bytes = Buffer.from('# caf\xe9\n\ntext\n---\n', 'latin1');
    const folder = makeFolder({ 'talk.md': bytes });
    const { code, stderr } = await runCli(['check', 'talk.md', '--fix'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('Save the file as UTF-8');
    expect(readFileSync(path.join(folder, 'talk.md')).equals(bytes)).toBe(true);
  });
});
