/** What goes wrong while a deck is printed: it is said, the old file stays, and nothing half-done is left. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect as connectTo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printLayouts } from '../../src/config/print-settings.js';
import { type FoundBrowser, findBrowser } from '../../src/output/browser/find-browser.js';
import { type PrintOptions, print } from '../../src/output/print.js';
import { shippedFiles } from '../support.js';
import { readPdf } from './read-pdf.js';

const found = await findBrowser({ choice: process.env.LECTERN_BROWSER, env: process.env }).catch(
  () => undefined,
);
const deck = '---\ntitle: T\n---\n\n# One\n\n---\n\n## Two\n\n[back](#one)\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder with the deck, and a printer that writes beside it. */
async function prepare(text = deck) {
  const place = await mkdtemp(path.join(folder, 'place-'));
  const deckPath = path.join(place, 'deck.md');
  await writeFile(deckPath, text);
  const run = async (options: PrintOptions = {}) => {
    await print([{ name: 'out', path: deckPath }], { out: place, shipped: await shippedFiles(), ...options });
    return readFile(path.join(place, 'out', `${options.layouts?.[0] ?? 'slides'}.pdf`));
  };
  const list = () => readdir(path.join(place, 'out'));
  return { place, run, list };
}

/** A program that writes its number down and becomes the browser. */
async function writeProgram(place: string, { executablePath, env = {} }: FoundBrowser) {
  const program = path.join(place, 'headless-shell');
  const log = path.join(place, 'numbers');
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  const lines = ['#!/bin/sh', ...exports, `echo $$ >> '${log}'`, `exec '${executablePath}' "$@"`];
  await writeFile(program, lines.join('\n'));
  await chmod(program, 0o755);
  const read = async () => (await readFile(log, 'utf8')).trim().split('\n').map(Number);
  return { program, read };
}

function kill(number: number): void {
  try {
    process.kill(number, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

describe.skipIf(found === undefined)('(skipped where there is no browser)', () => {
  const browser = found as FoundBrowser;

  /** Print two decks in one run and act when the second is to be printed: the browser has worked by then. */
  async function printTwice(place: string, browserPath: string, act: () => void): Promise<void> {
    const second = path.join(place, 'second.md');
    await writeFile(second, `${deck}${'\n---\n\n## More\n\ntext\n'.repeat(300)}`);
    await print(
      [
        { name: 'first', path: path.join(place, 'deck.md') },
        { name: 'out', path: second },
      ],
      {
        out: place,
        browser: browserPath,
        shipped: await shippedFiles(),
        onProgress: (status) => void (status === 'printing slides of out' && act()),
      },
    );
  }

  test('122: a browser that is killed is started again, and the document is the same', async () => {
    const { place } = await prepare();
    const file = path.join(place, 'out', 'slides.pdf');
    await printTwice(place, browser.executablePath, () => {});
    const expected = await readFile(file);
    const { program, read } = await writeProgram(place, browser);
    await printTwice(place, program, () => void read().then((numbers) => numbers.forEach(kill)));
    expect(Buffer.compare(expected, await readFile(file))).toBe(0);
    expect(new Set(await read()).size).toBe(2);
  });

  test('122: a browser that is killed again and again is an error; the old file stays, alone', async () => {
    const { place, run, list } = await prepare();
    const old = await run();
    const { program, read } = await writeProgram(place, browser);
    let timer: NodeJS.Timeout | undefined;
    const error: unknown = await printTwice(place, program, () => {
      timer = setInterval(() => void read().then((numbers) => numbers.forEach(kill)), 5);
    }).catch((reason) => reason);
    clearInterval(timer);
    expect(error).toMatchObject({ name: 'UserError', code: 'browser-failed' });
    expect(new Set(await read()).size).toBe(2);
    expect(await list()).toEqual(['slides.pdf']);
    expect(Buffer.compare(old, await readFile(path.join(place, 'out', 'slides.pdf')))).toBe(0);
  });

  test('120: a document that is not ready in time is named', async () => {
    const { run } = await prepare();
    await expect(run({ timeout: 1 })).rejects.toMatchObject({
      code: 'browser-timeout',
      message: expect.stringMatching(/finish slides of `.*deck\.md` within/),
    });
  });

  test('136: a folder in the place of the document is an error, and nothing else is left there', async () => {
    const { place, run, list } = await prepare();
    await run({ layouts: ['notes'] });
    await rm(path.join(place, 'out', 'notes.pdf'));
    await writeFile(path.join(place, 'file'), '');
    const blocked = run({ out: path.join(place, 'file') });
    await expect(blocked).rejects.toMatchObject({ code: 'output-unwritable' });
    expect(await list()).toEqual([]);
  });

  test('bytes do not hang on folder, time zone, or what the browser did before', async () => {
    const [first, second] = [await prepare(), await prepare()];
    const shipped = await shippedFiles();
    await print([{ name: 'out', path: path.join(first.place, 'deck.md') }], {
      out: first.place,
      layouts: printLayouts,
      env: { ...process.env, TZ: 'UTC' },
      shipped,
    });
    const later = { name: 'out', path: path.join(second.place, 'deck.md') };
    await print([{ ...later, name: 'before' }, later], {
      out: second.place,
      layouts: printLayouts.toReversed(),
      env: { ...process.env, TZ: 'Asia/Kathmandu' },
      shipped,
    });
    for (const layout of printLayouts) {
      const [one, two] = await Promise.all(
        [first, second].map(({ place }) => readFile(path.join(place, 'out', `${layout}.pdf`))),
      );
      expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0);
    }
  });

  test('132: of 500 pages every one is exactly as large as the slide, with its own slide on it', async () => {
    const slides = Array.from({ length: 500 }, (_, index) => `## Slide ${index + 1}.\n\nText ${index + 1}.`);
    const { place, run } = await prepare(slides.join('\n\n---\n\n'));
    await run();
    const { pages, texts } = await readPdf(path.join(place, 'out', 'slides.pdf'));
    expect(new Set(pages.map(String))).toEqual(new Set(['960,540']));
    texts.forEach((text, index) => expect(text).toContain(`Text${index + 1}.`));
    expect(texts).toHaveLength(500);
  });

  describe('a browser that runs elsewhere', () => {
    let remote: ChildProcess;
    let address = '';

    beforeAll(async () => {
      const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
      const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
      remote = spawn(browser.executablePath, [...flags, profile], {
        env: { ...process.env, ...browser.env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      address = await new Promise<string>((done, fail) => {
        let said = '';
        remote.once('exit', () => fail(new Error(`The browser ended: ${said}`)));
        remote.stderr?.on('data', (data) => {
          said += String(data);
          const match = /DevTools listening on (ws:\S+)/.exec(said);
          if (match?.[1]) done(match[1]);
        });
      });
    });
    afterAll(() => void remote.kill('SIGKILL'));

    test('prints the same bytes, is left running, and keeps nothing of ours', async () => {
      const { run } = await prepare();
      const here = await run();
      const there = await run({ remoteBrowser: address });
      expect(Buffer.compare(here, there)).toBe(0);
      const pages = await fetch(`http://${new URL(address).host}/json/list`);
      const open = (await pages.json()) as { url: string }[];
      expect(open.filter(({ url }) => url.includes('deck.invalid'))).toEqual([]);
    });

    test.each([1, 2, 3, 4, 5, 6])(
      '140: that goes with the %dth thing it is told is an error',
      async (last) => {
        const proxy = createServer((client) => {
          const server = connectTo(Number(new URL(address).port), '127.0.0.1');
          let heard = 0;
          client.on('data', (data) => {
            heard += 1;
            if (heard < last) server.write(data);
            else client.destroy();
          });
          server.pipe(client);
          for (const socket of [client, server]) socket.on('error', () => undefined);
          client.on('close', () => server.destroy());
        });
        await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
        const { port } = proxy.address() as AddressInfo;
        const { run } = await prepare();
        const through = address.replace(/:\d+\//, `:${port}/`);
        await expect(run({ remoteBrowser: through })).rejects.toMatchObject({ code: 'browser-failed' });
        proxy.close();
      },
    );

    test('140: that goes amid the work is an error', async () => {
      const { run } = await prepare();
      const printing = run({
        remoteBrowser: address,
        onProgress: (status) => void (status.startsWith('printing') && remote.kill('SIGKILL')),
      });
      await expect(printing).rejects.toMatchObject({ code: 'browser-failed' });
    });

    test('140: that is not there is an error, which tells no secret', async () => {
      const { run } = await prepare();
      const error: unknown = await run({ remoteBrowser: 'ws://127.0.0.1:9/x?token=SECRET' }).catch((e) => e);
      expect(error).toMatchObject({ code: 'browser-failed' });
      expect(String(error)).not.toContain('SECRET');
    });
  });
});
