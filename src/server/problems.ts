/** Takes a build and leaves what its author must see: errors with the lines they are about, and whether they are worse than before. */
import type { VFile } from 'vfile';
import type { CodeFrame, LiveProblem } from '../deck/live-deck.js';
import type { PlainMessage } from '../diagnostics/format.js';
import { toCheckedFiles } from '../diagnostics/reporters/report-input.js';

/** Lines that are shown before and after the one that is meant. */
const around = 2;
/** Columns of a line that are sent. */
const widest = 400;

/** List the errors of a build. Warnings are no reason to cover a slide: they stand on the terminal. */
export function listProblems(file: VFile): LiveProblem[] {
  return toCheckedFiles(file).flatMap(({ text, path, messages }) => {
    const lines = text.split(/\r\n|\r|\n/);
    return messages
      .filter(({ severity }) => severity === 'error')
      .map((message) => ({
        file: message.file,
        line: message.line,
        column: message.column,
        reason: message.reason,
        note: message.note,
        ruleId: message.ruleId,
        // A message may be about a file whose text is not part of the deck.
        frame: message.file === path ? cutFrame(message, lines) : undefined,
      }));
  });
}

/** Tell whether one build has errors that the other has not: then the other is the better one to show. */
export function isWorse(next: readonly LiveProblem[], shown: readonly LiveProblem[]): boolean {
  const count = new Map<string, number>();
  const name = ({ ruleId, reason }: LiveProblem) => `${ruleId} ${reason}`;
  for (const problem of shown) count.set(name(problem), (count.get(name(problem)) ?? 0) + 1);
  return next.some((problem) => {
    const left = (count.get(name(problem)) ?? 0) - 1;
    count.set(name(problem), left);
    return left < 0;
  });
}

function cutFrame(
  { line, column, endLine, endColumn }: PlainMessage,
  lines: readonly string[],
): CodeFrame | undefined {
  if (line === undefined) return undefined;
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  const first = Math.max(1, line - around);
  const from = Math.max(0, (column ?? 1) - 1);
  const to = endLine === line && endColumn !== undefined ? endColumn - 1 : text.length;
  return {
    first,
    lines: lines.slice(first - 1, line + around).map((one) => one.slice(0, widest)),
    mark: { line: line - first, from, to: Math.max(from + 1, to) },
  };
}
