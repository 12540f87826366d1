/** Takes a PDF and leaves where it breaks PDF/UA-1, as far as a program can read it from the file. */
import { openUaFile, type UaFile } from './file.js';
import type { UaProblem, UaRule } from './rule.js';
import { annotationRules } from './rules-annotations.js';
import { contentRules } from './rules-content.js';
import { documentRules } from './rules-document.js';
import { fontRules } from './rules-fonts.js';
import { languageRules } from './rules-language.js';
import { structureRules } from './rules-structure.js';
import { tableRules } from './rules-tables.js';

/** All rules, in the order of the standard's clauses within each group. */
export const uaRules: readonly UaRule[] = [
  ...documentRules,
  ...structureRules,
  ...tableRules,
  ...languageRules,
  ...contentRules,
  ...annotationRules,
  ...fontRules,
];

/** A problem with the rule it breaks. */
export interface UaFinding extends UaProblem {
  readonly rule: UaRule;
}

/**
 * Check a PDF against PDF/UA-1 (ISO 14289-1). Rule ids are veraPDF's: clause and test.
 *
 * @throws Error when the file is no PDF
 */
export async function checkPdfUa(bytes: Uint8Array): Promise<UaFinding[]> {
  return checkUaFile(await openUaFile(bytes));
}

/** Check a PDF that has been opened. */
export function checkUaFile(file: UaFile): UaFinding[] {
  return uaRules.flatMap((rule) => rule.check(file).map((problem) => ({ ...problem, rule })));
}
