/** What `--json` says names no path outside the person's folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hideOutside, shortenPath } from '../../src/cli/hide-outside.js';
import { makeFolder, runCli } from './run-cli.js';

test.each([
  ['`/home/ada/talk.md` cannot be read', '`…/talk.md` cannot be read'],
  ['`/work/talks/a.md` cannot be read', '`a.md` cannot be read'],
  ['There is no `../secret/talk.md`', 'There is no `…/talk.md`'],
  ['`/work/talks` is a folder', '`/work/talks` is a folder'],
  ["ENOENT: no such file, open '/root/.cache/x y'", "ENOENT: no such file, open '…/x y'"],
  ['`C:\\Users\\ada\\talk.md` is none', '`…/talk.md` is none'],
  ['in /var/lib/a/, then', 'in …/a, then'],
  ['(/proc/self/environ)', '(…/environ)'],
  ['see https://example.org/a/b and //example.org/c', 'see https://example.org/a/b and …/c'],
  ['Unexpected `</div>` and `a/b`, 16/9, and / or', 'Unexpected `</div>` and `a/b`, 16/9, and / or'],
  ['`src/../../x` and `~/x`', '`src/../../x` and `~/x`'],
])('%s', (text, hidden) => expect(hideOutside(text, '/work/talks')).toBe(hidden));

test.each([
  ['a.md', 'a.md'],
  ['../a.md', '…/a.md'],
  ['/work/talks/sub/a.md', 'sub/a.md'],
  ['..a.md', '..a.md'],
  ['/a.md', '…/a.md'],
])('the file %s is %s', (file, hidden) => expect(shortenPath(file, '/work/talks')).toBe(hidden));

test.each([
  ['build', 'DECK'],
  ['build', '../elsewhere/talk.md'],
  ['build', '../elsewhere/none.md'],
  ['build', 'NONE'],
  ['check', 'DECK'],
  ['check', '../elsewhere'],
  ['print', 'DECK'],
])('`%s %s` of a deck outside the folder', async (command, deck) => {
  const files = { 'elsewhere/talk.md': '# One\n\n![a](/etc/hostname)\n\n:::nothing\n', 'here/x': '' };
  const folder = makeFolder(files);
  const named = deck.replace('DECK', `${folder}/elsewhere/talk.md`).replace('NONE', `${folder}/none.md`);
  const options = command === 'check' ? ['--no-browser'] : ['--out', 'out'];
  const { stdout } = await runCli([command, named, '--json', ...options], path.join(folder, 'here'));
  const { decks = [], error } = JSON.parse(stdout) as {
    decks?: { messages: unknown; file: string }[];
    error?: unknown;
  };
  const said = JSON.stringify([decks.map(({ messages, file }) => ({ messages, file })), error]);
  expect(said).not.toMatch(/\.\.\/|"\/|`\/|elsewhere\//);
  expect(said).not.toContain(folder);
  expect(said).toMatch(/(?:talk|none)\.md|elsewhere/);
});

test('a failure of the system names no folder of it', async () => {
  const folder = makeFolder({ 'talk.md': '# One\n' });
  mkdirSync(path.join(folder, 'here'));
  writeFileSync(path.join(folder, 'file'), '');
  const options = ['build', '../talk.md', '--json', '--out', path.join(folder, 'file', 'x')];
  const { code, stdout } = await runCli(options, path.join(folder, 'here'));
  expect(code).toBe(2);
  expect(stdout).not.toContain(folder);
});
