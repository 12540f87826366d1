/** What `:::faq` takes besides `#id` and `.class`. */
import type { OptionTable } from '../options.js';

export const optionTable = {
  split: {
    summary: 'On how many slides: as many as needed, one a question, one',
    kind: 'choice',
    values: ['auto', 'each', 'none'],
  },
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'answers'],
  },
} as const satisfies OptionTable;

/** How questions are cut over slides. */
export type Split = (typeof optionTable.split.values)[number];
