/** Rules of data files, which components take their content from. */
import type { Rule } from './rules.js';

export const dataRules = {
  'data-source-missing': {
    severity: 'error',
    summary: 'A data file, or a key in it, is not there or lies outside the deck’s folder',
  },
  'data-invalid': { severity: 'error', summary: 'A data file cannot be read, or says what cannot be drawn' },
  'data-mirror-differs': {
    severity: 'error',
    summary: 'The table or list beside `src=` differs from its data file, which is what is shown',
  },
} as const satisfies Record<string, Rule>;
