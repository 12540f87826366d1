/** Takes code side by side and reports what does not line up or does not fit. Changes nothing. */
import type { Code } from 'mdast';
import { report } from '../../diagnostics/report.js';
import { suggest } from '../../diagnostics/suggest.js';
import type { ComponentContext } from '../component.js';
import type { AlignedRow, Alignment } from './align.js';
import { columnWidth, measureLine } from './layout.js';
import type { CodeColumn, CodeCompareNode } from './node.js';
import type { Segment } from './read-segments.js';

/** More than this an audience does not read. */
const mostLines = 14;

/** Report names that one column has and another lacks, orders that differ, names that stand twice. */
export function checkSegments(
  { rows, moved, repeated }: Alignment,
  columns: readonly CodeColumn[],
  { file }: ComponentContext,
): void {
  const named = rows.filter(({ segments }) => !segments.some((one) => one && repeated.includes(one)));
  for (const row of named) checkName(row, rows, columns, file);
  for (const { name, position } of moved) {
    const reason = `Unexpected segment \`${name}\` here, expected the order of the first column`;
    report(file, 'code-compare-order', position, reason, {
      note: 'It is drawn beside its namesake, and so not where it stands in its program.',
    });
  }
  for (const { name, position } of repeated) {
    const reason = `Unexpected second segment \`${name}\`, expected each name once in a program`;
    report(file, 'code-compare-segment-repeated', position, reason, {
      note: 'It has a row of its own; give it a name of its own.',
    });
  }
}

/** A gap may be the point; a name that is nearly another one hardly is. */
function checkName(
  { name, segments }: AlignedRow,
  rows: readonly AlignedRow[],
  columns: readonly CodeColumn[],
  file: ComponentContext['file'],
): void {
  const gaps = columns.filter((_, index) => !segments[index]);
  if (gaps.length === 0 || name === '') return;
  const place = segments.find(Boolean)?.position;
  const others = rows.filter((row) => segments.every((segment, index) => !segment || !row.segments[index]));
  const close = suggest(
    name,
    others.map((row) => row.name),
  );
  if (close) {
    const reason = `Unexpected segment \`${name}\`, expected the name of one in another column`;
    report(file, 'code-compare-segment-name', place, reason, {
      note: `Did you mean \`${close}\`?`,
      actual: name,
      expected: [close],
    });
    return;
  }
  const titles = gaps.map(({ title, language }) => `\`${title || language}\``).join(', ');
  report(
    file,
    'code-compare-segment-alone',
    place,
    `Unexpected gap beside \`${name}\` in ${titles}, expected that segment`,
    {
      note: 'If the gap is the point, all is well.',
    },
  );
}

/** Report lines beyond the width of their column, and programs beyond what is read. */
export function checkCode(
  programs: readonly (readonly Segment[])[],
  fences: readonly Code[],
  size: CodeCompareNode['size'],
  { file }: ComponentContext,
): void {
  const width = columnWidth(programs.length);
  for (const [index, segments] of programs.entries()) {
    const lines = segments.flatMap((segment) => segment.lines);
    const letters = Math.floor(width / measureLine('x', size));
    for (const { text, position } of lines.filter((line) => measureLine(line.text, size) > width)) {
      const reason = `Unexpected line of ${text.length} letters, expected at most ${letters} in a column`;
      report(file, 'code-compare-line-long', position, reason, {
        note: 'Break it: a line that wraps is no longer aligned.',
      });
    }
    if (lines.length <= mostLines) continue;
    const reason = `Unexpected program of ${lines.length} lines, expected at most ${mostLines} a side`;
    report(file, 'code-compare-lines-many', fences[index], reason, {
      note: 'Show the lines that differ, or cut it into two slides.',
    });
  }
}
