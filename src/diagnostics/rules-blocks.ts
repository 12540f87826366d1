/** Rules of claims, code side by side, users, bars and sources. */
import type { Rule } from './rules.js';

export const blockRules = {
  'claims-list-missing': { severity: 'error', summary: 'Claims hold no list' },
  'claims-row': { severity: 'error', summary: 'An item of claims lacks what was said or what holds' },
  'claims-not-struck': { severity: 'warning', summary: 'A claim is not struck out' },
  'users-list-missing': { severity: 'error', summary: 'A wall of users holds no list' },
  'users-date-missing': { severity: 'error', summary: 'A wall of users does not say when it was true' },
  'users-source-missing': { severity: 'error', summary: 'A wall of users has no source' },
  'sources-empty': { severity: 'warning', summary: 'A list of sources stands in a deck that names none' },
} as const satisfies Record<string, Rule>;
