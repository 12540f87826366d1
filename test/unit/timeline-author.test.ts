/** What an author may write: cures of mistakes, plain viewers, files, and any list at all. */
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { fromData } from '../../src/components/timeline/from-data.js';
import { writeBlock } from '../../src/data/data-block.js';
import { readData } from '../../src/data/read-data.js';
import { timelines } from '../browser/timelines.js';
import { compileTimeline } from './timeline-example.js';

const runs = process.env.LECTERN_FULL ? 1000 : 60;
const fence = (items: string, options = ''): string => `:::timeline${options}\n\n${items}\n\n:::\n`;

/** Make all changes that messages carry. */
function mend(text: string): string {
  const edits = compileTimeline(text).file.messages.flatMap(({ fix }) => fix ?? []);
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}

describe('cures', () => {
  it.each([
    [
      'a date in italics',
      '- *2015-03* a\n- **2016** b\n- **2017** c',
      '- **2015-03** a\n- **2016** b\n- **2017** c',
    ],
    ['a bare date', '- 2015: a\n- **2016** b\n- **2017** c', '- **2015**: a\n- **2016** b\n- **2017** c'],
    ['a list number', '- 2015. a\n- **2016** b\n- **2017** c', '- **2015** a\n- **2016** b\n- **2017** c'],
    [
      'a wrong order, with what belongs to an item',
      '- **2017** c\n\n  Detail of c.\n- **2015** a\n* * *',
      '- **2015** a\n- **2017** c\n\n  Detail of c.\n* * *',
    ],
    [
      'two lists, each by itself',
      '### A\n\n- **2016** b\n- **2015** a\n\n### B\n\n- **2019** d\n- **2018** c',
      '### A\n\n- **2015** a\n- **2016** b\n\n### B\n\n- **2018** c\n- **2019** d',
    ],
  ])('mend %s', (_, wrong, right) => {
    expect(mend(fence(wrong))).toBe(fence(right));
    expect(compileTimeline(fence(right)).messages.filter((message) => /order|event/.test(message))).toEqual(
      [],
    );
  });

  it('leave a list alone in which an item has no date', () => {
    const text = fence('- **2016** b\n- **2015** a\n- none');
    expect(mend(text)).toBe(text);
  });
});

describe('amounts', () => {
  it.each([
    ['- **2015** Has 94K stars\n- **2016** b', 1],
    ['- **2015** Half of it, 52%\n- **2016** b', 1],
    ['- **2015** 2.4.0 for 3 backends\n- **2016** b', 0],
    ['- **2015** Has 94K stars\n- **2016** b\n\nSource: a list.', 0],
    ['- **2015** Has 94K stars [^1]\n- **2016** b\n\n[^1]: A list.', 0],
  ])('%j want a source %i times', (items, count) => {
    const { messages } = compileTimeline(fence(items));
    expect(messages.filter((message) => message.includes('facts-source-missing'))).toHaveLength(count);
  });
});

describe('a plain viewer', () => {
  it.each(Object.entries(timelines))('shows a dated list of %s', (_, text) => {
    const plain = text
      .split('\n')
      .filter((line) => !line.startsWith(':::'))
      .join('\n');
    const tree = fromMarkdown(plain, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    expect(toString(tree)).not.toContain(':::');
    const lists = tree.children.filter((child) => child.type === 'list');
    expect(lists.length).toBeGreaterThan(0);
    for (const item of lists.flatMap((list) => list.children)) {
      const [head] = item.children;
      expect(head?.type === 'paragraph' && head.children[0]?.type).toBe('strong');
    }
  });
});

describe('a data file', () => {
  const read = (path: string, text: string) => {
    const problems: string[] = [];
    const report = ({ what, expected }: { what: string; expected: string }) =>
      void problems.push(`${what}: ${expected}`);
    const value = readData(path, text, undefined, report);
    const block = value && fromData({ path, value, report });
    return { markdown: block && writeBlock(block), problems };
  };

  it.each([
    ['a.csv', 'date,title\n2015,One\n2016,Two\n', '- **2015** One\n- **2016** Two'],
    [
      'a.csv',
      'date,end,lane,title,milestone\n2015,2016,A,One,yes\n2017,,B,Two,\n',
      '### A\n\n- **2015..2016** **One**\n\n### B\n\n- **2017** Two',
    ],
    [
      'a.csv',
      'date,title,text,planned,source\n2027,One,more,yes,https://www.a.org/x\n',
      '- [ ] **2027** One — more [a.org](<https://www.a.org/x>)',
    ],
    [
      'a.json',
      '{"eras":[{"date":"2015","end":"2016","title":"E"}],"events":[{"date":"2015","title":"One"}]}',
      '- **2015** One\n\n### Eras\n\n- **2015..2016** E',
    ],
    [
      'a.yaml',
      'lanes: [{label: A, events: [{date: 2015-03, title: One, source: k}]}]',
      '### A\n\n- **2015-03** One [^k]',
    ],
  ])('%s: %s', (path, text, markdown) => {
    expect(read(path, text)).toEqual({ markdown, problems: [] });
  });

  it.each([
    ['a.csv', 'date,title,colour\n2015,One,red\n'],
    ['a.csv', 'title\nOne\n'],
    ['a.json', '"One"'],
    ['a.json', '{"lanes":["One"]}'],
    ['a.yaml', 'evnts: []'],
  ])('says what is wrong in %s: %s', (path, text) => {
    expect(read(path, text).problems).not.toEqual([]);
  });
});

describe('any list inside the fences', () => {
  const date = fc.oneof(
    fc.constantFrom(
      '2015',
      '2015-03',
      '27 March 2015',
      '2010s',
      'c. 1999',
      '44 BC',
      '2015..2018',
      '2016..',
      '..2012',
      '2017..now',
      '2015-13',
      '03/04/2015',
      'soon',
      '',
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[^\p{L}\d .-]/gu, '')),
  );
  const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß]{3,9}$/);
  const item = fc.tuple(
    fc.constantFrom('- ', '* ', '1. ', '- [ ] ', '- [x] '),
    fc.constantFrom('**', '*', ''),
    date,
    fc.array(word, { maxLength: 9 }),
    fc.constantFrom(' ', ' — ', ': '),
  );
  const block = fc.oneof(
    {
      weight: 8,
      arbitrary: item.map(
        ([bullet, mark, when, words, between]) =>
          `${bullet}${mark}${when}${mark}${between}${words.join(' ')}`,
      ),
    },
    { weight: 1, arbitrary: word.map((name) => `\n### ${name}\n`) },
    { weight: 1, arbitrary: fc.constant('\n### Eras\n') },
    { weight: 1, arbitrary: word.map((text) => `\n${text}\n`) },
  );
  const options = fc.constantFrom(
    '',
    '{split=gaps}',
    '{scale=even}',
    '{orient=vertical}',
    '{layout=cards}',
    '{layout=merged}',
    '{from=2014 to=2016}',
    '{labels=milestones overview}',
    '{now=2016}',
    '{reveal=events}',
  );

  it('is drawn or reported, and no word is lost', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 18 }), options, (blocks, braces) => {
        const text = fence(blocks.join('\n'), braces);
        const { html, node, messages } = compileTimeline(text);
        expect(node !== undefined || messages.length > 0).toBe(true);
        const seen = new Set(html.match(/\p{L}{3,}/gu));
        const written = blocks.join(' ').match(/\p{L}{3,}/gu) ?? [];
        // Dates are written anew; what lies outside the axis is reported by name.
        const dates = /^(?:March|since|until|now)$/;
        const reported = messages.some((message) => message.includes('timeline-event-outside'));
        if (!reported) expect(written.filter((one) => !seen.has(one) && !dates.test(one))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
