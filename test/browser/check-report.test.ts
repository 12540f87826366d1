/** The page that `check --report` writes, in a browser: from the disk, without a request, problems where they are seen, by keyboard. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { openPage, openStage, type Stage } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const points = Array.from({ length: 15 }, (_, index) => `- Point ${index + 1}`).join('\n');
const decks = {
  'first.md': `---
title: "<img src=x onerror=alert(1)>"
fit: none
colour: red
---

# Opening \`<img src=x onerror=alert(1)>\`

By me

---

## Too much

${points}

---

## A picture

Text about ![a picture](missing.png)
`,
  'second.md': '# Second\n\nBy you\n\n---\n\n## Fine\n\n- one\n- two\n',
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('shows every slide of every deck, problems where they are seen, and leads to what is said of them', async () => {
  const folder = makeFolder(decks);
  const { code, stderr } = await runCli(['check', 'first.md', 'second.md', '--report=out/look.html'], folder);
  expect([code, stderr]).toEqual([1, expect.stringContaining('out/look.html')]);

  const page = await openPage(stage.browser, 1280, 900);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, 5)));
  page.on('dialog', () => requests.push('dialog'));
  await page.goto(pathToFileURL(path.join(folder, 'out/look.html')).href);
  expect(requests.filter((one) => one !== 'file:' && one !== 'data:')).toEqual([]);

  // Every slide has a picture that can be decoded; what an author wrote is text.
  const pictures = await page.$$eval('img', (all) => all.map((one) => [one.alt, one.naturalWidth > 400]));
  expect(pictures).toEqual([
    ['Slide 1: Opening <img src=x onerror=alert(1)>', true],
    ['Slide 2: Too much', true],
    ['Slide 3: A picture', true],
    ['Slide 1: Second', true],
    ['Slide 2: Fine', true],
  ]);
  expect(await page.$$eval('h2', (all) => all.map((one) => one.textContent))).toEqual([
    '<img src=x onerror=alert(1)>',
    'second',
  ]);

  // The list grows over the foot of the slide, at its left: there it is outlined.
  const [outline] = await page.$$eval('#deck-1-slide-too-much .outline', (all) =>
    all.map((one) => {
      const box = one.getBoundingClientRect();
      const slide = (one.closest('.picture') as Element).getBoundingClientRect();
      return {
        left: (box.left - slide.left) / slide.width,
        top: (box.top - slide.top) / slide.height,
        bottom: (box.bottom - slide.top) / slide.height,
      };
    }),
  );
  expect(outline?.left).toBeLessThan(0.2);
  expect(outline?.top).toBeGreaterThan(0.8);
  expect(outline?.bottom).toBeCloseTo(1, 1);

  await page.click('#deck-1-slide-too-much .outline');
  const said = await page.$eval(':target', (one) => one.textContent);
  expect(said).toMatch(
    /slide-overflow.*first\.md:\d+:1.*Unexpected \d+ px.*It fits with[^]*> \d+ \| - Point \d+/,
  );
  const target = await page.$eval(':target', (one) => one.getBoundingClientRect().top);
  expect(target).toBeGreaterThanOrEqual(0);
  expect(target).toBeLessThan(900);
  // A problem that has no place on its slide is named beneath it; one of no slide stands before all.
  const beneath = await page.$$eval('#deck-1-slide-a-picture > p a', (all) =>
    all.map((one) => one.textContent),
  );
  expect(beneath).toEqual([expect.stringContaining('image-missing')]);
  const [before] = await page.$$eval('.messages', (all) => all.map((one) => one.textContent));
  expect(before).toMatch(/option-unknown.*first\.md:4:1/);

  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);

  // By keyboard, from the thumbnail.
  await page.focus('#deck-1-slide-a-picture .thumbnail');
  await page.keyboard.press('Enter');
  expect(await page.$eval(':target', (one) => one.textContent)).toContain('image-missing');
  await page.close();
});

test('without a browser it has no pictures and says so; a file of somebody else stays', async () => {
  const folder = makeFolder(decks);
  const check = (...more: string[]) => runCli(['check', '--no-browser', 'first.md', ...more], folder);
  expect((await check('--report')).code).toBe(1);
  const html = await readFile(path.join(folder, 'dist/slides/check.html'), 'utf8');
  expect(html).toContain('ran without a browser');
  expect(html).toContain('image-missing');
  expect(html).not.toContain('<img');
  const refused = await check('--report=first.md');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('did not write')]);
  expect(await readFile(path.join(folder, 'first.md'), 'utf8')).toBe(decks['first.md']);
});
