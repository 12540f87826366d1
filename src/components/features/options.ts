/** What `:::features` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  cols: {
    summary: 'Columns of the grid; `auto` chooses by the number of features',
    kind: 'choice',
    values: ['auto', '2', '3'],
  },
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'items'],
  },
} as const satisfies OptionTable;
