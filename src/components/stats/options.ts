/** What `:::stats` takes besides `#id` and `.class`. */
import { asOfOption } from '../as-of.js';
import type { OptionTable } from '../options.js';

export const optionTable = {
  asof: asOfOption,
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'items'],
  },
} as const satisfies OptionTable;
