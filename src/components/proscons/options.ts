/** What `:::proscons` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'items', 'sides'],
  },
} as const satisfies OptionTable;

/** How pros and cons appear step by step. */
export type Reveal = (typeof optionTable.reveal.values)[number];
