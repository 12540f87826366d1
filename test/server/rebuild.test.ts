/** One save is one rebuild: every way in which editors save, on a real disk with the real watcher. */
import { mkdir, mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { rebuildOnChange, type WorkInputs } from '../../src/output/watch/rebuild.js';

/** Saves of each way; the whole test of the issue takes 50. */
const saves = process.env.LECTERN_FULL === '1' ? 50 : 5;

/** Work that reads one file, counts, and tells what it read. */
async function startWork(names = ['talk.md']) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-watch-'));
  const files = names.map((name) => path.join(folder, name));
  const [deck = ''] = files;
  await writeFile(deck, 'first');
  const interruption = new AbortController();
  const read: (string | undefined)[] = [];
  let wake = () => {};
  const work = async (): Promise<WorkInputs> => {
    const entries = files.map(async (file) => [file, await readFile(file).catch(() => undefined)] as const);
    const inputs = { files: new Map(await Promise.all(entries)), folders: [path.join(folder, 'talks')] };
    read.push(inputs.files.get(deck)?.toString());
    wake();
    return inputs;
  };
  const running = rebuildOnChange(await work(), work, interruption.signal);
  onTestFinished(async () => {
    interruption.abort();
    await running;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    deck,
    read,
    /** Wait until the work was done so often. */
    times: async (count: number) => {
      while (read.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    /** Wait until the work has read a text. */
    until: async (text: string | undefined) => {
      while (read.at(-1) !== text) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

const ways: Readonly<Record<string, (file: string, text: string) => Promise<void>>> = {
  'in place': (file, text) => writeFile(file, text),
  'rename over': async (file, text) => {
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  },
  backup: async (file, text) => {
    await rename(file, `${file}~`);
    await writeFile(file, text);
    await unlink(`${file}~`);
  },
  'delete and write': async (file, text) => {
    await unlink(file);
    await wait(100);
    await writeFile(file, text);
  },
};

test.each(Object.entries(ways))(`${saves} saves by %s are ${saves} rebuilds`, async (_, save) => {
  const { deck, read, until } = await startWork();
  for (let count = 1; count <= saves; count += 1) {
    await save(deck, `text ${count}`);
    await until(`text ${count}`);
  }
  // A rebuild too many would come before that of a later save.
  await writeFile(deck, 'last');
  await until('last');
  const texts = Array.from({ length: saves }, (_value, index) => `text ${index + 1}`);
  expect(read).toEqual(['first', ...texts, 'last']);
});

test('a save that changes nothing is no rebuild', async () => {
  const { deck, read, until } = await startWork();
  await writeFile(deck, 'first');
  await writeFile(`${deck}.tmp`, 'first');
  await rename(`${deck}.tmp`, deck);
  await writeFile(deck, 'second');
  await until('second');
  expect(read).toEqual(['first', 'second']);
});

test('hundreds of saves in a second end with the last text', async () => {
  const { deck, read, until } = await startWork();
  for (let count = 1; count <= 300; count += 1) await writeFile(deck, `text ${count}`);
  await until('text 300');
  expect(read.length).toBeLessThan(300);
});

test('a deck that is deleted counts after a while, and returns, also with its folder', async () => {
  const { folder, deck, read, until } = await startWork();
  await rm(folder, { recursive: true });
  await until(undefined);
  await mkdir(folder);
  await writeFile(deck, 'back');
  await until('back');
  await writeFile(deck, 'and again');
  await until('and again');
  expect(read.slice(0, 2)).toEqual(['first', undefined]);
});

test('a file that was named and missing, and a new one in a folder that counts', async () => {
  const { folder, read, until, times } = await startWork(['talk.md', 'media/chart.csv']);
  await until('first');
  await mkdir(path.join(folder, 'media'));
  await writeFile(path.join(folder, 'media/chart.csv'), 'a,b');
  await times(2);
  await mkdir(path.join(folder, 'talks'));
  await writeFile(path.join(folder, 'talks/short.yaml'), 'minutes: 5');
  await times(3);
  expect(read).toEqual(['first', 'first', 'first']);
});
