/** The lock of an output folder: held by one run at a time, and by no work after its run was stopped. */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockOutput } from '../../src/output/lock-output.js';
import { makeFolder } from '../cli/run-cli.js';

/** A folder that another process holds. */
function makeHeldFolder(owner: number): { folder: string; name: string } {
  const folder = makeFolder({});
  const name = `lectern-lock-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  const file = path.join(tmpdir(), name);
  writeFileSync(file, String(owner));
  onTestFinished(() => rm(file, { force: true }));
  return { folder, name };
}

const listLocks = (name: string) => readdirSync(tmpdir()).filter((file) => file.startsWith(name));

test('who is stopped while it waits does no work', async () => {
  const { folder } = makeHeldFolder(process.ppid);
  const stop = new AbortController();
  let worked = false;
  const work = lockOutput(folder, stop.signal, async () => {
    worked = true;
  });
  stop.abort();
  await expect(work).rejects.toThrow(/abort/i);
  expect(worked).toBe(false);
});

test('who waits longer than it may is told who writes', async () => {
  const { folder } = makeHeldFolder(process.ppid);
  await expect(lockOutput(folder, undefined, async () => 'done', 0)).rejects.toMatchObject({
    code: 'output-busy',
    message: expect.stringContaining(String(process.ppid)),
  });
});

test('what a killed run left is taken away, and nothing stays behind', async () => {
  // Larger than any system gives.
  const { folder, name } = makeHeldFolder(2 ** 30);
  expect(await lockOutput(folder, undefined, async () => listLocks(name))).toEqual([name]);
  expect(listLocks(name)).toEqual([]);
});
