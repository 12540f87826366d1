/** Takes checked files and leaves SARIF 2.1.0, which code hosts and editors show beside the lines. */
import type { PlainMessage } from '../format.js';
import { rules } from '../rules.js';
import type { CheckedFile } from './report-input.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Write messages as one run of SARIF. */
export function formatSarif(files: readonly CheckedFile[], version: string): string {
  const used = [...new Set(files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Lectern', version, rules: used.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, messages }) =>
          messages.map((message) => toResult(path, message, used)),
        ),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function describeRule(id: string) {
  const rule = Object.hasOwn(rules, id) ? rules[id as keyof typeof rules] : undefined;
  return {
    id,
    shortDescription: { text: rule?.summary ?? id },
    defaultConfiguration: { level: levels[rule?.severity ?? 'warning'] },
  };
}

function toResult(path: string, message: PlainMessage, ids: readonly string[]) {
  const { line, column, endLine, endColumn, severity, ruleId, reason, note } = message;
  const region = {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && endColumn !== undefined && { endLine, endColumn }),
  };
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: { text: note ? `${reason}. ${note}` : `${reason}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(path) },
          ...(line !== undefined && { region }),
        },
      },
    ],
  };
}

/** Paths are relative to where the command ran, with slashes everywhere. */
function toUri(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
