/** Rules of claims, code side by side, users, bars and sources. */
import type { Rule } from './rules.js';

export const blockRules = {
  'claims-list-missing': { severity: 'error', summary: 'Claims hold no list' },
  'claims-row': { severity: 'error', summary: 'An item of claims lacks what was said or what holds' },
  'claims-not-struck': { severity: 'warning', summary: 'A claim is not struck out' },
  'code-compare-fences-few': {
    severity: 'error',
    summary: 'Code side by side holds fewer than two code blocks',
  },
  'code-compare-title-missing': { severity: 'warning', summary: 'A program beside others has no title' },
  'code-compare-segment-name': {
    severity: 'warning',
    summary: 'A segment is named nearly as one in another program',
  },
  'code-compare-segment-alone': {
    severity: 'info',
    summary: 'A segment has no counterpart in another program',
  },
  'code-compare-segment-repeated': { severity: 'warning', summary: 'A program has two segments of one name' },
  'code-compare-order': { severity: 'warning', summary: 'Segments stand in another order than beside them' },
  'code-compare-line-long': { severity: 'warning', summary: 'A line of code is wider than its column' },
  'code-compare-lines-many': {
    severity: 'warning',
    summary: 'A program beside others has more than 14 lines',
  },
  'users-list-missing': { severity: 'error', summary: 'A wall of users holds no list' },
  'users-date-missing': { severity: 'error', summary: 'A wall of users does not say when it was true' },
  'users-source-missing': { severity: 'error', summary: 'A wall of users has no source' },
  'bars-table-missing': {
    severity: 'error',
    summary: 'Bars hold no table of labels and one or two columns of numbers',
  },
  'bars-value': { severity: 'error', summary: 'A value of a bar chart is no number' },
  'bars-units-differ': { severity: 'error', summary: 'Numbers of a bar chart have no common unit' },
  'bars-many': { severity: 'warning', summary: 'A bar chart has more than eight bars' },
  'sources-empty': { severity: 'warning', summary: 'A list of sources stands in a deck that names none' },
} as const satisfies Record<string, Rule>;
