/** A dev server over a folder of files, and a page that shows it, for the tests of one file. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { DeckPath } from '../../src/output/find-decks.js';
import type { LoadOptions } from '../../src/output/load.js';
import { type DevServer, startDevServer } from '../../src/server/dev-server.js';
import { shippedFiles } from '../support.js';
import { waitForDeck } from './stage.js';

/** A deck that is served while its files change. */
export interface LiveDeck {
  readonly folder: string;
  readonly server: DevServer;
  /** Messages of every build after the first, by rule. */
  readonly builds: (readonly string[])[];
  readonly failures: unknown[];
  /** Wait until this many builds were made or failed. */
  attempts(count: number): Promise<void>;
  /** Write a file of the deck. */
  save(name: string, text: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** How to serve it. */
export interface LiveOptions extends LoadOptions {
  readonly port?: number;
  readonly talk?: string;
  /** Address on which phones are served. */
  readonly remote?: string;
  readonly onTimes?: (text: string) => boolean;
}

/** Write files and serve the deck among them. */
export async function serveDeck(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  { port = 0, remote, onTimes, ...more }: LiveOptions = {},
): Promise<LiveDeck> {
  const save = async (name: string, text: string | Uint8Array) => {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  };
  for (const [name, text] of Object.entries(files)) await save(name, text);
  const interruption = new AbortController();
  const builds: (readonly string[])[] = [];
  const failures: unknown[] = [];
  let wake = () => {};
  const deck: DeckPath = { name: 'talk', path: path.join(folder, 'talk.md'), talk: more.talk };
  const server = await startDevServer({
    deck,
    options: more,
    shipped: await shippedFiles(),
    port,
    remote,
    signal: interruption.signal,
    onTimes,
    onBuild(file) {
      builds.push(file.messages.map(({ ruleId }) => ruleId ?? ''));
      wake();
    },
    onFailure(error) {
      failures.push(error);
      wake();
    },
  });
  return {
    folder,
    server,
    builds,
    failures,
    attempts: async (count) => {
      while (builds.length + failures.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    save,
    async close() {
      interruption.abort();
      await server.ended;
      await server.close();
    },
  };
}

/** Open the page of a served deck; `hash` is what follows the address. */
export async function openLive(page: Page, { server }: LiveDeck, hash = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(server.url + hash);
  await waitForDeck(page);
}

/** Wait until a part of the page says something. */
export async function waitForText(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (query, wanted) => [...document.querySelectorAll(query)].some((one) => one.textContent?.includes(wanted)),
    {},
    selector,
    text,
  );
}
