/** Takes checked files and leaves text for a person: each message with its cure, and the lines of the deck that it is about. */
import { formatMessage, type Palette, type PlainMessage } from '../format.js';
import type { CheckedFile } from './report-input.js';

/** Columns of a line that are shown. */
const widest = 100;

/** Write messages with a code frame. */
export function formatText(files: readonly CheckedFile[], palette: Palette): string {
  return files
    .flatMap(({ text, messages }) => {
      const lines = text.split(/\r\n|\r|\n/);
      return messages.map((message) =>
        [formatMessage(message, palette), ...formatFrame(message, lines, palette)].join('\n'),
      );
    })
    .join('\n\n');
}

/**
 * Show the line of a message, with one line before it and a mark under what it is about:
 *
 *       11 | # Keras
 *     > 12 | ::: comparison
 *          | ^^^^^^^^^^^^^^
 */
export function formatFrame(
  { line, column, endLine, endColumn }: PlainMessage,
  lines: readonly string[],
  palette: Palette,
): string[] {
  const text = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || text === undefined) return [];
  const width = String(line).length;
  const gutter = (mark: string, number: string) => palette.dim(`  ${mark} ${number.padStart(width)} |`);
  const from = Math.max(0, (column ?? 1) - 1);
  // A message about many lines marks the first of them.
  const to = endLine === line && endColumn !== undefined ? endColumn - 1 : text.length;
  // A long line is shown around the place.
  const start = from > widest - 20 ? from - 20 : 0;
  const cut = (whole: string) => whole.slice(start, start + widest).replaceAll('\t', ' ');
  const before = line > 1 ? [`${gutter(' ', String(line - 1))} ${cut(lines[line - 2] ?? '')}`] : [];
  const length = Math.max(1, Math.min(to, start + widest) - from);
  return [
    ...before,
    `${gutter('>', String(line))} ${cut(text)}`,
    `${gutter(' ', '')} ${' '.repeat(from - start)}${palette.red('^'.repeat(length))}`,
  ];
}
