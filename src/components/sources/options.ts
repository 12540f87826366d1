/** What `::sources` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  split: {
    summary: 'How many stand on one slide; 12 where nothing is given',
    kind: 'text',
    test: (value) => /^[1-9]\d?$/.test(value),
    expected: 'a number from 1 to 99',
  },
  backlinks: { summary: 'Slide numbers lead to their slides', kind: 'flag' },
} as const satisfies OptionTable;
