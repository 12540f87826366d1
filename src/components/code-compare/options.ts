/** What `:::code-compare` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  reveal: {
    summary: 'What appears in one step: segments of one name come together',
    kind: 'choice',
    values: ['none', 'segments'],
  },
} as const satisfies OptionTable;
