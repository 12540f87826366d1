/**
 * Takes places where the author does not want to hear of a rule, and answers whether a message falls into one of them.
 * Which comments made such places is known to `plugins/remark-ignores.ts`; which of them were of no use only at the very end.
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { RuleId } from './rules.js';

/** One rule in one place. */
export interface Ignore {
  readonly ruleId: RuleId;
  /** Where the comment stands. */
  readonly place: Position | undefined;
  /** 1-based lines of the deck, both within. */
  readonly from: number;
  readonly to: number;
  /** Whether a message fell into it. */
  used: boolean;
}

declare module 'vfile' {
  interface DataMap {
    /** Where which rules are not to be heard of; set by `remarkIgnores`. */
    ignores?: readonly Ignore[];
  }
}

/** Tell whether a message is not to be heard of, and remember that it would have been. */
export function isIgnored(file: VFile, ruleId: string, place: Position | undefined): boolean {
  const line = place?.start.line;
  const found = file.data.ignores?.filter(
    (one) => one.ruleId === ruleId && line !== undefined && one.from <= line && line <= one.to,
  );
  for (const one of found ?? []) one.used = true;
  return found !== undefined && found.length > 0;
}
