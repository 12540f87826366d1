/** Rules of what keeps people out who hear the deck, use no mouse, cannot bear motion, or see colours otherwise. */
import type { Rule } from './rules.js';

export const accessRules = {
  'slide-title-missing': {
    severity: 'info',
    summary: 'A slide has no title to be found or announced by',
    stage: 'check',
  },
  'slide-title-second': { severity: 'warning', summary: 'A slide has two headings of the rank of its title' },
  'table-head-missing': { severity: 'warning', summary: 'Columns of a table have no names' },
  'language-unmarked': {
    severity: 'warning',
    summary: 'Text in another language than the deck’s does not say so, or names none',
  },
  'motion-endless': {
    severity: 'warning',
    summary: 'Something moves for more than five seconds, and nobody can stop it',
    stage: 'browser',
  },
  'target-small': {
    severity: 'warning',
    summary: 'A link or button is smaller than 24 px and stands close to another',
    stage: 'browser',
  },
  'colour-alone': {
    severity: 'warning',
    summary: 'Words differ from those around them by their colour alone',
    stage: 'browser',
  },
  'text-over-picture': {
    severity: 'warning',
    summary: 'Text over a picture is too weak to be read',
    stage: 'browser',
  },
  'access-barrier': {
    severity: 'warning',
    summary: 'A view of the deck keeps people out, as axe finds (asked for with `--all`)',
    stage: 'all',
  },
} as const satisfies Record<string, Rule>;
