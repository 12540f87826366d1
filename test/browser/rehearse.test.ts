/** A rehearsal as the page counts it, and the plan that the next talk gets from it. */
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RevealApi } from 'reveal.js';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { parseRehearsals } from '../../src/deck/rehearsal.js';
import { keepRehearsals } from '../../src/output/rehearsal/keep-rehearsal.js';
import { openLive, serveDeck } from './live-deck.js';
import { goTo, openPage, openStage, type Stage } from './stage.js';

declare const Reveal: RevealApi;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ live: true });
});
afterAll(() => stage?.close());

const text = '# One\n\n---\n\n# Two\n\n---\n\n# Three\n';

test('every slide’s time is told, kept beside the deck, and planned from', async () => {
  const folder = await mkdtemp(path.join(stage.folder, 'rehearse-'));
  const deckPath = path.join(folder, 'talk.md');
  const keeper = await keepRehearsals({ name: 'talk', path: deckPath }, () => new Date(0));
  let told = () => {};
  const reports: string[] = [];
  const onTimes = (report: string) => {
    reports.push(report);
    told();
    return keeper.take(report);
  };
  const live = await serveDeck(folder, { 'talk.md': text }, { onTimes });
  onTestFinished(() => live.close());
  const page = await openPage(stage.browser);
  // A clock that goes on with every slide, a minute and a half each.
  await page.evaluateOnNewDocument(() => {
    let passed = 0;
    performance.now = () => passed;
    Object.assign(window, { pass: (seconds: number) => (passed += seconds * 1000) });
  });
  await openLive(page, live);
  const pass = (seconds: number) =>
    page.evaluate((by) => (window as unknown as { pass(s: number): void }).pass(by), seconds);
  const until = async (part: string) => {
    const heard = () => reports.at(-1)?.includes(part) === true;
    const next = () => new Promise<void>((resolve) => (told = resolve));
    while (!heard()) await next();
  };
  await until('"one":0');
  await pass(90);
  await goTo(page, 'two');
  await pass(30);
  await goTo(page, 'three');
  await until('"two":30');
  await page.goto('about:blank');
  const runs = await keeper.write();
  expect(runs).toEqual([{ began: new Date(0).toISOString(), seconds: { one: 90, two: 30 } }]);
  expect(parseRehearsals(await readFile(path.join(folder, 'talk.rehearsal.json'), 'utf8'))).toEqual(runs);
  await live.attempts(1);
  await openLive(page, live);
  expect(await page.$eval('.reveal', (reveal) => reveal.getAttribute('data-plan'))).toBe('90 30 30');
});

test('a talk that is presented tells nothing', async () => {
  const folder = await mkdtemp(path.join(stage.folder, 'rehearse-'));
  const live = await serveDeck(folder, { 'talk.md': text });
  onTestFinished(() => live.close());
  const page = await openPage(stage.browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openLive(page, live);
  await goTo(page, 'two');
  await page.evaluate(() => Reveal.slide(0));
  await page.goto('about:blank');
  expect(asked).not.toContain('/lectern/times');
});
