/** What `:::users` takes besides `#id` and `.class`. */
import { asOfOption } from '../as-of.js';
import type { OptionTable } from '../options.js';

export const optionTable = {
  asof: { ...asOfOption, summary: 'When the list was true; required, since such lists go stale' },
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'items'],
  },
} as const satisfies OptionTable;
