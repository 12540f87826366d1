/** `lectern theme new` as a process: what it writes is a theme without a message, and a package that another deck can name. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTheme } from '../../src/theme/read-theme.js';
import { projectFolder } from '../support.js';
import { makeFolder, runCli } from './run-cli.js';

test.each(['paper', 'ink', 'contrast', 'contrast-dark', 'press', 'press-dark'])(
  'a theme that begins as %s has all of its colours, and a deck without a message',
  async (from) => {
    const folder = makeFolder();
    const made = await runCli(['theme', 'new', 'My Look', '--from', from], folder);
    expect([made.code, made.stdout]).toEqual([0, 'My Look/theme.css\nMy Look/deck.md\n']);
    const own = readTheme(readFileSync(path.join(folder, 'My Look/theme.css'), 'utf8'));
    const shipped = readTheme(readFileSync(path.join(projectFolder, 'themes', `${from}.css`), 'utf8'));
    const colours = [...shipped.tokens].filter(([name]) => !name.startsWith('font-'));
    expect(own.problems).toEqual([]);
    expect(Object.fromEntries(own.tokens)).toEqual(Object.fromEntries(colours));
    expect(own.scheme).toBe(shipped.scheme);
    const checked = await runCli(['check', '--no-browser', '--strict', 'My Look'], folder);
    expect(checked.code).toBe(0);
  },
);

test('it can be installed, and named by its package', async () => {
  const folder = makeFolder({ 'talk.md': '---\ntheme: lectern-theme-mine\n---\n\n# A talk\n' });
  await runCli(['theme', 'new', 'mine'], folder);
  cpSync(path.join(folder, 'mine'), path.join(folder, 'node_modules/lectern-theme-mine'), {
    recursive: true,
  });
  const css = path.join(folder, 'node_modules/lectern-theme-mine/theme.css');
  writeFileSync(
    css,
    readFileSync(css, 'utf8').replace('--lectern-ground: #fbfaf6', '--lectern-ground: #ffffff'),
  );
  const built = await runCli(['build', 'talk.md'], folder);
  expect(built.code).toBe(0);
  expect(readFileSync(path.join(folder, 'dist/slides/talk/index.html'), 'utf8')).toContain(
    '--lectern-ground:#ffffff',
  );
});

test.each([
  ['no verb', ['theme'], /What to do is not said/],
  ['no folder', ['theme', 'new'], /not said|One folder/],
  ['a theme that is close', ['theme', 'new', 'x', '--from', 'papr'], /Did you mean `paper`/],
  ['a folder that holds something', ['theme', 'new', 'taken'], /not empty/],
])('%s is refused and nothing is written', async (_what, args, reason) => {
  const folder = makeFolder({ 'taken/x.txt': '' });
  const { code, stderr } = await runCli(args, folder);
  expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
  expect(readdirSync(folder)).toEqual(['taken']);
});
