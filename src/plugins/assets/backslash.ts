/** Takes a picture that is not there and tells whether its path is written with `\\`, which Markdown reads as an escape. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { decodePath } from '../../deck/sources.js';
import { report } from '../../diagnostics/report.js';

/**
 * Report a path as Windows has them, with `/` as its cure; tells whether it is one.
 *
 * @param url as it arrived: of Markdown's pictures it has lost what was read as an escape
 */
export function reportBackslash(url: string, element: Element, file: VFile): boolean {
  const { position } = element;
  const start = position?.start.offset;
  const written = position ? String(file.value).slice(start, position.end.offset) : '';
  const [before = '', path] = /^(!\[[^]*?\]\(\s*<?)([^\s()<>]*\\[^\s()<>]*)/.exec(written)?.slice(1) ?? [];
  if (!position || start === undefined || path === undefined) {
    const given = decodePath(url);
    if (!given.includes('\\') || isElsewhere(given)) return false;
    report(file, 'image-missing', element, reasonOf(given), { note: noteOf(given), actual: given });
    return true;
  }
  if (isElsewhere(path)) return false;
  const text = path.replaceAll('\\', '/');
  const from = start + before.length;
  const at = position.start.column + before.length;
  const place = {
    start: { line: position.start.line, column: at, offset: from },
    end: { line: position.start.line, column: at + path.length, offset: from + path.length },
  };
  const isOneLine = !/[\r\n]/.test(before);
  report(file, 'image-missing', isOneLine ? place : position, reasonOf(path), {
    note: noteOf(path),
    actual: path,
    fix: [{ start: from, end: from + path.length, text }],
  });
  return true;
}

/** A drive, the root, an address or another machine is outside of the deck's folder, whatever parts its folders. */
function isElsewhere(path: string): boolean {
  return /^(?:\/|\\\\|[a-z][a-z0-9+.-]*:)/i.test(path);
}

function reasonOf(path: string): string {
  return `Unexpected \`\\\` in the path \`${path}\`, expected \`/\``;
}

function noteOf(path: string): string {
  return `Write \`${path.replaceAll('\\', '/')}\`: folders are parted by \`/\`, on Windows too.`;
}
