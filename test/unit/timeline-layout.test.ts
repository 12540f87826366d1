import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFlags } from '../../src/components/timeline/flag-search.js';
import type { Candidate, Field, Mark } from '../../src/components/timeline/flags.js';
import { toDayNumber } from '../../src/dates/calendar.js';
import { measureText } from '../../src/measure/text-width.js';
import { wrapText } from '../../src/measure/wrap.js';
import { compileTimeline, example, layoutOf } from './timeline-example.js';

const field: Field = {
  width: 1136,
  reach: 250,
  tiers: [32, 100, 168],
  standard: 58,
  obstacles: [{ left: 0, right: 90, near: 215, far: 247 }],
  lines: [1100],
};

const marks = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 1136 }),
      shapes: fc.tuple(
        fc.record({ width: fc.integer({ min: 40, max: 135 }), height: fc.constantFrom(38, 58, 78) }),
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list): Mark[] => list.sort((one, other) => one.x - other.x));

describe('placeFlags', () => {
  it('keeps every rule of the drawing whatever the marks', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const placed = placeFlags(list, field);
        if (!placed) return;
        expect(placed).toHaveLength(list.length);
        for (const [index, one] of placed.entries()) {
          expect(one.markX).toBe(list[index]?.x);
          expect(one.left >= 0 && one.right <= field.width && one.far <= field.reach).toBe(true);
          expect(Math.abs(one.leader - one.markX)).toBeLessThanOrEqual(one.right - one.left);
          for (const box of field.obstacles) expect(overlap(one, box) || cuts(one, box)).toBe(false);
          for (const other of placed.slice(index + 1)) {
            expect(overlap(one, other)).toBe(false);
            expect(cuts(one, other) || cuts(other, one)).toBe(false);
            expect(other.leader).toBeGreaterThanOrEqual(one.leader);
          }
        }
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 100 },
    );
  });

  it('prefers low straight flags to the right', () => {
    const shapes = [{ width: 100, height: 58 }];
    const placed = placeFlags(
      [200, 400, 600].map((x) => ({ x, shapes })),
      field,
    );
    expect(placed?.map(({ tier, side, leader }) => [tier, side, leader])).toEqual([
      [0, 'right', 200],
      [0, 'right', 400],
      [0, 'right', 600],
    ]);
  });

  it('gives up when there is no room', () => {
    const shapes = [{ width: 130, height: 78 }];
    expect(
      placeFlags(
        Array.from({ length: 12 }, () => ({ x: 500, shapes })),
        field,
      ),
    ).toBeUndefined();
  });
});

describe('the layout of a timeline', () => {
  it('puts every mark exactly at its date', () => {
    const [start, end] = [
      toDayNumber({ year: 2015, month: 1, day: 1 }),
      toDayNumber({ year: 2027, month: 1, day: 1 }),
    ];
    const day = toDayNumber({ year: 2015, month: 3, day: 27 }) + 0.5;
    expect(layoutOf(example).lanes[0]?.events[0]?.mark?.x).toBeCloseTo(
      ((day - start) / (end - start)) * 1136,
      6,
    );
  });

  it.each([
    ['months', '- **2015-01** a\n- **2015-09** b', 'Jan 2015', 9],
    ['quarters', '- **2015-01** a\n- **2017-09** b', 'Q1 2015', 11],
    ['years', '- **2010** a\n- **2020** b', '2010', 11],
    ['five years', '- **1930** a\n- **2020** b', '1935', 18],
    ['decades', '- **1801** a\n- **2020** b', '1810', 22],
    ['across the start of our era', '- **500 BC** a\n- **500** b', '400 BC', 10],
  ])('chooses ticks by span: %s', (_, items, label, count) => {
    const layout = layoutOf(`:::timeline\n\n${items}\n\n:::\n`);
    const labels = layout.words.filter(({ kind }) => kind === 'tick');
    expect(labels.map(({ text }) => text)).toContain(label);
    expect(labels.length).toBe(count);
    const half = (text: string) => measureText(text, { size: 15, weight: 400 }) / 2;
    const touching = labels.filter((one, index) => {
      const next = labels[index + 1];
      return next && one.x + half(one.text) >= next.x - half(next.text);
    });
    expect(touching).toEqual([]);
  });

  it('lays rows of three and four lanes over one axis', () => {
    const lanes = ['A', 'B', 'C', 'D'].map(
      (name) => `### ${name}\n\n- **2014** One thing\n- **2018** Another`,
    );
    const layout = layoutOf(`:::timeline\n\n${lanes.join('\n\n')}\n\n:::\n`);
    const lines = layout.laneLines.map(({ from }) => from.y);
    expect(lines).toHaveLength(4);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
    expect(layout.axes[0]?.from.y).toBeGreaterThan(lines.at(-1) ?? 0);
    expect(layout.lanes.every(({ unlabelled }) => unlabelled === 0)).toBe(true);
  });

  it('spaces events evenly when told, and says so', () => {
    const { pages, html } = compileTimeline(
      ':::timeline{scale=even}\n\n- **1900** a\n- **2019** b\n- **2020** c\n\n:::\n',
    );
    const places = pages[0]?.layout?.lanes[0]?.events.map(({ mark }) => Math.round(mark?.x ?? 0));
    expect(places).toEqual([189, 568, 947]);
    expect(html).toContain('not to scale');
  });

  it('takes a title of one long word', () => {
    const { html, pages } = compileTimeline(
      `:::timeline\n\n- **2014** ${'x'.repeat(58)}\n- **2018** b\n\n:::\n`,
    );
    expect(pages[0]?.layout?.lanes[0]?.unlabelled).toBe(0);
    expect(html).toContain('x'.repeat(58));
  });
});

describe('measuring', () => {
  it('measures from the table, marks and CJK included', () => {
    expect(measureText('Ab', { size: 10, weight: 400 })).toBeCloseTo(12.21);
    expect(measureText('é', { size: 10, weight: 400 })).toBe(measureText('e', { size: 10, weight: 400 }));
    expect(measureText('漢字', { size: 10, weight: 400 })).toBe(20);
    expect(measureText('ab', { size: 10, weight: 400, family: 'mono' })).toBe(12);
  });

  it('breaks at spaces and cuts what is too long', () => {
    const style = { size: 16, weight: 400 } as const;
    expect(wrapText('one two three', 60, style).map((line) => line.text)).toEqual(['one two', 'three']);
    for (const line of wrapText('x'.repeat(70), 130, style)) expect(line.width).toBeLessThanOrEqual(130);
    expect(wrapText('', 100, style)).toEqual([]);
  });
});

type Rectangle = Pick<Candidate, 'left' | 'right' | 'near' | 'far'>;

function overlap(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.near < other.far && other.near < one.far;
}

function cuts({ leader, far }: Candidate, box: Rectangle): boolean {
  return leader > box.left && leader < box.right && far > box.near;
}
