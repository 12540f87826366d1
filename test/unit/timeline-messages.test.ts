import { describe, expect, it } from 'vitest';
import { timelineRules } from '../../src/diagnostics/rules-timeline.js';
import { compileTimeline } from './timeline-example.js';

const many = (count: number, more = ''): string =>
  Array.from({ length: count }, (_, index) => `- **${1990 + index}** ${more}e${index}`).join('\n');

/** Crowded on a scale of time, easy when evenly spaced. */
const crowded = [
  '- **1900-01-01** The first of them all',
  ...Array.from(
    { length: 9 },
    (_, index) => `- **2020-03-0${index + 1}** Something long enough to need room`,
  ),
].join('\n');

/** Rule → a timeline that breaks it once, line of the message. */
const cases: Record<string, [string, number, string?]> = {
  'timeline-list-missing': ['text', 1],
  'timeline-event-date': ['- **2015** a\n- text only\n- **2016** b', 4],
  'timeline-event-numbered': ['- **2014** a\n- 2015. Text\n- **2016** b', 4],
  'timeline-date-ambiguous': ['- **2014** a\n- **03/04/2015** b\n- **2016** c', 4],
  'timeline-date-invalid': ['- **2014** a\n- **2015-02-30** b\n- **2016** c', 4],
  'timeline-date-span': ['- **2014** a\n- **2015-16** b\n- **2016** c', 4],
  'timeline-date-short-year': ["- **2014** a\n- **'15** b\n- **2016** c", 4],
  'timeline-range-reversed': ['- **2014** a\n- **2016-09..2015-01** b\n- **2016** c', 4],
  'timeline-date-time': ['- **2014** a\n- **2015-03-27 10:30** b\n- **2016** c', 4],
  'timeline-order': ['- **2016** a\n- **2014** b\n- **2017** c', 4],
  'timeline-now-missing': ['- **2014** a\n- **2015..now** b', 4],
  'timeline-now-build': ['- **2014** a\n- **2015** b', 1, '{now=build}'],
  'timeline-lane-duplicate': ['### A\n\n- **2014** a\n\n### A\n\n- **2015** b', 7],
  'timeline-lane-empty': ['### A\n\n- **2014** a\n- **2015** b\n\n### B', 8],
  'timeline-era-range': ['### A\n\n- **2014** a\n- **2015** b\n\n### Eras\n\n- **2014** E', 10],
  'timeline-eras-overlap': [
    '### A\n\n- **2014** a\n- **2018** b\n\n### Eras\n\n- **2014..2016** E\n- **2015..2017** F',
    11,
  ],
  'timeline-event-outside': ['- **2010** a\n- **2015** b\n- **2016** c', 3, '{from=2014}'],
  'timeline-dense': [many(13), 1, '{split=none}'],
  'timeline-too-dense': [many(17), 1, '{split=none}'],
  'timeline-label-long': [`- **2014** ${'word '.repeat(13)}\n- **2016** b`, 3],
  'timeline-scale-changed': [crowded, 1],
  'timeline-event-duplicate': ['- **2014** a\n- **2014** a\n- **2016** b', 4],
  'timeline-precision-mixed': ['- **2015** a\n- **2015-03-27** b', 4],
  'timeline-single-event': ['- **2015** a', 1],
  'timeline-lanes-many': [
    ['A', 'B', 'C', 'D', 'E'].map((name, index) => `### ${name}\n\n- **201${index}** a`).join('\n\n'),
    1,
  ],
  'timeline-lane-rank': ['### A\n\n- **2014** a\n\n#### B\n\n- **2015** b', 7],
};

describe('messages of a timeline', () => {
  it('has a case for every rule of the catalogue', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(timelineRules).sort());
  });

  it.each(Object.entries(cases))('%s', (rule, [items, line, options = '']) => {
    const { file, messages } = compileTimeline(`:::timeline${options}\n\n${items}\n\n:::\n`);
    expect(messages).toEqual([`${line} ${rule}`]);
    expect(file.messages[0]?.reason).toMatch(/^Unexpected .+, expected .+/);
    expect(file.messages[0]?.note).toMatch(/\.$/);
  });

  it('offers the bold date when it only lacks the bold', () => {
    const { file } = compileTimeline(
      ':::timeline\n\n- *2015-03* a\n- 2016: b\n- **2017** c\n- **2018** d\n\n:::\n',
    );
    expect(file.messages.map((message) => message.expected)).toEqual([['**2015-03**'], ['**2016**']]);
  });

  it('says nothing of eras that only touch, or of an era with an open end', () => {
    const eras = '- **2014..2016-06** E\n- **2016-06..2017** F\n- **2018..** G';
    const { messages } = compileTimeline(
      `:::timeline\n\n### A\n\n- **2014** a\n- **2018** b\n\n### Eras\n\n${eras}\n\n:::\n`,
    );
    expect(messages).toEqual([]);
  });

  it('reports options it does not know', () => {
    const { messages } = compileTimeline(
      ':::timeline{scal=time now=soon}\n\n- **2014** a\n- **2015** b\n\n:::\n',
    );
    expect(messages).toEqual(['1 directive-option-unknown', '1 directive-option-value']);
  });

  it('draws every mark and counts the labels it leaves out', () => {
    const { pages, html } = compileTimeline(
      `:::timeline{scale=time split=none}\n\n${many(30, 'longer label ')}\n\n:::\n`,
    );
    const lane = pages[0]?.layout?.lanes[0];
    expect(lane?.events.every(({ mark }) => mark)).toBe(true);
    expect(lane?.unlabelled).toBeGreaterThan(0);
    expect(html).toContain(`${lane?.unlabelled} more without a label`);
  });
});
