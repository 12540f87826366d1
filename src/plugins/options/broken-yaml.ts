/** Takes a YAML text that cannot be read and leaves the line at fault, what mends it, and the text without it: the other keys hold. */
import type { VFile } from 'vfile';
import type { LineCounter, YAMLParseError } from 'yaml';
import { isOpenQuote } from '../../diagnostics/parse-yaml.js';
import type { Edit } from '../../diagnostics/report.js';

/** What is known of a mistake. */
export interface BrokenLine {
  /** Offset in the YAML text. */
  readonly offset: number;
  readonly fix: readonly Edit[] | undefined;
  /** The text with that line blank, so that all others keep their places. */
  readonly rest: string;
}

/** Find the line at fault. @param linesBefore lines of the deck's text before the YAML text */
export function findBrokenLine(
  error: YAMLParseError,
  value: string,
  lines: LineCounter,
  linesBefore: number,
  file: VFile,
): BrokenLine {
  const offset = (isOpenQuote(error) ? findOpenQuote(value) : undefined) ?? error.pos[0];
  const { line } = lines.linePos(offset);
  const texts = value.split('\n');
  const fix =
    error.code === 'BLOCK_AS_IMPLICIT_KEY'
      ? quoteValue(texts[line - 1] ?? '', line + linesBefore, file)
      : undefined;
  return { offset, fix, rest: texts.map((text, index) => (index === line - 1 ? '' : text)).join('\n') };
}

/** Where a value begins whose line does not end its quote: the parser's place is the end of the text. */
function findOpenQuote(value: string): number | undefined {
  const match = /^[\w-]+:[ \t]+(?=(["'])(?:(?!\1).)*$)/m.exec(value);
  return match ? match.index + match[0].length : undefined;
}

/** `title: My: talk` → `title: "My: talk"`, where the line is the deck's own. */
function quoteValue(text: string, line: number, file: VFile): Edit[] | undefined {
  const [, key = '', value] = /^(\s*[\w-]+:\s+)([^"'\\]*[^\s"'\\])\s*$/.exec(text) ?? [];
  const own = String(file.value).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  if (value === undefined || own[line - 1]?.trimEnd() !== text.trimEnd()) return undefined;
  const start = own.slice(0, line - 1).join('').length + key.length;
  return [{ start, end: start + value.length, text: `"${value}"` }];
}
