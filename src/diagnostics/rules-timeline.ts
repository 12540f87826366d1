/** Rules of the timeline component (components.md 2.8). */
import type { Rule } from './rules.js';

export const timelineRules = {
  'timeline-list-missing': { severity: 'error', summary: 'A timeline holds no list' },
} as const satisfies Record<string, Rule>;
