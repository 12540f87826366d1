/** `lectern check --pdf`: takes PDFs and says which rules of PDF/UA-1 they break; apart from `check.ts` because decks have no part in it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPdfUa, type UaFinding, uaRules } from '../../output/pdf/ua/check.js';
import { errorCode, UserError } from '../../user-error.js';
import type { CliContext, CliValues } from '../command.js';

/** Check PDFs; the exit code is 1 when one breaks a rule. */
export async function checkPdfs(
  inputs: readonly string[],
  values: CliValues,
  context: CliContext,
): Promise<number> {
  if (inputs.length === 0) {
    throw new UserError('input-empty', 'No PDF is named', 'Write `lectern check --pdf slides.pdf`.');
  }
  const results: { file: string; findings: readonly UaFinding[] }[] = [];
  for (const file of inputs) {
    context.progress(`checking ${file}`);
    results.push({ file, findings: await checkFile(path.resolve(context.cwd, file), file) });
  }
  if (values.json) context.print(JSON.stringify({ pdfs: results.map(toPlain) }));
  else for (const { file, findings } of results) printFindings(file, findings, context);
  return results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

async function checkFile(file: string, written: string): Promise<UaFinding[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new UserError(
      'input-not-found',
      `\`${written}\` cannot be read (${errorCode(error)})`,
      'Check the path.',
      {
        cause: error,
      },
    );
  }
  try {
    return await checkPdfUa(bytes);
  } catch (error) {
    throw new UserError('input-invalid', `\`${written}\` is no PDF that can be read`, 'Print it anew.', {
      cause: error,
    });
  }
}

/** One line a rule: many places break the same one, and one cure mends them all. */
function printFindings(
  file: string,
  findings: readonly UaFinding[],
  { complain, palette, print }: CliContext,
): void {
  for (const [id, of] of groupByRule(findings)) {
    const [first] = of;
    if (!first) continue;
    const pages = [...new Set(of.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
    const where =
      pages.length > 0 ? ` on page ${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ', …' : ''}` : '';
    const times = of.length > 1 ? ` (${of.length} times)` : '';
    complain(
      `${palette.bold(file)} ${palette.red('error')} Unexpected ${first.found}${where}${times}, expected ${first.rule.expected} ${palette.dim(id)}`,
    );
  }
  if (findings.length === 0) print(`${file} breaks none of ${uaRules.length} rules of PDF/UA-1`);
}

function groupByRule(findings: readonly UaFinding[]): Map<string, UaFinding[]> {
  const groups = new Map<string, UaFinding[]>();
  for (const finding of findings)
    groups.set(finding.rule.id, [...(groups.get(finding.rule.id) ?? []), finding]);
  return groups;
}

function toPlain({ file, findings }: { readonly file: string; readonly findings: readonly UaFinding[] }) {
  return {
    file,
    findings: findings.map(({ rule, found, page }) => ({
      rule: rule.id,
      found,
      expected: rule.expected,
      page,
    })),
  };
}
