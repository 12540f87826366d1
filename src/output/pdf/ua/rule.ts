/** What a rule of PDF/UA-1 is here: its id as veraPDF has it (clause and test), what it asks, and a check over an open file. */
import type { UaFile } from './file.js';

/** One place where a rule does not hold. */
export interface UaProblem {
  /** What was found: an element, a font, a key. */
  readonly found: string;
  /** Page, from 1; nothing where it is the document's. */
  readonly page?: number | undefined;
}

/** A rule: none of the problems it lists may be there. */
export interface UaRule {
  /** Clause and test, such as `7.1-8`. */
  readonly id: string;
  /** What must hold, as "X, expected Y" says it. */
  readonly expected: string;
  check(file: UaFile): readonly UaProblem[];
}

/** Make a rule over a whole file: it holds, or what was found instead is said. */
export function documentRule(
  id: string,
  expected: string,
  find: (file: UaFile) => string | undefined,
): UaRule {
  return {
    id,
    expected,
    check: (file) => {
      const found = find(file);
      return found === undefined ? [] : [{ found }];
    },
  };
}
