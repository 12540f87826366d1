/** Rules of the smaller components: pros and cons, decisions, features, questions, quotes, figures. */
import type { Rule } from './rules.js';

export const partRules = {
  'proscons-heading': {
    severity: 'error',
    summary: 'A heading of pros and cons is neither of the pair, or stands twice',
  },
  'proscons-list-missing': { severity: 'error', summary: 'Pros and cons lack one of their lists' },
  'proscons-counts-differ': {
    severity: 'info',
    summary: 'One side of pros and cons has more than twice as many points as the other',
  },
  'decide-list-missing': { severity: 'error', summary: 'A decision guide holds no list' },
  'decide-row': { severity: 'error', summary: 'An item of a decision guide is no condition with an outcome' },
  'decide-outcome-plain': { severity: 'warning', summary: 'An outcome of a decision guide is not bold' },
  'decide-subject-unknown': {
    severity: 'error',
    summary: 'An outcome of a decision guide is none of its subjects',
  },
  'features-list-missing': { severity: 'error', summary: 'A feature list holds no list' },
  'features-lead-missing': { severity: 'warning', summary: 'A feature does not begin with a bold lead' },
  'faq-question-missing': { severity: 'error', summary: 'Questions and answers hold no heading' },
  'faq-question-mark': { severity: 'warning', summary: 'A question does not end in a question mark' },
  'faq-answer-missing': { severity: 'warning', summary: 'A question has no answer' },
  'quote-missing': { severity: 'error', summary: 'A quote holds no quotation' },
  'quote-second': { severity: 'error', summary: 'A quote holds more than one quotation' },
  'quote-attribution-missing': { severity: 'error', summary: 'A quote does not say whose words it holds' },
  'stats-list-missing': { severity: 'error', summary: 'Figures hold no list' },
  'stats-number-missing': { severity: 'error', summary: 'A figure does not begin with a bold number' },
  'stats-many': { severity: 'warning', summary: 'More than four figures stand side by side' },
} as const satisfies Record<string, Rule>;
