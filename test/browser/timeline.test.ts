/** Timelines as Chromium draws them, in every theme, on screen and on paper: nothing overlaps, everything stands where it belongs. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { shippedFiles } from '../support.js';
import { type DrawnTimeline, findFaults, readTimelines } from './read-timelines.js';
import { goTo, listSlideIds, openPage, openStage, type Stage, showDeck } from './stage.js';
import { timelines } from './timelines.js';

const deck = Object.entries(timelines)
  .map(([name, markdown], index) => `::slide{#t${index}}\n\n## ${name}\n\n${markdown}`)
  .join('\n---\n\n');

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
});
afterAll(() => stage?.close());

async function readScreen(theme: string): Promise<DrawnTimeline[]> {
  const { path: file } = await stage.buildText(`timelines-${theme}`, deck, { theme });
  await showDeck(page, file);
  const drawn: DrawnTimeline[] = [];
  for (const id of await listSlideIds(page)) {
    await goTo(page, id, 99);
    drawn.push(...(await page.evaluate(readTimelines, id)));
  }
  return drawn;
}

async function readPaper(theme: string): Promise<DrawnTimeline[]> {
  const file = await compile(deck, { document: 'slides', theme }, await shippedFiles());
  await page.emulateMediaType('print');
  await page.setContent(String(file.value), { waitUntil: 'load' });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const ids = await page.$$eval('section.slide', (slides) => slides.map((slide) => slide.id));
  const drawn: DrawnTimeline[] = [];
  for (const id of ids) drawn.push(...(await page.evaluate(readTimelines, id)));
  await page.emulateMediaType('screen');
  return drawn;
}

describe.each([
  ['paper', 'screen'],
  ['ink', 'screen'],
  ['paper', 'print'],
  ['ink', 'print'],
])('in %s on %s', (theme, medium) => {
  let drawn: DrawnTimeline[] = [];

  beforeAll(async () => {
    drawn = medium === 'screen' ? await readScreen(theme) : await readPaper(theme);
  });

  test('every timeline is there', () => {
    expect(new Set(drawn.map(({ slide }) => slide.replace(/~.*/, ''))).size).toBe(
      Object.keys(timelines).length,
    );
    expect(drawn.flatMap(({ labels }) => labels).length).toBeGreaterThan(150);
  });

  test('no labels overlap, none leaves the slide, every leader meets its mark and crosses no text', () => {
    expect(drawn.flatMap(findFaults)).toEqual([]);
  });
});

test('marks stand at their dates: a straight line through all of a scale of time', async () => {
  const drawn = (await readScreen('paper')).filter(({ scale, form }) => scale === 'time' && form === 'flags');
  expect(drawn.length).toBeGreaterThan(10);
  for (const { slide, points } of drawn) {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last || first.day === last.day) continue;
    const perDay = (last.x - first.x) / (last.day - first.day);
    for (const { day, x } of points) {
      expect(Math.abs(first.x + (day - first.day) * perDay - x), `${slide} ${day}`).toBeLessThanOrEqual(1);
    }
  }
});

test('what colour says, shape says too', async () => {
  const text = `## Marks

:::timeline

### One

- **2001** Plain
- **2003** **Milestone**
- [ ] **2005** Plan

### Two

- **2002** Plain

### Eras

- **2001..2003** First
- **2003..2005** Second

:::
`;
  const file = await compile(text, { document: 'slides' }, await shippedFiles());
  await page.setContent(String(file.value), { waitUntil: 'load' });
  const looks = await page.$$eval('.timeline-dot', (dots) =>
    dots.map((dot) => {
      const { fill, stroke, strokeDasharray } = getComputedStyle(dot);
      return [dot.getAttribute('r'), fill === stroke ? 'full' : 'ring', strokeDasharray].join(' ');
    }),
  );
  // The rim of a full mark has the colour of the ground, so its fill is what counts.
  expect(looks).toHaveLength(4);
  expect(new Set([looks[0], looks[1], looks[2]]).size).toBe(3);
  const hollow = await page.$$eval('.timeline-dot', (dots) =>
    dots.map((dot) => dot.hasAttribute('data-hollow')),
  );
  expect(hollow).toEqual([false, false, true, true]);
  const bands = await page.$$eval('.timeline-band, .timeline-band-clear, .timeline-band-hatch', (elements) =>
    elements.map((element) => [
      element.getAttribute('class'),
      getComputedStyle(element).fill === 'none',
      getComputedStyle(element).display === 'none',
    ]),
  );
  expect(bands).toEqual([
    ['timeline-band', false, false],
    ['timeline-band-hatch', true, false],
    ['timeline-band-clear', true, false],
  ]);
});

test('is read lane by lane in the order of time', async () => {
  const { path: file } = await stage.buildText('reading', `## Reading\n\n${timelines['the worked example']}`);
  await showDeck(page, file);
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const named = (role: string) =>
    nodes
      .filter((node) => node.role?.value === role && !node.ignored)
      .map((node) => String(node.name?.value ?? ''));
  expect(named('figure')).toContain('Keras and PyTorch, 2015–2026');
  expect(named('group')).toEqual(expect.arrayContaining(['Keras', 'PyTorch', 'Eras']));
  const times = await page.$$eval('.timeline-lane', (lanes) =>
    lanes.map((lane) =>
      [...lane.querySelectorAll('li > .timeline-date time:first-child')].map(
        (time) => time.getAttribute('datetime') ?? '',
      ),
    ),
  );
  expect(times.map((lane) => lane.length)).toEqual([12, 12]);
  for (const lane of times) expect(lane).toEqual([...lane].sort());
});
