/** A browser that needs more memory than it may is ended with a typed error, and nothing of it stays; the next one prints. */
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findBrowser } from '../../src/output/browser/find-browser.js';
import { keepBrowser } from '../../src/output/browser/keep-browser.js';
import { withBrowser } from '../../src/output/browser/launch.js';
import { readMemoryLimit } from '../../src/output/browser/memory-limit.js';
import { descendants } from '../../src/output/browser/process-tree.js';
import { withSealedPage } from '../../src/output/browser/sealed-page.js';
import { openMeasurer } from '../../src/output/check/measure-deck.js';
import { loadDeck } from '../../src/output/load.js';
import { print } from '../../src/output/print.js';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

const env = process.env;
const choice = env.LECTERN_BROWSER;
const found = await findBrowser({ choice, env }).catch(() => undefined);
/** Less than any browser needs that shows a page. */
const low = { ...env, LECTERN_BROWSER_MEMORY: '30' };
const tooMuch = {
  name: 'UserError',
  code: 'browser-memory',
  message: expect.stringContaining('30 MB') as string,
  hint: expect.stringContaining('LECTERN_BROWSER_MEMORY=60') as string,
};
const hasProc = process.platform === 'linux';

describe.skipIf(!found || !hasProc)('the browser (skipped where there is none, or no /proc)', () => {
  const slides = Array.from({ length: 100 }, (_, index) => `## Slide ${index}\n\n- a\n- b`);
  const makeDeck = () => makeFolder({ 'talk.md': slides.join('\n\n---\n\n') });
  const toPrint = (folder: string) => [{ name: 'talk', path: path.join(folder, 'talk.md') }];

  test('that prints a deck', async () => {
    const folder = makeDeck();
    const shipped = await shippedFiles();
    const options = { out: path.join(folder, 'out'), browser: choice, shipped };
    const before = descendants(process.pid);
    await expect(print(toPrint(folder), { ...options, env: low })).rejects.toMatchObject(tooMuch);
    expect(descendants(process.pid).filter((pid) => !before.includes(pid))).toEqual([]);
    const [printed] = await print(toPrint(folder), { ...options, env });
    expect(printed?.documents[0]?.pages).toBe(100);
  });

  test('that measures a deck', async () => {
    const measurer = await openMeasurer({ choice, env: low }).catch((error: unknown) => error);
    const folder = makeDeck();
    const shipped = await shippedFiles();
    const { deck, sources } = await loadDeck(path.join(folder, 'talk.md'), {}, shipped);
    const work = async () => {
      if (measurer instanceof Error) throw measurer;
      await (measurer as Awaited<ReturnType<typeof openMeasurer>>).measure(deck, sources);
    };
    await expect(work()).rejects.toMatchObject(tooMuch);
    if (!(measurer instanceof Error)) await (measurer as { close(): Promise<void> }).close();
  });

  test('that is kept: the job that was too large fails once, the next has a fresh one', async () => {
    const kept = keepBrowser({ choice, env: { ...env, LECTERN_BROWSER_MEMORY: '300' } });
    onTestFinished(() => kept.close());
    let tries = 0;
    const grow = () =>
      kept.use((tabs) =>
        withSealedPage(tabs, { html: '<!doctype html><title>x</title>' }, ({ page }) => {
          tries += 1;
          return page.evaluate(
            'new Promise(() => { for (;;) (window.all ??= []).push(new Array(1e5).fill(1.5)); })',
          );
        }),
      );
    await expect(grow()).rejects.toMatchObject({ code: 'browser-memory' });
    expect(tries).toBe(1);
    const title = kept.use((tabs) =>
      withSealedPage(tabs, { html: '<!doctype html><title>y</title>' }, ({ page }) =>
        page.evaluate('document.title'),
      ),
    );
    expect(await title).toBe('y');
  });

  test('of one piece of work', async () => {
    const work = withBrowser({ choice, env: low }, async ({ browser }) => {
      for (;;) await browser.version();
    });
    await expect(work).rejects.toMatchObject(tooMuch);
  });

  test('of the command line: exit 2', async () => {
    const options = ['print', 'talk.md', '--out', 'out', '--json'];
    const { code, stdout } = await runCli(options, makeDeck(), { LECTERN_BROWSER_MEMORY: '30' });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'browser-memory' } });
  });
});

test.each(['0', '-1', '1.5', 'much'])('a limit of %s is none', (text) => {
  expect(() => readMemoryLimit({ LECTERN_BROWSER_MEMORY: text })).toThrow(/no number of megabytes/);
});

test.each([
  [undefined, 4096],
  ['', 4096],
  ['100', 100],
])('a limit of %j is %i MB', (text, limit) => {
  expect(readMemoryLimit({ LECTERN_BROWSER_MEMORY: text })).toBe(limit);
});
