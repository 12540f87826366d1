/** Bad input of comparisons and timelines, code by code: each is said by its rule, and nothing that the author wrote is lost. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeckTree } from '../../src/compile.js';
import { compileFile, compileText, fixtureNames, fixturesFolder } from '../support.js';

const rows = (...lines: readonly string[]): string => lines.map((line) => `| ${line} |`).join('\n');
const head = ['What | Keras | PyTorch', '- | - | -'];
const table = (...lines: readonly string[]): string => rows(...head, ...lines);
const comparison = (blocks: string, options = ''): string =>
  `:::comparison[Caption]${options}\n\n${blocks}\n\n:::`;
const timeline = (blocks: string, options = ''): string =>
  `:::timeline[Caption]${options}\n\n${blocks}\n\n:::`;
const years = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `- **${1990 + at}** Event number ${at} with a label of some words`,
  ).join('\n');
const source = '\n\nSource: a book.';

/** Code, rule, what is written, words of it that must be seen. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['DIR01', 'directive-malformed', '::: comparison\n\nwords\n\n:::', ['words']],
  ['DIR02', 'directive-unknown', ':::comparision\n\nwords\n\n:::', ['words']],
  [
    'DIR03',
    'directive-unclosed',
    `:::comparison\n\n${table('Speed | fast | slow')}`,
    ['Speed', 'fast', 'slow'],
  ],
  ['DIR04', 'directive-stray-fence', 'words\n\n:::', ['words']],
  ['DIR05', 'directive-option-unknown', comparison(table('Speed | fast | slow'), '{hilight=auto}'), ['fast']],
  [
    'DIR05',
    'directive-option-duplicate',
    comparison(table('Speed | fast | slow'), '{view=all view=dim}'),
    ['fast'],
  ],
  ['DIR06', 'directive-option-value', comparison(table('Speed | fast | slow'), '{highlight=best}'), ['fast']],
  ['DIR07', 'directive-line-fragile', `:::comparison\n\n${table('Speed | fast | slow')}\n:::`, ['fast']],
  [
    'DIR08',
    'directive-comment-yaml',
    comparison(`<!--\nview: [\n-->\n\n${table('Speed | fast | slow')}`),
    ['fast'],
  ],
  ['CMP01', 'comparison-table-missing', comparison('words'), ['words', 'Caption']],
  [
    'CMP02',
    'comparison-table-second',
    comparison(`${table('Speed | fast | slow')}\n\n${table('Size | small | large')}`),
    ['fast', 'large'],
  ],
  [
    'CMP03',
    'comparison-rows-detached',
    comparison(`${table('Speed | fast | slow')}\n\n| Size | small | large |`),
    ['fast', 'small', 'large'],
  ],
  ['CMP04', 'comparison-cell-extra', comparison(table('Speed | fast | slow | again')), ['fast', 'slow']],
  ['CMP05', 'comparison-cell-empty', comparison(table('Speed | fast |  ')), ['fast']],
  [
    'CMP06',
    'comparison-subjects-few',
    comparison(rows('What | Keras', '- | -', 'Speed | fast')),
    ['Keras', 'fast'],
  ],
  [
    'CMP07',
    'comparison-subjects-many',
    comparison(
      rows(
        'What | a1 | b2 | c3 | d4 | e5 | f6 | g7',
        '- | - | - | - | - | - | - | -',
        'Speed | 1 | 2 | 3 | 4 | 5 | 6 | seven',
      ),
    ),
    ['a1', 'g7', 'seven'],
  ],
  [
    'CMP08',
    'comparison-name-duplicate',
    comparison(rows('What | Keras | Keras', '- | - | -', 'Speed | fast | slow')),
    ['fast', 'slow'],
  ],
  [
    'CMP09',
    'comparison-column-unknown',
    comparison(table('Speed | fast | slow'), '{focus=Pytorh}'),
    ['fast', 'slow'],
  ],
  [
    'CMP10',
    'comparison-direction-missing',
    comparison(table('Speed | 1 | 2') + source, '{highlight=auto}'),
    ['Speed'],
  ],
  [
    'CMP11',
    'comparison-cell-unranked',
    comparison(table('Speed ↓ | slower than PyTorch | 12') + source),
    ['slower than PyTorch'],
  ],
  [
    'CMP12',
    'comparison-units-differ',
    comparison(table('Speed ↓ | 12 ms | 3 GB') + source, '{highlight=auto}'),
    ['GB'],
  ],
  [
    'CMP13',
    'comparison-ratings-differ',
    comparison(table('Ease | 4/5 | 7/10'), '{highlight=auto}'),
    ['4/5', '7/10'],
  ],
  [
    'CMP14',
    'comparison-bold-not-best',
    comparison(table('Speed (ms) ↓ | **12** | 10') + source),
    ['12', '10'],
  ],
  [
    'CMP15',
    'comparison-values-few',
    comparison(table('Speed ↓ | 12 | ?') + source, '{highlight=auto}'),
    ['12'],
  ],
  ['CMP16', 'comparison-number-locale', comparison(table('Speed | 1.305,52 | 12') + source), ['1.305,52']],
  ['CMP17', 'footnote-undefined', comparison(table('Speed | fast [^k9] | slow')), ['fast', '[^k9]']],
  [
    'CMP18',
    'comparison-group-empty',
    comparison(table('**Group** |  |  ', '**Other** | | ', 'Speed | fast | slow')),
    ['Group', 'fast'],
  ],
  [
    'CMP18',
    'comparison-verdict-place',
    comparison(table('**Verdict** | good | better', 'Speed | fast | slow')),
    ['better', 'fast'],
  ],
  [
    'CMP19',
    'comparison-row-too-tall',
    comparison(table(`Speed | ${'many words in one cell '.repeat(140)}| slow`)),
    ['slow', 'many words'],
  ],
  [
    'CMP23',
    'comparison-rows-hidden',
    comparison(table('Speed | fast | fast', 'Size | small | large'), '{view=diff}'),
    ['small', 'large', 'fast'],
  ],
  ['CMP24', 'facts-source-missing', comparison(table('Speed | 1 | 2')), ['Speed']],
  ['CMP26', 'comparison-cell-block', comparison(table('Speed | - one - two | slow')), ['one', 'two']],
  ['TL01', 'timeline-list-missing', timeline('words'), ['words', 'Caption']],
  [
    'TL02',
    'timeline-event-date',
    timeline('- **2001** One\n- Without a date\n- **2003** Two'),
    ['Without a date'],
  ],
  ['TL03', 'timeline-event-numbered', timeline('- **2001** One\n- 2015. Text\n- **2016** Two'), ['Text']],
  [
    'TL04',
    'timeline-date-ambiguous',
    timeline('- **2001** One\n- **03/04/2015** Other\n- **2016** Two'),
    ['03/04/2015', 'Other'],
  ],
  [
    'TL05',
    'timeline-date-invalid',
    timeline('- **2001** One\n- **2015-13** Other\n- **2016** Two'),
    ['2015-13', 'Other'],
  ],
  [
    'TL06',
    'timeline-date-span',
    timeline('- **2001** One\n- **2015-16** Other\n- **2016** Two'),
    ['2015-16', 'Other'],
  ],
  [
    'TL07',
    'timeline-date-short-year',
    timeline("- **2001** One\n- **'15** Other\n- **2016** Two"),
    ['Other'],
  ],
  [
    'TL08',
    'timeline-range-reversed',
    timeline('- **2001** One\n- **2016..2015** Other\n- **2016** Two'),
    ['Other'],
  ],
  [
    'TL09',
    'timeline-date-time',
    timeline('- **2001** One\n- **2015-03-27 10:30** Other\n- **2016** Two'),
    ['Other'],
  ],
  ['TL10', 'timeline-order', timeline('- **2005** Later\n- **2001** Sooner'), ['Later', 'Sooner']],
  ['TL11', 'timeline-now-missing', timeline('- **2001** One\n- **2003..now** Other'), ['Other']],
  [
    'TL12',
    'timeline-lane-duplicate',
    timeline('### A\n\n- **2001** One\n\n### A\n\n- **2003** Two'),
    ['One', 'Two'],
  ],
  ['TL12', 'timeline-lane-empty', timeline('### A\n\n- **2001** One\n- **2003** Two\n\n### B'), ['One', 'B']],
  [
    'TL13',
    'timeline-era-range',
    timeline('- **2001** One\n- **2003** Two\n\n### Eras\n\n- **2002** Band'),
    ['Band'],
  ],
  [
    'TL14',
    'timeline-eras-overlap',
    timeline('- **2001** One\n- **2005** Two\n\n### Eras\n\n- **2001..2003** First\n- **2002..2005** Second'),
    ['First', 'Second'],
  ],
  [
    'TL15',
    'timeline-event-outside',
    timeline('- **2001** One\n- **2003** Two\n- **2005** Three', '{to=2004}'),
    ['One', 'Three'],
  ],
  ['TL16', 'timeline-dense', timeline(years(14), '{split=none}'), ['number 0', 'number 13']],
  ['TL17', 'timeline-too-dense', timeline(years(19), '{split=none labels=all}'), ['number 0', 'number 18']],
  [
    'TL18',
    'timeline-label-long',
    timeline(`- **2001** ${'A title that goes on and on '.repeat(4)}\n- **2003** Two`),
    ['goes on'],
  ],
  [
    'TL19',
    'timeline-scale-changed',
    timeline(
      `- **2001** One\n- **2011-01-01** Two with words\n- **2011-01-02** Three with words\n- **2011-01-03** Four with words\n- **2011-01-04** Five with words\n- **2011-01-05** Six with words\n- **2011-01-06** Seven with words\n- **2011-01-07** Eight with words`,
      '{split=none}',
    ),
    ['One', 'Eight'],
  ],
  [
    'TL20',
    'timeline-event-duplicate',
    timeline('- **2001** One\n- **2001** One\n- **2005** Two'),
    ['One', 'Two'],
  ],
  [
    'TL21',
    'timeline-precision-mixed',
    timeline('- **2015** Whole\n- **2015-03-27** Day\n- **2017** Two'),
    ['Whole', 'Day'],
  ],
  ['TL22', 'timeline-single-event', timeline('- **2001** Alone'), ['Alone']],
  [
    'TL23',
    'timeline-lanes-many',
    timeline(
      ['A', 'B', 'C', 'D', 'E']
        .map((name, at) => `### ${name}\n\n- **${2001 + at}** Event ${at}\n- **2010** Last ${at}`)
        .join('\n\n'),
    ),
    ['Event 0', 'Last 4'],
  ],
  [
    'TL24',
    'timeline-lane-rank',
    timeline('### A\n\n- **2001** One\n\n#### B\n\n- **2003** Two'),
    ['One', 'Two'],
  ],
  ['TL25', 'timeline-now-build', timeline('- **2001** One\n- **2003** Two', '{now=build}'), ['One', 'Two']],
];

/** What a message says, and that words of the author are on the slide. */
function expectSaid({ tree, file }: DeckTree, rule: string, words: readonly string[]): void {
  const message = file.messages.find(({ ruleId }) => ruleId === rule);
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  expect(message?.reason).toMatch(/^Unexpected .+, expected .+/);
  expect(message?.line).toBeGreaterThan(0);
  const text = toHtml(tree).replaceAll(/<[^>]*>/g, ' ');
  for (const word of words) expect(text.replaceAll(/\s+/g, ' ')).toContain(word);
}

describe.each(cases)('%s: %s', (_code, rule, written, words) => {
  test('is said with a cure, and what is written stays', async () => {
    expectSaid(await compileText(`# A slide\n\n${written}\n`), rule, words);
  });
});

/** What only a deck with files beside it, or a check on a day, can say: front matter, what is written, words that must be seen. */
const fileCases: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'CMP21',
    'data-source-missing',
    '',
    comparison(table('Speed | fast | slow'), '{src=gone.csv}'),
    ['fast', 'slow'],
  ],
  [
    'CMP22',
    'data-mirror-differs',
    '',
    comparison(table('Speed | fast | slow'), '{src=facts.csv}'),
    ['swift', 'slow'],
  ],
  [
    'CMP25',
    'facts-stale',
    'facts-max-age: 100',
    comparison(table('Speed | 1 | 2') + source, '{asof=2024-07}'),
    ['Speed', '2024'],
  ],
];

describe('with files beside the deck', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lectern-bad-input-'));
    await writeFile(path.join(folder, 'facts.csv'), 'What,Keras,PyTorch\nSpeed,swift,slow\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(fileCases)('%s: %s', async (code, rule, frontMatter, written, words) => {
    const deck = path.join(folder, `${code}.md`);
    await writeFile(deck, `---\ntitle: Facts\n${frontMatter}\n---\n\n# A slide\n\n${written}\n`);
    const compiled = await compileFile(deck);
    expectSaid(compiled, rule, words);
  });

  test('every code of the specification is there', () => {
    // Twenty was never given.
    const numbered = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${name}${String(at + 1).padStart(2, '0')}`);
    const codes = [...numbered('DIR', 8), ...numbered('CMP', 26), ...numbered('TL', 25)];
    const tested = new Set([...cases, ...fileCases].map(([code]) => code));
    expect(codes.filter((code) => !tested.has(code))).toEqual(['CMP20']);
  });
});

/** What `lectern check --fix` mends. */
const mended = [
  'data-mirror-differs',
  'directive-line-fragile',
  'directive-stray-fence',
  'directive-unclosed',
  'timeline-event-date',
  'timeline-event-numbered',
  'timeline-order',
];

describe('in the fixtures', () => {
  const said = fixtureNames.flatMap((name) => {
    const text = readFileSync(path.join(fixturesFolder, name, 'messages.txt'), 'utf8');
    const pattern =
      /^\S+:\d+:\d+ (?:error|warning|info) (Unexpected .+, expected .+) ([a-z-]+)( \(--fix mends it\))?\n( {2}.+)?/gm;
    return [...text.matchAll(pattern)].map(([, words = '', rule = '', fix, note]) => ({
      rule,
      // A cure is a note; of a wrong value the words end with those that are right.
      isCured: note !== undefined || rule === 'directive-option-value' || /expected .*`.+`/.test(words),
      isMended: fix !== undefined,
    }));
  });

  test.each([...new Set([...cases, ...fileCases].map(([, rule]) => rule))])(
    '%s is said with place, words and cure',
    (rule) => {
      const own = said.filter((one) => one.rule === rule);
      expect(own.length).toBeGreaterThan(0);
      expect(own.filter(({ isCured }) => !isCured)).toEqual([]);
      if (mended.includes(rule)) expect(own.some(({ isMended }) => isMended)).toBe(true);
    },
  );
});

describe('much of it', () => {
  test.each([250, 500, 1000])('%d events stand once, on slides in proportion', async (count) => {
    const events = Array.from({ length: count }, (_, at) => `- **${1000 + at}** Event${at}x`).join('\n');
    const { tree } = await compileText(`# A slide\n\n${timeline(events)}\n`);
    const html = toHtml(tree);
    expect(html.match(/Event\d+x/g)).toHaveLength(count);
    const slides = html.match(/<section/g)?.length ?? 0;
    expect(slides).toBeGreaterThanOrEqual(count / 12);
    expect(slides).toBeLessThanOrEqual(count / 6);
  });

  test.each([125, 250, 500])('%d rows stand once, on slides in proportion', async (count) => {
    const lines = Array.from({ length: count }, (_, at) => `Row${at}x | fast | slow`);
    const { tree } = await compileText(`# A slide\n\n${comparison(table(...lines))}\n`);
    const html = toHtml(tree);
    expect(html.match(/Row\d+x/g)).toHaveLength(count);
    const slides = html.match(/<section/g)?.length ?? 0;
    expect(slides).toBeGreaterThanOrEqual(count / 14);
    expect(slides).toBeLessThanOrEqual(count / 6);
  });
});
