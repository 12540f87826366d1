/** Rules of the comparison component (components.md 1.8). */
import type { Rule } from './rules.js';

export const comparisonRules = {
  'comparison-table-missing': { severity: 'error', summary: 'A comparison holds no table' },
} as const satisfies Record<string, Rule>;
