/** What `:::comparison` takes besides `#id` and `.class`. */
import { dataOptions } from '../../data/data-source.js';
import { asOfOption } from '../as-of.js';
import type { OptionTable } from '../options.js';

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
  focus: {
    summary: 'A column with tint, border and the hidden words “in focus”',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'the name of a column',
  },
  only: {
    summary: 'The subjects to show',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'names of columns, with commas',
  },
  except: {
    summary: 'The subjects to leave out',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'names of columns, with commas',
  },
  verdict: {
    summary: 'Label of the verdict row',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'the label of the verdict row',
  },
  ...dataOptions,
  asof: asOfOption,
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'rows', 'groups', 'columns', 'winners'],
  },
} as const satisfies OptionTable;

/** How a comparison appears step by step. */
export type Reveal = (typeof optionTable.reveal.values)[number];
