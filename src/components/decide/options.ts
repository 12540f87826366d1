/** What `:::decide` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  subjects: {
    summary: 'What there is to choose from; bold outcomes are checked against it and get its colours',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'names, with commas',
  },
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['rows', 'none'],
  },
} as const satisfies OptionTable;
