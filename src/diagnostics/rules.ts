/**
 * The catalogue: every rule an author can break. The README's table is generated from it, `report` accepts nothing else.
 * Severity: error = something is lost or wrong, warning = probably not meant, info = worth knowing.
 */
import { accessRules } from './rules-access.js';
import { blockRules } from './rules-blocks.js';
import { comparisonRules } from './rules-comparison.js';
import { dataRules } from './rules-data.js';
import { deckRules } from './rules-deck.js';
import { layoutRules } from './rules-layout.js';
import { partRules } from './rules-parts.js';
import { timelineRules } from './rules-timeline.js';

/** How bad a broken rule is. Only errors make a command exit with 1 (warnings too with `--strict`). */
export type Severity = 'error' | 'warning' | 'info';

/** One rule of the catalogue. */
export interface Rule {
  readonly severity: Severity;
  /** What is wrong, in one line, without the particulars of a case. */
  readonly summary: string;
  /** When it is looked for; whenever a deck is compiled, unless it says otherwise. */
  readonly stage?: RuleStage;
}

/** `check` needs the disk or the clock, `browser` a browser, `links` the network, `all` time; all but the first are `lectern check`’s. */
export type RuleStage = 'compile' | 'check' | 'browser' | 'links' | 'all';

/** All rules by id; an id is `<subject>-<problem>`. */
export const rules = {
  ...deckRules,
  ...dataRules,
  ...comparisonRules,
  ...timelineRules,
  ...partRules,
  ...layoutRules,
  ...blockRules,
  ...accessRules,
};

/** The id of a rule. */
export type RuleId = keyof typeof rules;

declare module 'vfile' {
  interface DataMap {
    /** What the deck's `rules:` set, by rule id. */
    ruleSeverities?: Partial<Record<RuleId, Severity | 'off'>> | undefined;
  }
}
