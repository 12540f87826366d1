/** Takes a picture that is not there and tells whether its path is written with `\\`, which Markdown reads as an escape. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';

/** Report a path as Windows has them, with `/` as its cure; tells whether it is one. */
export function reportBackslash({ position }: Element, file: VFile): boolean {
  const start = position?.start.offset;
  if (!position || start === undefined) return false;
  const written = String(file.value).slice(start, position.end.offset);
  const [before = '', path] = /^(!\[[^]*?\]\(\s*<?)([^\s()<>]*\\[^\s()<>]*)/.exec(written)?.slice(1) ?? [];
  // A drive is outside of the deck's folder, whatever parts its folders.
  if (path === undefined || /^[a-z]:/i.test(path)) return false;
  const text = path.replaceAll('\\', '/');
  const from = start + before.length;
  const at = position.start.column + before.length;
  const place = {
    start: { line: position.start.line, column: at, offset: from },
    end: { line: position.start.line, column: at + path.length, offset: from + path.length },
  };
  const isOneLine = !/[\r\n]/.test(before);
  report(
    file,
    'image-missing',
    isOneLine ? place : position,
    `Unexpected \`\\\` in the path \`${path}\`, expected \`/\``,
    {
      note: `Write \`${text}\`: folders are parted by \`/\`, on Windows too.`,
      actual: path,
      fix: [{ start: from, end: from + path.length, text }],
    },
  );
  return true;
}
