/** What `:::bars` takes besides `#id` and `.class`. */

import { numberLocales } from '../../values/number-format.js';
import { asOfOption } from '../as-of.js';
import type { OptionTable } from '../options.js';

export const optionTable = {
  unit: {
    summary: 'Unit of columns whose head names none in parentheses',
    kind: 'text',
    test: (value) => value.trim() !== '',
    expected: 'a unit such as `ms`',
  },
  locale: { summary: 'The language whose numbers are written', kind: 'choice', values: numberLocales },
  asof: asOfOption,
  reveal: {
    summary: 'What appears in one step',
    kind: 'choice',
    values: ['none', 'rows'],
  },
} as const satisfies OptionTable;
