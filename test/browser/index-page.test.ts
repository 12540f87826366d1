/** The page that leads to several decks, in a browser: from the disk, by keyboard, read by axe; and what shared links are told. */
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { openPage, openStage, type Stage } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const decks = {
  'talks/a first.md':
    '---\ntitle: "First <b>talk</b>"\nauthor: Ada\ntheme: press\ndescription: What it is about\n---\n\n# First\n',
  'talks/second.md':
    '---\ntitle: Second talk\ntheme: contrast-dark\nlang: de\n---\n\n# Second\n\n:::notes\n\nSECRET\n\n:::\n',
};

test('a folder of decks gets a page that leads to each, in its own colours', async () => {
  const folder = makeFolder(decks);
  await mkdir(path.join(folder, 'out/second'), { recursive: true });
  await writeFile(path.join(folder, 'out/second/slides.pdf'), '%PDF-1.7');
  const { code, stdout } = await runCli(['build', 'talks', '--out', 'out', '--no-notes'], folder);
  expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, 'out/index.html']);

  const page = await openPage(stage.browser);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, 5)));
  await page.goto(pathToFileURL(path.join(folder, 'out/index.html')).href);
  expect(requests.filter((one) => one !== 'file:' && one !== 'data:')).toEqual([]);
  const cards = await page.$$eval('.card', (all) =>
    all.map((card) => [card.textContent, getComputedStyle(card).backgroundColor]),
  );
  expect(cards).toEqual([
    ['First <b>talk</b>What it is about', 'rgb(255, 244, 234)'],
    ['Second talk', 'rgb(0, 0, 0)'],
  ]);
  expect(await page.$$eval('.facts a', (all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'second/slides.pdf',
  ]);
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);

  await page.keyboard.press('Tab');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.title()).toBe('First <b>talk</b>');
  expect(await readFile(path.join(folder, 'out/second/index.html'), 'utf8')).not.toContain('SECRET');
  await page.close();
});

test('one deck gets none, and a page of somebody else stays', async () => {
  const folder = makeFolder({ ...decks, 'out/index.html': '<title>Mine</title>' });
  const one = await runCli(['build', 'talks/second.md', '--out', 'out'], folder);
  expect(one.code).toBe(0);
  const two = await runCli(['build', 'talks', '--out', 'out'], folder);
  expect([two.code, two.stderr]).toEqual([2, expect.stringMatching(/did not write[^]*--no-index/)]);
  expect((await runCli(['build', 'talks', '--out', 'out', '--no-index'], folder)).code).toBe(0);
  expect(readFileSync(path.join(folder, 'out/index.html'), 'utf8')).toBe('<title>Mine</title>');
});

describe('what shared links and search engines are told', () => {
  const keys = 'description: In short\nrobots: noindex\nprint: {address: "https://talks.example/a"}\n';
  const metas = (html: string) =>
    Object.fromEntries(
      Array.from(
        html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g),
        ([, name, content]) => [name, content],
      ),
    );

  test('is in the page, with the card that `images` made', async () => {
    const folder = makeFolder({
      'a.md': `---\ntitle: A & B\n${keys}---\n\n# A\n`,
      'dist/slides/a/images/card.png': '',
    });
    await runCli(['build', 'a.md'], folder);
    expect(metas(readFileSync(path.join(folder, 'dist/slides/a/index.html'), 'utf8'))).toMatchObject({
      description: 'In short',
      robots: 'noindex',
      'og:title': 'A &#x26; B',
      'og:description': 'In short',
      'og:url': 'https://talks.example/a',
      'og:image': 'https://talks.example/a/images/card.png',
      'twitter:card': 'summary_large_image',
    });
  });

  test('says nothing that the deck does not', async () => {
    const folder = makeFolder({ 'a.md': '# A\n' });
    await runCli(['build', 'a.md'], folder);
    const found = Object.keys(metas(readFileSync(path.join(folder, 'dist/slides/a/index.html'), 'utf8')));
    expect(found.filter((name) => /^og:(?!type)|twitter|robots|description/.test(name))).toEqual([]);
  });
});
