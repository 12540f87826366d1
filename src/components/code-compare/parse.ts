/** Takes a `:::code-compare` and leaves its columns and the rows in which their segments stand side by side. */
import type { Code } from 'mdast';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { readContainer } from '../container.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { type AlignedRow, alignSegments } from './align.js';
import { checkCode, checkSegments } from './check.js';
import { chooseSize } from './layout.js';
import type { CodeColumn, CodeCompareNode, CodeRow } from './node.js';
import { optionTable } from './options.js';
import { readSegments } from './read-segments.js';

/** Parse code side by side; one program alone stays a code block. */
export function parseCodeCompare(
  directive: ComponentDirective,
  context: ComponentContext,
): CodeCompareNode | undefined {
  const { file } = context;
  const options = checkOptions(directive, optionTable, file, readOptionsComment(directive, file)?.options);
  const { id, classes, caption, blocks } = readContainer(directive);
  const fences = blocks.filter((block) => block.type === 'code');
  if (fences.length < 2) {
    const reason = `Unexpected \`code-compare\` of ${fences.length} code blocks, expected two or more`;
    report(file, 'code-compare-fences-few', directive, reason, {
      note: 'Write a fence for each program, with its name behind the language: ```python title="Keras".',
    });
    return undefined;
  }
  const segments = fences.map(readSegments);
  const alignment = alignSegments(segments);
  const columns = fences.map((code, index) => readColumn(code, index, context));
  const rows = alignment.rows.map((row) => makeRow(row, fences));
  checkSegments(alignment, columns, context);
  const size = chooseSize(rows, columns.length);
  checkCode(segments, fences, size, context);
  return {
    type: 'code-compare',
    id,
    classes,
    columns,
    size,
    stepwise: options.reveal === 'segments',
    children: [...(caption ? [caption] : []), ...rows, ...blocks.filter((block) => block.type !== 'code')],
    ...(directive.position && { position: directive.position }),
  };
}

const titlePattern = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/;

function readColumn(code: Code, index: number, { file }: ComponentContext): CodeColumn {
  // Without a language the first word behind the fence is the first option.
  const language = code.lang?.includes('=') ? '' : (code.lang ?? '');
  const meta = [language === '' ? code.lang : undefined, code.meta].filter(Boolean).join(' ');
  const match = titlePattern.exec(meta);
  const title = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  if (title === '') {
    report(
      file,
      'code-compare-title-missing',
      code,
      'Unexpected code block without a title, expected `title="…"`',
      {
        note: 'The title names the column: ```python title="Keras".',
      },
    );
  }
  const others = meta.replace(titlePattern, '').trim();
  if (others !== '') {
    const reason = `Unexpected \`${others}\` behind the language, expected \`title="…"\` alone`;
    report(file, 'code-option-unknown', code, reason, { actual: others, expected: ['title'] });
  }
  const { line = 0, column = 0 } = code.position?.start ?? {};
  return { title, language, thread: `${line}-${column}-${index}` };
}

function makeRow({ name, segments }: AlignedRow, fences: readonly Code[]): CodeRow {
  const first = segments.findIndex(Boolean);
  const position = segments[first]?.position ?? fences[first]?.position;
  return {
    type: 'codeRow',
    name,
    children: segments.flatMap((segment, column) => {
      if (!segment) return [];
      const value = segment.lines.map(({ text }) => text).join('\n');
      const place = segment.position && { position: segment.position };
      return [{ type: 'codeCell' as const, column, value, ...place }];
    }),
    ...(position && { position }),
  };
}
