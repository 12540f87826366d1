/** What `:::comparison` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  highlight: { kind: 'choice', values: ['bold', 'auto', 'none'] },
  tie: {
    kind: 'text',
    test: (value) => /^(overlap|exact|\d+(\.\d+)?%)$/.test(value),
    expected: '`overlap`, `exact` or a share such as `5%`',
  },
  focus: { kind: 'text', test: (value) => value !== '', expected: 'the name of a column' },
  only: { kind: 'text', test: (value) => value !== '', expected: 'names of columns, with commas' },
  except: { kind: 'text', test: (value) => value !== '', expected: 'names of columns, with commas' },
  verdict: { kind: 'text', test: (value) => value !== '', expected: 'the label of the verdict row' },
  asof: {
    kind: 'text',
    test: (value) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value),
    expected: 'a date such as `2025-10`',
  },
  reveal: { kind: 'choice', values: ['none', 'rows', 'groups', 'columns', 'winners'] },
} as const satisfies OptionTable;

/** How a comparison appears step by step. */
export type Reveal = (typeof optionTable.reveal.values)[number];
