/** What ends, hangs or crashes amid the work: the next job works, nothing runs on, no file is torn, and nothing is left. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { Server } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findBrowser } from '../../src/output/browser/find-browser.js';
import { keepBrowser } from '../../src/output/browser/keep-browser.js';
import { descendants } from '../../src/output/browser/process-tree.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { lockOutput } from '../../src/output/lock-output.js';
import { print } from '../../src/output/print.js';
import { randomNumbers } from '../browser/random-text.js';
import { makeFolder, runCli, startCli } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

const full = process.env.LECTERN_FULL === '1';
const seed = Number(process.env.LECTERN_SEED ?? Date.now() % 1_000_000);
const env = process.env;
const choice = env.LECTERN_BROWSER;
const found = await findBrowser({ choice, env }).catch(() => undefined);
const html = '<!doctype html><title>x</title><p>words';
/** Guards against a hang alone: in full these take minutes, on a busy machine many. */
const longWait = 2_400_000;

afterEach(() => vi.restoreAllMocks());

async function crash(page: Page): Promise<never> {
  const session = await page.createCDPSession();
  await session.send('Page.crash');
  throw new Error('Unexpected life after a crash');
}

describe.skipIf(found === undefined)('the browser (skipped where there is none)', () => {
  test('121: a page that crashes is opened again, once', async () => {
    const kept = keepBrowser({ found, env });
    onTestFinished(() => kept.close());
    let tries = 0;
    const use = (crashes: number) =>
      kept.use((tabs) =>
        withSealedPage(tabs, { html }, async ({ page }) => {
          tries += 1;
          return tries <= crashes ? crash(page) : page.evaluate('document.title');
        }),
      );
    expect(await use(1)).toBe('x');
    expect(tries).toBe(2);
    tries = 0;
    await expect(use(2)).rejects.toMatchObject({ name: 'UserError', code: 'browser-failed' });
    expect(tries).toBe(2);
    tries = 0;
    expect(await use(0)).toBe('x');
  });

  test('after some jobs a fresh browser takes over, and the old one ends when its last job has', async () => {
    const kept = keepBrowser({ found, env, jobs: 3 });
    onTestFinished(() => kept.close());
    const browsers = new Set<unknown>();
    const job = () => kept.use(async (tabs) => browsers.add(tabs) && wait(5));
    for (let round = 0; round < 7; round += 1) await job();
    await Promise.all([job(), job(), job(), job()]);
    expect(browsers.size).toBe(4);
    await kept.close();
    expect(descendants(process.pid).filter(isBrowser)).toEqual([]);
  });

  const jobs = full ? 500 : 20;
  test(
    `of ${jobs} jobs with a fault in every tenth the others are right`,
    async () => {
      const kept = keepBrowser({ found, env });
      onTestFinished(() => kept.close());
      const faults: ((page: Page) => Promise<unknown>)[] = [
        () => new Promise(() => undefined),
        crash,
        () => Promise.reject(new Error('a fault of ours')),
        (page) => page.evaluate('new Promise(() => undefined)'),
      ];
      const counts = { right: 0, typed: 0 };
      const memory: number[] = [];
      for (let job = 1; job <= jobs; job += 1) {
        const fault = job % 10 === 0 ? faults[(job / 10) % faults.length] : undefined;
        const content = { html, timeoutMs: fault ? 500 : 20_000 };
        const result: unknown = await kept
          .use((tabs) => withSealedPage(tabs, content, ({ page }) => (fault ? fault(page) : page.pdf())))
          .catch((error: unknown) => error);
        if (result instanceof Uint8Array && Buffer.from(result.subarray(0, 5)).toString() === '%PDF-')
          counts.right += 1;
        else if (result instanceof Error && result.name === 'UserError') counts.typed += 1;
        if (job % 50 === 0) {
          globalThis.gc?.();
          memory.push(process.memoryUsage().rss);
        }
      }
      expect(counts).toEqual({ right: jobs * 0.9, typed: jobs * 0.1 });
      // The first hundred jobs load what all need.
      const [early = 1, late = 1] = [memory[2], memory.at(-1)];
      console.log(
        `${jobs} jobs: ${JSON.stringify(counts)}, memory after each fifty: ${memory.map((one) => Math.round(one / 2 ** 20)).join(' ')} MB`,
      );
      if (full) expect(late / early).toBeLessThan(1.1);
    },
    longWait,
  );

  test('119: printing opens no port', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen');
    const folder = makeFolder({ 'talk.md': '# One\n' });
    await print([{ name: 'talk', path: path.join(folder, 'talk.md') }], {
      out: path.join(folder, 'out'),
      browser: choice,
      shipped: await shippedFiles(),
    });
    expect(listen).not.toHaveBeenCalled();
  });
});

const isBrowser = (pid: number): boolean => {
  try {
    return /chrom|headless/.test(
      execFileSync('cat', [`/proc/${pid}/cmdline`], {
        encoding: 'latin1',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return false;
  }
};

const kills = full ? 200 : 10;
describe(`135: ${kills} runs that are killed at any moment (seed ${seed})`, () => {
  const random = randomNumbers(seed);
  const slides = (word: string) =>
    Array.from({ length: 40 }, (_, index) => `## ${word} ${index}\n\ntext`).join('\n\n---\n\n');

  test.each([
    ['build', 'index.html', 0.8],
    ...(found ? [['print', 'slides.pdf', 0.2] as const] : []),
  ] as const)(
    '%s leaves the old file or the new one, no browser, and the next run leaves nothing else',
    async (command, name, share) => {
      const folder = makeFolder({ 'talk.md': slides('Old'), 'new.md': slides('New') });
      const target = path.join(folder, 'out', 'talk', name);
      const run = () => runCli([command, 'talk.md', '--out', 'out'], folder);
      expect((await run()).code).toBe(0);
      const before = await readFile(target);
      const started = performance.now();
      await writeFile(path.join(folder, 'talk.md'), slides('New'));
      expect((await run()).code).toBe(0);
      const whole = performance.now() - started;
      const after = await readFile(target);
      const browsers: number[] = [];
      for (let round = 0; round < Math.ceil(kills * share); round += 1) {
        await writeFile(path.join(folder, 'talk.md'), slides(round % 2 === 0 ? 'Old' : 'New'));
        const child = startCli([command, 'talk.md', '--out', 'out'], folder);
        const ended = new Promise((done) => child.on('close', done));
        await wait(random() * whole);
        browsers.push(...descendants(child.pid ?? 0));
        child.kill('SIGKILL');
        await ended;
        const now = await readFile(target);
        expect(now.equals(before) || now.equals(after)).toBe(true);
      }
      const end = performance.now() + 3000;
      while (browsers.some(isBrowser) && performance.now() < end) await wait(50);
      expect(browsers.filter(isBrowser)).toEqual([]);
      expect((await run()).code).toBe(0);
      expect(await readdir(path.dirname(target))).toEqual([name]);
    },
    longWait,
  );
});

test('a temporary file of another machine, or of a run that goes on, is left alone', async () => {
  const folder = makeFolder({ 'talk.md': '# One\n' });
  const place = path.join(folder, 'out', 'talk');
  await mkdir(place, { recursive: true });
  const others = ['.index.html.aaaaaa-1-0123456789ab.tmp', '.mine.tmp', 'x.tmp'];
  for (const name of others) await writeFile(path.join(place, name), '');
  expect((await runCli(['build', 'talk.md', '--out', 'out'], folder)).code).toBe(0);
  expect((await readdir(place)).sort()).toEqual([...others, 'index.html'].sort());
});

describe('137: two runs that write to one folder', () => {
  test('write one after the other, each whole', async () => {
    const folder = makeFolder({ 'talk.md': '# One\n' });
    const results = await Promise.all(
      [1, 2, 3].map(() => runCli(['build', 'talk.md', '--out', 'out'], folder)),
    );
    expect(results.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(['0', '0', '0']);
    expect(await readdir(path.join(folder, 'out', 'talk'))).toEqual(['index.html']);
  });

  test('in one process wait for each other', async () => {
    const folder = makeFolder({});
    const order: string[] = [];
    const held = lockOutput(folder, undefined, async () => {
      await wait(20);
      order.push('first');
    });
    const second = lockOutput(folder, undefined, async () => order.push('second'));
    await Promise.all([held, second]);
    expect(order).toEqual(['first', 'second']);
  });
});

describe('136: what stands in the place of the output', () => {
  const cases: readonly (readonly [string, (target: string) => Promise<unknown> | void, number])[] = [
    ['a link, which is replaced, not followed', (target) => symlink('/dev/full', target), 0],
    ['a pipe, which is replaced', (target) => void execFileSync('mkfifo', [target]), 0],
    ['a folder', (target) => mkdir(target), 2],
  ];
  test.each(cases)('%s', async (_, put, code) => {
    const folder = makeFolder({ 'talk.md': '# One\n' });
    await mkdir(path.join(folder, 'out', 'talk'), { recursive: true });
    await put(path.join(folder, 'out', 'talk', 'index.html'));
    const result = await runCli(['build', 'talk.md', '--out', 'out'], folder);
    expect(result.code).toBe(code);
    expect(await readdir(path.join(folder, 'out', 'talk'))).toEqual(['index.html']);
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot)('a folder without permission (skipped for root, who has it)', async () => {
    const folder = makeFolder({ 'talk.md': '# One\n' });
    await mkdir(path.join(folder, 'out'));
    await chmod(path.join(folder, 'out'), 0o500);
    expect((await runCli(['build', 'talk.md', '--out', 'out'], folder)).code).toBe(2);
  });
});

test.each([['rules'], ['--help'], ['build', 'talk.md', '--json', '--out', 'out']])(
  '138: nobody reads what `%s` prints',
  async (...args) => {
    const folder = makeFolder({ 'talk.md': '# One\n' });
    const child = startCli(args, folder);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => (stderr += String(data)));
    const code = await new Promise((done) => child.on('close', done));
    expect(stderr).not.toMatch(/bug|EPIPE|at .*\.js/);
    expect(code).not.toBe(70);
  },
);

test.each(['/nowhere/at/all', '/proc'])('139: a temporary folder %s', async (TMPDIR) => {
  const folder = makeFolder({ 'talk.md': '# One\n' });
  expect((await runCli(['build', 'talk.md', '--out', 'out'], folder, { TMPDIR })).code).toBe(0);
  if (!found) return;
  const { code, stderr } = await runCli(['print', 'talk.md', '--out', 'out'], folder, { TMPDIR });
  expect([0, 2]).toContain(code);
  expect(stderr).not.toContain('bug');
});
