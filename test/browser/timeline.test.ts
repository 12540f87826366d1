/** Timelines as Chromium draws them, in every theme, on screen and on paper: nothing overlaps, everything stands where it belongs. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { measuredThemes, shippedFiles } from '../support.js';
import { type DrawnTimeline, findFaults, readTimelines } from './read-timelines.js';
import { goTo, openPage, openStage, type Stage, showDeck } from './stage.js';
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

type Medium = 'screen' | 'print';

/** Show a deck on screen, or the document that is printed from it. */
async function show(text: string, theme: string, medium: Medium): Promise<void> {
  await page.emulateMediaType(medium);
  if (medium === 'screen') {
    const { path: file } = await stage.buildText(`timelines-${theme}`, text, { theme });
    return showDeck(page, file);
  }
  const file = await compile(text, { document: 'slides', theme }, await shippedFiles());
  await page.setContent(String(file.value), { waitUntil: 'load' });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

async function readAll(theme: string, medium: Medium): Promise<DrawnTimeline[]> {
  await show(deck, theme, medium);
  const drawn: DrawnTimeline[] = [];
  for (const id of await page.$$eval('section.slide', (slides) => slides.map((slide) => slide.id))) {
    if (medium === 'screen') await goTo(page, id, 99);
    drawn.push(...(await page.evaluate(readTimelines, id)));
  }
  return drawn;
}

/** Every state that a mark has, two lanes, two eras that touch. */
const marks = `## Marks

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

/** Lightness as a grey copy has it: relative luminance, 0 to 1. Runs in the page, so all it needs is inside. */
function readGrey() {
  const luminance = (color: string): number => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return 0;
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((byte) => {
      const share = byte / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const [red = 0, green = 0, blue = 0] = linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const probe = document.createElement('span');
  probe.style.color = 'var(--lectern-ground)';
  document.querySelector('.timeline')?.append(probe);
  const ground = luminance(getComputedStyle(probe).color);
  probe.remove();
  return {
    ground,
    dots: [...document.querySelectorAll('.timeline-dot')].map((dot) => {
      const { fill, stroke, strokeDasharray } = getComputedStyle(dot);
      const { width } = (dot as SVGGraphicsElement).getBBox();
      return {
        radius: width / 2,
        fill: luminance(fill),
        stroke: luminance(stroke),
        dashed: strokeDasharray !== 'none',
      };
    }),
    bands: [...document.querySelectorAll('[class^="timeline-band"]')].map((band) => {
      const { fill, stroke, display } = getComputedStyle(band);
      return {
        kind: band.getAttribute('class'),
        visible: display !== 'none',
        fill: fill === 'none' ? undefined : luminance(fill),
        stroke: stroke === 'none' ? undefined : luminance(stroke),
      };
    }),
  };
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const drawings = measuredThemes.flatMap((theme): [string, Medium][] => [
  [theme, 'screen'],
  [theme, 'print'],
]);

describe.each(drawings)('in %s on %s', (theme, medium) => {
  let drawn: DrawnTimeline[] = [];

  beforeAll(async () => {
    drawn = await readAll(theme, medium);
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

  test('marks stand at their dates: a straight line through all of a scale of time', () => {
    const onTime = drawn.filter(({ scale, form }) => scale === 'time' && form === 'flags');
    expect(onTime.length).toBeGreaterThan(10);
    for (const { slide, points } of onTime) {
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last || first.day === last.day) continue;
      const perDay = (last.x - first.x) / (last.day - first.day);
      for (const { day, x } of points) {
        expect(Math.abs(first.x + (day - first.day) * perDay - x), `${slide} ${day}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('states, lanes and eras are told apart without colour', async () => {
    await show(marks, theme, medium);
    const { dots, bands, ground } = await page.evaluate(readGrey);
    const [plain, milestone, planned, other] = dots;
    // A full mark has a rim of the ground's lightness, a hollow one is filled with it.
    expect(dots.map(({ fill }) => Math.abs(fill - ground) < 0.01)).toEqual([false, false, true, true]);
    expect(milestone?.radius).toBeGreaterThan((plain?.radius ?? 0) * 1.3);
    expect(dots.map(({ dashed }) => dashed)).toEqual([false, false, true, false]);
    for (const { fill, stroke } of [plain, planned, other].filter((dot) => dot !== undefined)) {
      const ink = Math.abs(fill - ground) < 0.01 ? stroke : fill;
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3);
    }
    // Of two eras that touch one is a ground of its own, hatched on paper, the other an outline.
    expect(bands.map(({ kind, visible }) => `${kind} ${visible}`)).toEqual([
      'timeline-band true',
      `timeline-band-hatch ${medium === 'print'}`,
      'timeline-band-clear true',
    ]);
    expect(contrast(bands[0]?.fill ?? ground, ground)).toBeGreaterThan(1.05);
    expect(contrast(bands[2]?.stroke ?? ground, ground)).toBeGreaterThan(1.2);
  });
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
