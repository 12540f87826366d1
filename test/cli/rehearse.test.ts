/** `lectern rehearse` as a person uses it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli, startCli } from './run-cli.js';

const deck = '# One\n\n---\n\n::slide{minutes=2}\n\n# Two\n';

test('serves the talk, takes its times, and shows them when it is ended', async () => {
  const folder = makeFolder({ 'talk.md': deck });
  const child = startCli(['rehearse', 'talk.md', '--no-open', '--port', '0'], folder);
  let output = '';
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (data: Buffer) => {
      output += String(data);
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (found) resolve(found);
    });
  });
  const token = (await fetch(url, { method: 'HEAD' })).headers.get('lectern-live');
  const body = JSON.stringify({ run: 'x', seconds: { one: 61, two: 130 } });
  expect((await fetch(`${url}lectern/times?token=${token}`, { method: 'POST', body })).status).toBe(204);
  expect((await fetch(`${url}lectern/times?token=${token}`, { method: 'POST', body: '{}' })).status).toBe(
    400,
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(output).toMatch(
    /last +median +planned +slide\n +1:01 +1:01 +- +One\n +2:10 +2:10 +2:00 +Two\none rehearsal in talk\.rehearsal\.json/,
  );
  const { stdout } = await runCli(['talks', 'talk.md'], folder);
  expect(stdout).toMatch(/whole +2 +3 /);
  const write = await runCli(['rehearse', 'talk.md', '--write'], folder);
  expect([write.code, write.stdout]).toEqual([0, '2 slides have other minutes now\n']);
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(
    '::slide{minutes=1}\n\n# One\n\n---\n\n::slide{minutes=2.2}\n\n# Two\n',
  );
});

test('nothing rehearsed, and a damaged file, are said with the cure', async () => {
  const none = await runCli(['rehearse', 'talk.md', '--write'], makeFolder({ 'talk.md': deck }));
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('lectern rehearse talk.md')]);
  const folder = makeFolder({ 'talk.md': deck, 'talk.rehearsal.json': '{' });
  const damaged = await runCli(['rehearse', 'talk.md', '--no-open'], folder);
  expect([damaged.code, damaged.stderr]).toEqual([2, expect.stringContaining('talk.rehearsal.json')]);
  expect((await runCli(['build', 'talk.md'], folder)).stderr).toContain('rehearsal-damaged');
});
