/** What `:::comparison` takes besides `#id` and `.class`, as written and as read. */
import { dataOptions } from '../../data/data-source.js';
import { type NumberLocale, numberLocales } from '../../values/number-format.js';
import { asOfOption } from '../as-of.js';
import type { CheckedOptions, OptionTable } from '../options.js';

const column = {
  kind: 'text',
  test: (value: string) => value.trim() !== '',
  expected: 'the name of a column',
} as const;
const columns = { ...column, expected: 'names of columns, with commas' } as const;

export const optionTable = {
  highlight: {
    summary: 'Whose winners are shown: the author’s bold ones, computed ones, none',
    kind: 'choice',
    values: ['bold', 'auto', 'none'],
  },
  tie: {
    summary: 'What counts as equal to the best',
    kind: 'text',
    test: (value) => /^(overlap|exact|\d+(\.\d+)?%)$/.test(value),
    expected: '`overlap`, `exact` or a share such as `5%`',
  },
  focus: { summary: 'A column with tint, border and the hidden words “in focus”', ...column },
  baseline: { summary: 'A column that numbers tell their signed difference to', ...column },
  only: { summary: 'The subjects to show', ...columns },
  except: { summary: 'The subjects to leave out', ...columns },
  rows: {
    summary: 'The rows to show',
    ...column,
    expected: 'labels of groups or rows, with commas',
  },
  view: {
    summary: 'Rows that do not differ are hidden (`-strict`: also if only details do) or step back',
    kind: 'choice',
    values: ['all', 'diff', 'diff-strict', 'dim'],
  },
  subjects: {
    summary: 'Where the subjects stand in the Markdown table',
    kind: 'choice',
    values: ['columns', 'rows'],
  },
  transpose: { summary: 'Draw subjects as rows and criteria as columns', kind: 'flag' },
  merge: {
    summary: 'Draw equal neighbours of a row as one cell',
    kind: 'choice',
    values: ['none', 'same'],
  },
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'rows', 'groups', 'columns', 'winners'],
  },
  split: {
    summary:
      'Where the table goes on on another slide: where it must, never, between groups, after so many rows',
    kind: 'text',
    test: (value) => /^(auto|none|groups|[1-9]\d?)$/.test(value),
    expected: '`auto`, `none`, `groups` or a number of rows',
  },
  legend: { summary: 'The key to the marks in the table', kind: 'choice', values: ['auto', 'none'] },
  verdict: {
    summary: 'Label of the verdict row',
    ...column,
    expected: 'the label of the verdict row',
  },
  asof: asOfOption,
  ...dataOptions,
  locale: { summary: 'The language whose numbers are written', kind: 'choice', values: numberLocales },
} as const satisfies OptionTable;

/** How a comparison appears step by step. */
export type Reveal = (typeof optionTable.reveal.values)[number];

/** What counts as equal: overlapping intervals, equal numbers, or numbers within a share of the best. */
export type Tie = 'overlap' | 'exact' | `${number}%`;

/** Options, complete. Names are as written; whether there are such columns is checked with the table. */
export interface ComparisonOptions {
  readonly highlight: (typeof optionTable.highlight.values)[number];
  readonly tie: Tie;
  readonly focus: string | undefined;
  readonly baseline: string | undefined;
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[] | undefined;
  readonly rows: readonly string[] | undefined;
  readonly view: (typeof optionTable.view.values)[number];
  readonly subjects: (typeof optionTable.subjects.values)[number];
  readonly transpose: boolean;
  readonly merge: (typeof optionTable.merge.values)[number];
  readonly reveal: Reveal;
  /** A number is one of rows. */
  readonly split: 'auto' | 'none' | 'groups' | number;
  readonly legend: (typeof optionTable.legend.values)[number];
  readonly verdict: string | undefined;
  /** As written: `2025-10`. */
  readonly asof: string | undefined;
  readonly locale: NumberLocale;
}

/** Complete options that were checked against the table above, so that their values need no second look. */
export function completeOptions(checked: CheckedOptions<typeof optionTable>): ComparisonOptions {
  const choose = <T extends string>(name: keyof typeof optionTable, usual: T): T =>
    (checked[name] ?? usual) as T;
  const text = (name: keyof typeof optionTable) => {
    const value = checked[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const names = (name: keyof typeof optionTable) =>
    text(name)
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  const split = choose<'auto' | 'none' | 'groups'>('split', 'auto');
  return {
    highlight: choose('highlight', 'bold'),
    tie: choose<Tie>('tie', 'overlap'),
    focus: text('focus'),
    baseline: text('baseline'),
    only: names('only'),
    except: names('except'),
    rows: names('rows'),
    view: choose('view', 'all'),
    subjects: choose('subjects', 'columns'),
    transpose: checked.transpose === true,
    merge: choose('merge', 'none'),
    reveal: choose('reveal', 'none'),
    split: /^\d/.test(split) ? Number(split) : split,
    legend: choose('legend', 'auto'),
    verdict: text('verdict'),
    asof: text('asof'),
    locale: choose('locale', 'en'),
  };
}
