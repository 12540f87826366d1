/** Takes checked files and leaves the commands that make annotations in a GitHub workflow. */
import type { CheckedFile } from './report-input.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Write messages as workflow commands, one a line. */
export function formatGithub(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, messages }) =>
      messages.map(({ line, column, endLine, severity, ruleId, reason, note }) => {
        const properties = Object.entries({ file: path, line, col: column, endLine, title: ruleId })
          .filter(([, value]) => value !== undefined)
          .map(
            ([name, value]) =>
              `${name}=${escape(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
          );
        const text = escape(note ? `${reason}\n${note}` : reason);
        return `::${commands[severity]} ${properties.join(',')}::${text}`;
      }),
    )
    .join('\n');
}

function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
