/** Takes a file when all its messages are there and reports the comments that kept none of them quiet. */
import type { VFile } from 'vfile';
import { report } from './report.js';
import { type Rule, type RuleStage, rules } from './rules.js';

/**
 * Report comments that kept nothing quiet.
 *
 * @param stages what was looked for: a rule that only a browser finds is not unused without one
 */
export function reportUnusedIgnores(file: VFile, stages: readonly RuleStage[]): void {
  for (const { ruleId, place, used } of file.data.ignores ?? []) {
    const { stage = 'compile' }: Rule = rules[ruleId];
    if (used || !stages.includes(stage)) continue;
    const reason = `Unexpected comment that ignores \`${ruleId}\`, expected a message of that rule here`;
    report(file, 'ignore-unused', place, reason, { note: 'Remove the comment: what it was for is gone.' });
  }
}
