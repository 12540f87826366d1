/**
 * Payloads in a real browser with its scripts on and the page's policy off, so that only the sanitiser stands between them and the
 * page: nothing runs and nothing dangerous is left, in the deck, the dev server, the speaker window, on a phone and in the PDF.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { print } from '../../src/output/print.js';
import { serveDeck } from '../browser/live-deck.js';
import { openStage, type Stage, waitForDeck } from '../browser/stage.js';
import { dangers } from '../dangers.js';
import { readPdf } from '../print/read-pdf.js';
import { projectFolder, shippedFiles } from '../support.js';
import { judge, judgeClicker, openWitness } from './payload-judges.js';
import { mutate, ownPayloads, vary } from './payloads.js';

const full = process.env.LECTERN_FULL === '1';
const seed = Number(process.env.LECTERN_SEED ?? Date.now() % 1_000_000);
const perPayload = full ? 120 : 1;
const known = path.join(projectFolder, '..', 'shared', 'payloads', 'dompurify-fixtures.json');
const fixtures: string[] = existsSync(known)
  ? (JSON.parse(readFileSync(known, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
  : [];
/** Every third of them in the short form. */
const chosen = full ? fixtures : fixtures.filter((_, index) => index % 3 === 0);
const known36 = fixtures.length === 0 ? ' (skipped: ../shared/payloads is missing)' : '';
const all = [
  ...chosen,
  ...ownPayloads.map(([, payload]) => payload),
  ...ownPayloads.flatMap(([number, payload]) => [
    ...vary(payload, perPayload, seed + number),
    ...mutate(payload, perPayload, seed + number),
  ]),
];
/** A deck includes at most 200 files; starting everything costs far more than a slide. */
const most = 190;
const decks = Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
  all.slice(index * most, (index + 1) * most),
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ live: true });
});
afterAll(() => stage?.close());

/** A deck of a slide for each payload, each in a file of its own, so that none swallows the next; on the slide and in its notes. */
async function writeDeck(
  name: string,
  payloads: readonly string[],
): Promise<{ folder: string; files: Record<string, string> }> {
  const folder = path.join(stage.folder, name);
  await mkdir(folder, { recursive: true });
  const files: Record<string, string> = {};
  payloads.forEach((payload, index) => {
    const notes = payload.includes(':::') ? '' : `\n\n:::notes\n\n${payload}\n\n:::`;
    files[`${index}.md`] = `## Slide ${index}\n\n${payload}${notes}\n`;
  });
  files['talk.md'] = payloads.map((_, index) => `::include{src=${index}.md}`).join('\n\n---\n\n');
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return { folder, files };
}

const nothing = { executed: 0, dangerous: [] };

describe(`36: DOMPurify’s payloads${known36}, our own, variants and mutations of them (seed ${seed})`, () => {
  test.each(decks.map((payloads, index) => [index + 1, payloads.length, payloads] as const))(
    'in deck, speaker window, server, clicker and PDF, part %i: %i payloads',
    async (_part, _count, payloads) => {
      const { folder, files } = await writeDeck(`p${Math.abs(hash(payloads.join('')))}`, payloads);
      const deckPath = path.join(folder, 'talk.md');
      const built = await stage.buildFile('payloads', deckPath);
      expect(built.file.data.slides?.length ?? 0).toBeGreaterThanOrEqual(payloads.length);

      const page = await openWitness(stage.browser);
      await page.goto(`file://${built.path}`);
      await waitForDeck(page);
      expect(await judge(page, '.slides > section, .slides aside')).toEqual(nothing);

      const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      await page.keyboard.press('s');
      const speaker = await opened;
      expect(await judge(page, '.slides > section')).toEqual(nothing);
      expect(
        dangers((await speaker?.$eval('.speaker-notes', (notes) => notes.innerHTML)) ?? '<script>'),
      ).toEqual([]);
      expect(await speaker?.evaluate(() => (window.executedPayloads ?? []).length)).toBe(0);
      await speaker?.close();

      const live = await serveDeck(path.join(folder, 'live'), files, { remote: '127.0.0.2' });
      await page.goto(live.server.url);
      await waitForDeck(page);
      expect(await judge(page, '.slides > section')).toEqual(nothing);
      expect(await judgeClicker(page, live)).toEqual(nothing);
      await page.close();
      await live.close();

      await print([{ name: 'printed', path: deckPath }], {
        out: stage.folder,
        shipped: await shippedFiles(),
        layouts: ['slides'],
      });
      const file = path.join(stage.folder, 'printed', 'slides.pdf');
      const { links } = await readPdf(file);
      expect(
        links.flatMap(({ uri }) => uri ?? []).filter((uri) => !/^(?:https?|mailto):/i.test(uri)),
      ).toEqual([]);
      expect(readFileSync(file, 'latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|SubmitForm|ImportData)\b/);
    },
    600_000,
  );
});

test('a clicker would show what runs: it does in a deck of full trust', async () => {
  const { folder, files } = await writeDeck('trusted', [
    `<details open ontoggle="window.executedPayloads.push(1)">words</details>`,
  ]);
  const live = await serveDeck(path.join(folder, 'live'), files, { remote: '127.0.0.2', trust: 'full' });
  const page = await openWitness(stage.browser);
  await page.goto(live.server.url);
  await waitForDeck(page);
  const { executed, dangerous } = await judgeClicker(page, live);
  await page.close();
  await live.close();
  expect(executed).toBeGreaterThan(0);
  expect(dangerous).not.toEqual([]);
});

test('where nobody takes them away they run, and leave what is dangerous', async () => {
  let [executed, dangerous] = [0, 0];
  const raw = [...ownPayloads.map(([, payload]) => payload), ...(full ? fixtures : fixtures.slice(0, 40))];
  let page = await openWitness(stage.browser);
  for (const payload of raw) {
    const seen = await within(3000, lookAt(page, payload));
    // A payload may lead away from the page, or stop it: then nothing is counted, and the next one gets a page of its own.
    if (seen?.ran) executed += 1;
    if (seen?.found.some((one) => one !== '<title>')) dangerous += 1;
    if (seen) continue;
    void page.close().catch(() => undefined);
    page = await openWitness(stage.browser);
  }
  console.log(
    `payloads without a sanitiser: ${executed} of ${raw.length} ran, ${dangerous} left a dangerous page`,
  );
  expect(executed).toBeGreaterThanOrEqual(full ? 27 : 10);
  expect(dangerous).toBeGreaterThanOrEqual(full ? 128 : 20);
});

async function lookAt(page: Page, payload: string): Promise<{ ran: boolean; found: string[] }> {
  const file = path.join(stage.folder, 'control.html');
  await writeFile(file, `<!doctype html><title>x</title><body>${payload}`);
  // What leads elsewhere never ends to load.
  await page.goto(`file://${file}`, { timeout: 1000 }).catch(() => undefined);
  return {
    ran: await page.evaluate(() => window.executedPayloads.length > 0),
    found: dangers(await page.content()),
  };
}

/** What comes of a promise, if anything does within a time. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}

function hash(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.trunc((sum * 31 + text.charCodeAt(index)) % 2_147_483_647);
  return sum;
}
