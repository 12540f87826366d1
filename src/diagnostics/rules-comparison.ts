/** Rules of the comparison component (components.md 1.8). */
import type { Rule } from './rules.js';

export const comparisonRules = {
  'comparison-table-missing': { severity: 'error', summary: 'A comparison holds no table' },
  'comparison-table-second': { severity: 'error', summary: 'A comparison holds more than one table' },
  'comparison-rows-detached': {
    severity: 'error',
    summary: 'Rows of a comparison are not part of its table',
  },
  'comparison-cell-extra': {
    severity: 'error',
    summary: 'A row of a comparison has more cells than columns',
  },
  'comparison-cell-empty': { severity: 'warning', summary: 'A comparison has no value for a subject' },
  'comparison-cell-unranked': {
    severity: 'error',
    summary: 'A row with a direction has a cell that is no value',
  },
  'comparison-cell-block': { severity: 'warning', summary: 'A cell holds what looks like a list or a fence' },
  'comparison-subjects-few': { severity: 'error', summary: 'A comparison has fewer than two subjects' },
  'comparison-subjects-many': { severity: 'warning', summary: 'A comparison has more than six subjects' },
  'comparison-name-duplicate': {
    severity: 'error',
    summary: 'Two columns, or two rows of a group, have one name',
  },
  'comparison-column-unknown': {
    severity: 'error',
    summary: 'An option names a column or row that is not there',
  },
  'comparison-rows-hidden': {
    severity: 'info',
    summary: 'Half of the rows or more do not differ and are not shown',
  },
  'comparison-row-too-tall': { severity: 'error', summary: 'A row is taller than a slide' },
  'comparison-direction-missing': {
    severity: 'warning',
    summary: 'Winners are to be computed and no row has a direction',
  },
  'comparison-units-differ': { severity: 'error', summary: 'A row compares values of different units' },
  'comparison-ratings-differ': { severity: 'warning', summary: 'A row compares ratings of different scales' },
  'comparison-bold-not-best': { severity: 'warning', summary: 'A bold value is not the best of its row' },
  'comparison-values-few': { severity: 'info', summary: 'A row with a direction has fewer than two values' },
  'comparison-number-locale': {
    severity: 'warning',
    summary: 'A number is written in another language’s way',
  },
  'comparison-group-empty': { severity: 'warning', summary: 'A group has no rows' },
  'comparison-verdict-place': {
    severity: 'warning',
    summary: 'The verdict is not the last row, or there are two',
  },
} as const satisfies Record<string, Rule>;
