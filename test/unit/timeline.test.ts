import { describe, expect, it } from 'vitest';
import { erasOf, eventsOf, lanesOf } from '../../src/components/timeline/node.js';
import { compileTimeline, example } from './timeline-example.js';

const small = (items: string, options = ''): string => `:::timeline${options}\n\n${items}\n\n:::\n`;

const htmlOf = (items: string, options = ''): string => compileTimeline(small(items, options)).html;

describe('the worked example', () => {
  const { node, pages, html, messages } = compileTimeline(example);
  const events = node ? lanesOf(node).flatMap(eventsOf) : [];

  it('has 24 events, 7 milestones and 3 eras, and nothing to complain about', () => {
    expect(events).toHaveLength(24);
    expect(events.filter((event) => event.milestone)).toHaveLength(7);
    expect(node && erasOf(node)).toHaveLength(3);
    expect(messages).toEqual([]);
  });

  it('is drawn in proportion to time with every label on one slide', () => {
    expect(pages).toHaveLength(1);
    const layout = pages[0]?.layout;
    expect(layout?.scale).toBe('time');
    expect(layout?.lanes.map(({ unlabelled }) => unlabelled)).toEqual([0, 0]);
    expect(layout?.lanes.flatMap((lane) => lane.events).every(({ label }) => label)).toBe(true);
  });

  it('says in one sentence what it shows', () => {
    expect(html).toContain(
      '<p class="visually-hidden">Timeline in 2 lanes, 24 events from March 2015 to July 2026.</p>',
    );
  });

  it('is a figure named by its caption, with a named group for each lane', () => {
    expect(html).toMatch(
      /<figure id="history" class="timeline" data-form="flags" aria-labelledby="history-caption" style="width:1136px;--size:16px">/,
    );
    expect(html).toContain('<figcaption id="history-caption">Keras and PyTorch, 2015–2026</figcaption>');
    expect(html).toContain('aria-labelledby="history-lane-1"');
    expect(html).toMatch(/<h3 id="history-lane-2"[^>]*>PyTorch<\/h3>/);
    expect(html).toMatch(/<svg[^>]* aria-hidden="true" focusable="false"/);
    expect(html).not.toMatch(/<section class="slide|<script|undefined|\[object/);
  });

  it('keeps dates at the precision written', () => {
    expect(html).toContain('<time datetime="2015-03-27">27 Mar 2015</time>');
    expect(html).toContain(
      '<time datetime="2016-09">Sep 2016</time>–<time datetime="2017-01">Jan 2017</time>',
    );
  });

  it('keeps notes and code in labels', () => {
    expect(html).toContain('href="#user-content-fn-k-first"');
    expect(html).toContain('commit 37a1db2');
    expect(html).toContain('<code>torch.compile</code>');
  });

  it('shows label, leader and mark of an event in one step', () => {
    expect(html.match(/data-fragment-index="0"/g)).toHaveLength(6);
    expect(html).toMatch(/<g class="timeline-leader fragment" data-lane="1" data-fragment-index="0">/);
  });

  it('comes out the same every time', () => {
    expect(compileTimeline(example).html).toBe(html);
  });
});

describe('items', () => {
  it('splits title and text at a dash', () => {
    const html = htmlOf('- **2015** **Title** — text\n- **2016** Other');
    expect(html).toContain(
      '<strong class="timeline-title">Title</strong> <span class="timeline-text">text</span>',
    );
    expect(html).toContain('<span class="timeline-title">Other</span>');
  });

  it('says in words what the mark shows', () => {
    const html = htmlOf('- **2015?** **Big**\n- [ ] **2016** Plan\n- **c. 2017** About');
    expect(html).toContain('<span class="visually-hidden">(milestone, uncertain)</span>');
    expect(html).toContain('<span class="visually-hidden">(planned)</span>');
    expect(html).toContain('c. <time datetime="2017">2017</time>');
  });

  it('writes no datetime where HTML has none', () => {
    const html = htmlOf('- **44 BC** One\n- **2010s** Two\n- **2015 Q3** Three\n- **spring 2016** Four');
    expect(html).not.toContain('datetime');
    expect(html).toContain('<time>44 BC</time>');
  });

  it('takes options from a comment', () => {
    expect(htmlOf('<!--\ndates: iso\n-->\n\n- **2015-03-27** One\n- **2016** Two')).toContain('>2015-03-27<');
  });

  it('keeps an item without a date under the drawing, and its detail in the list', () => {
    const html = htmlOf('- **2015** One\n\n  More about it.\n\n- **2016** Two\n\n- undated');
    expect(html).toMatch(/<ul class="timeline-leftover"><li>undated<\/li>/);
    expect(html).toContain('More about it.');
  });

  it('keeps notes and the source under the drawing', () => {
    const html = htmlOf('- **2015** One\n- **2016** Two\n\nA note.\n\nSource: *somewhere*.', '{#t}');
    expect(html).toContain('<p>A note.</p>');
    expect(html).toContain('<p class="source" id="t-source">Source: <em>somewhere</em>.</p>');
    expect(html).toContain('aria-describedby="t-source"');
  });

  it('keeps labels out of sight when only milestones are wanted, and counts them', () => {
    const html = htmlOf('- **2015** **One**\n- **2016** Two\n- **2017** Three', '{labels=milestones}');
    expect(html).toContain('2 more without a label');
    expect(html.match(/class="timeline-event visually-hidden"/g)).toHaveLength(2);
  });

  it.each([
    ['none', []],
    ['events', ['0', '1', '2']],
    ['years', ['0', '0', '1']],
    ['lanes', ['0', '0', '0']],
  ])('reveals %s', (reveal, steps) => {
    const html = htmlOf('- **2015-01** A\n- **2015-05** B\n- **2018** C', `{reveal=${reveal}}`);
    const found = [...html.matchAll(/<li class="timeline-event fragment" data-fragment-index="(\d)"/g)];
    expect(found.map((match) => match[1])).toEqual(steps);
  });
});

describe('a timeline without anything to draw', () => {
  it.each([
    ['Only text.', ['1 timeline-list-missing']],
    ['- no date', ['3 timeline-event-date']],
  ])('leaves the text as it is: %s', (items, expected) => {
    const { node, html, messages } = compileTimeline(small(items));
    expect(node).toBeUndefined();
    expect(messages).toEqual(expected);
    expect(html).toContain(items.replace('- ', ''));
  });
});
