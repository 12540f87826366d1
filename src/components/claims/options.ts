/** What `:::claims` takes besides `#id` and `.class`. */
import { asOfOption } from '../as-of.js';
import type { OptionTable } from '../options.js';

const words = { kind: 'text', test: (value: string) => value !== '', expected: 'a text' } as const;

export const optionTable = {
  was: { ...words, summary: 'Head over what was said; “Then” where nothing is given' },
  now: { ...words, summary: 'Head over what holds; “Now” where nothing is given' },
  status: {
    summary: 'What became of claims that do not say it themselves',
    kind: 'choice',
    values: ['outdated', 'wrong'],
  },
  asof: asOfOption,
  reveal: {
    summary: 'What appears in one step: whole rows, or the answers to claims that stand from the start',
    kind: 'choice',
    values: ['none', 'rows', 'answers'],
  },
} as const satisfies OptionTable;
