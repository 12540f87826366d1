/** How a timeline is cut: where, into what, and that nothing is lost on the way. */
import * as fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { type CutItem, cutAtGaps } from '../../src/components/timeline/cut-gaps.js';
import { elapsedText } from '../../src/components/timeline/elapsed.js';
import { usualRoom } from '../../src/components/timeline/geometry.js';
import { erasOf, eventsOf, lanesOf, type TimelineNode } from '../../src/components/timeline/node.js';
import { collapsedScale, evenScale, findGaps, timeScale } from '../../src/components/timeline/scale.js';
import { selectStrings } from '../../src/strings.js';
import { compileTimeline, example } from './timeline-example.js';

const runs = process.env.LECTERN_FULL ? 1000 : 60;

const onDays = (...days: number[]): CutItem[] => days.map((day) => ({ day, lane: 0 }));
const titles = (node: TimelineNode): string[] =>
  lanesOf(node)
    .flatMap(eventsOf)
    .map((event) => toString(event.children[0]));
const yearly = (count: number): string =>
  Array.from({ length: count }, (_, at) => `- **${1000 + at}** Event ${at}`).join('\n');
const fence = (items: string, options = ''): string => `:::timeline${options}\n\n${items}\n\n:::\n`;

describe('cutAtGaps', () => {
  it.each<[string, CutItem[], number, number[]]>([
    ['at the one long gap', onDays(0, 10, 20, 500, 510, 520), 2, [3]],
    ['in the middle of an even row', onDays(0, 10, 20, 30, 40, 50), 2, [3]],
    ['not between events of one day', onDays(0, 10, 20, 20, 30, 40), 2, [2]],
    ['at two gaps', onDays(0, 1, 100, 101, 200, 201), 3, [2, 4]],
    [
      'a gap near the middle before a longer one at the edge',
      onDays(0, 400, 410, 420, 700, 710, 720, 730),
      2,
      [4],
    ],
    ['into no more parts than there are events', onDays(0, 10), 5, [1]],
    ['not at all', onDays(0, 10), 1, []],
  ])('cuts %s', (_, items, count, cuts) => {
    expect(cutAtGaps(items, count, undefined)).toEqual(cuts);
  });

  it('keeps to what a slide holds', () => {
    const items = onDays(...Array.from({ length: 30 }, (_, at) => (at < 20 ? at : at + 1000)));
    const cuts = cutAtGaps(items, 3, { lane: 12, total: 24 });
    const sizes = [0, ...cuts].map((cut, index) => (cuts[index] ?? items.length) - cut);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  });

  it('gives rising cuts inside the list, one fewer than parts', () => {
    const days = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9 }), (list, count) => {
        const items = onDays(...list.sort((one, other) => one - other));
        const cuts = cutAtGaps(items, count, { lane: 12, total: 24 });
        expect(cuts).toHaveLength(Math.min(count, items.length) - 1);
        expect(cuts.every((cut, index) => cut > (cuts[index - 1] ?? 0) && cut < items.length)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});

describe('scales', () => {
  const year = { start: 0, end: 100 };

  it.each([
    ['in proportion', timeScale(year, 1000), [0, 250, 1000]],
    ['with a gap cut out', collapsedScale(year, 1000, [{ start: 30, end: 90 }]), [0, 585, 1000]],
    ['evenly', evenScale(year, 1000, [25]), [0, 500, 1000]],
  ])('draw time %s', (_, scale, places) => {
    expect([0, 25, 100].map((day) => Math.round(scale(day)))).toEqual(places);
  });

  it('find gaps over two fifths of the axis, cut to ticks', () => {
    const snap = ({ start, end }: { start: number; end: number }) => ({
      start: Math.ceil(start / 10) * 10,
      end: Math.floor(end / 10) * 10,
    });
    const covered = [0, 12, 88].map((start) => ({ start, end: start + 1 }));
    expect(findGaps(covered, year, snap, false)).toEqual([{ start: 20, end: 80 }]);
    expect(findGaps([{ start: 0, end: 70 }], year, snap, false)).toEqual([]);
  });

  it.each([
    [2922, '8 years'],
    [730, '2 years'],
    [500, '16 months'],
    [40, '40 days'],
  ])('say how long %i days are', (days, text) => {
    expect(elapsedText(days, selectStrings('en'))).toBe(text);
  });
});

describe('a timeline over several slides', () => {
  it('is cut at its eras, with everything each slide needs', () => {
    const { pages, html, messages } = compileTimeline(example.replace('reveal=years', 'split=eras'));
    expect(messages).toEqual([]);
    expect(pages.map((page) => titles(page).length)).toEqual([13, 4, 7]);
    expect(pages.map((page) => erasOf(page).map((era) => toString(era)))).toEqual([
      ['Keras on several backends'],
      ['Keras inside TensorFlow'],
      ['Several backends again'],
    ]);
    for (const text of ['(2015–2020, 1 of 3)', '(2020–2023, 2 of 3)', '(2023–2026, 3 of 3)'])
      expect(html).toContain(text);
    expect(pages.every(({ layout }) => layout?.strip)).toBe(true);
    expect(html.match(/<h3 id="history-lane-1"[^>]*>Keras<\/h3>/g)).toHaveLength(3);
  });

  it('ends a part with its own era, though the next one begins before its first event', () => {
    const events = '- **1959** a\n- **1964** b\n- **1972** c\n- **1983** d';
    const eras = '### Eras\n\n- **1954..1970** First\n- **1970..1990** Second';
    const { html } = compileTimeline(`:::timeline[T]{split=eras}\n\n### A\n\n${events}\n\n${eras}\n\n:::\n`);
    expect(html).toContain('(1954–1970, 1 of 2)');
    expect(html).toContain('(1970–1990, 2 of 2)');
  });

  it('shows a range that goes on in both parts, with arrows', () => {
    const items =
      '- **2001** a\n- **2002..2012** Range — all of it\n- **2003** b\n- **2011** c\n- **2013** d';
    const { pages, html } = compileTimeline(fence(items, '{split=2}'));
    const bars = pages.map((page) => page.layout?.lanes[0]?.events.map(({ bar }) => bar).filter(Boolean));
    expect(bars[0]?.[0]).toMatchObject({ cutStart: false, cutEnd: true });
    expect(bars[1]?.[0]).toMatchObject({ cutStart: true, cutEnd: false });
    expect(html.match(/class="timeline-arrow"/g)).toHaveLength(2);
    // What is said of it stands where it began.
    expect(html.match(/all of it/g)).toHaveLength(1);
    expect(html).toContain('(continued)');
  });

  it('begins with an overview of the milestones', () => {
    const { pages, html } = compileTimeline(example.replace('reveal=years', 'split=eras overview'));
    expect(pages).toHaveLength(4);
    const labels = pages[0]?.layout?.lanes.flatMap(({ events }) => events.filter(({ label }) => label));
    expect(labels).toHaveLength(7);
    expect(html).toContain('(2015–2020, 2 of 4)');
  });

  it('stays whole where it fits, or where the author says so', () => {
    expect(compileTimeline(fence(yearly(12))).pages).toHaveLength(1);
    expect(compileTimeline(fence(yearly(13))).pages).toHaveLength(2);
    expect(compileTimeline(fence(yearly(13), '{split=none}')).pages).toHaveLength(1);
    expect(
      compileTimeline(fence(yearly(13)), { ...usualRoom, height: Number.POSITIVE_INFINITY }).pages,
    ).toHaveLength(1);
  });

  it('is laid out for the room it has', () => {
    for (const width of [520, 816, 1136, 1700]) {
      const { pages } = compileTimeline(fence(yearly(6)), { ...usualRoom, width });
      expect(pages[0]?.layout?.width).toBe(width);
      expect(pages[0]?.layout?.form).toBe(width < 620 ? 'rows' : 'flags');
    }
  });

  it('holds a thousand events', () => {
    const { pages, messages } = compileTimeline(fence(yearly(1000)));
    expect(pages.flatMap(titles)).toHaveLength(1000);
    expect(pages.length).toBeGreaterThanOrEqual(84);
    expect(messages).toEqual([]);
  });

  it('keeps every event once, and every label, wherever it is cut', () => {
    const event = fc.record({
      year: fc.integer({ min: 1900, max: 2020 }),
      lane: fc.integer({ min: 0, max: 2 }),
      title: fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,4}$/),
    });
    const split = fc.constantFrom('auto', 'gaps', 'eras', '3', '1');
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 40 }), split, (events, how) => {
        const lanes = [0, 1, 2]
          .map((lane) => events.filter((one) => one.lane === lane))
          .filter((list) => list.length > 0);
        const text = lanes
          .map(
            (list, at) =>
              `### Lane ${at}\n\n${list.map(({ year, title }) => `- **${year}** ${title}`).join('\n')}`,
          )
          .join('\n\n');
        const { pages } = compileTimeline(
          fence(`${text}\n\n### Eras\n\n- **1900..1960** E\n- **1961..2020** F`, `{split=${how}}`),
        );
        expect(pages.flatMap(titles).sort()).toEqual(events.map(({ title }) => title).sort());
        for (const page of pages)
          for (const lane of lanesOf(page)) {
            const years = eventsOf(lane).map((one) => Number(one.when.written));
            expect(years).toEqual([...years].sort((one, other) => one - other));
          }
        if (how === 'auto')
          expect(pages.every(({ layout }) => layout?.lanes.every(({ unlabelled }) => unlabelled === 0))).toBe(
            true,
          );
      }),
      { numRuns: runs },
    );
  });
});

describe('what no slide shows is the speaker’s to say', () => {
  /** The paragraphs of all notes, in order. */
  const notesOf = (text: string): string[] =>
    [...compileTimeline(text).html.matchAll(/<aside class="notes">(.*?)<\/aside>/gs)].flatMap(
      ([, notes = '']) => [...notes.matchAll(/<p>(.*?)<\/p>/g)].map(([, words = '']) => words),
    );
  const lanes = '### A\n\n- **2001** one\n- **2005** two\n\n### B\n\n- **2003** **three** — told';

  it.each([
    ['all is shown', lanes, '', []],
    ['outside the axis', lanes, '{from=2002 to=2004}', ['2001: one', '2005: two']],
    ['a lane that is not chosen', lanes, '{only=A}', ['2003: three — told']],
    ['labels of milestones alone', lanes, '{labels=milestones}', ['2001: one', '2005: two']],
    ['details under an item', '- **2001** one\n\n  Detail.\n- **2005** two', '', ['2001: one — Detail.']],
    ['details on cards', '- **2001** one\n\n  Detail.\n- **2005** two', '{layout=cards}', []],
    ['outside, with parts', yearly(30), '{from=1001}', ['1000: Event 0']],
    ['an overview', yearly(30), '{overview}', []],
  ])('%s', (_, blocks, options, expected) => {
    expect(notesOf(fence(blocks, options))).toEqual(expected);
  });
});
