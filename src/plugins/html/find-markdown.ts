/** Takes the text of an HTML block and leaves the lines in which Markdown stands: up to a blank line all of it is HTML, and shown as written. */
import { scanTags } from './scan-tags.js';

/** Markdown in a line of HTML. */
export interface RawMarkdown {
  /** Line of the block, from 0, and where in it. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Whether it begins its line, so that a blank line above it is the cure. */
  readonly startsLine: boolean;
  /** The tag that stands last before it: `div`, `/div`. */
  readonly tag: string;
}

/** Elements whose text is no prose. */
const verbatim = new Set([
  'pre',
  'code',
  'script',
  'style',
  'textarea',
  'svg',
  'math',
  'iframe',
  'title',
  'xmp',
]);

const blockStart =
  /^(?:[-*+] (?=\S)|\d{1,3}[.)] (?=\S)|#{1,6} (?=\S)|> ?(?=\S)|`{3}|~{3}|\|.*\|\s*$|:{2,}[a-z]|:{3,}\s*$|-{3,}\s*$|\[\^[^\]]+\]: )/i;
const inline = /\*\*(?=\S)[^*\n]+\*\*|(?<!`)`[^`\n]+`(?!`)|!?\[[^[\]\n]*\]\([^()\s]+\)/;

/** List the first Markdown of every line that holds some. */
export function findMarkdown(html: string): RawMarkdown[] {
  const tags = scanTags(html);
  let start = 0;
  return maskTags(html)
    .split('\n')
    .flatMap((line, index): RawMarkdown[] => {
      const offset = start;
      start += line.length + 1;
      const whole = html.slice(offset, offset + line.length);
      const indent = whole.length - whole.trimStart().length;
      const startsLine = line.slice(indent).trimStart() === line.slice(indent) && line.trim() !== '';
      const block = startsLine && blockStart.test(line.slice(indent));
      const column = block ? indent : (inline.exec(line)?.index ?? -1);
      if (column < 0) return [];
      const text = block ? line.trim() : (inline.exec(line)?.[0] ?? '');
      const tag = tags.findLast((one) => one.index < offset + column);
      return tag
        ? [
            {
              line: index,
              column,
              text,
              startsLine: block || startsLine,
              tag: (tag.kind === 'end' ? '/' : '') + tag.name,
            },
          ]
        : [];
    });
}

/** Put spaces for all that is no text of the page: tags, comments, what stands in `<pre>` and the like. */
export function maskTags(html: string): string {
  const blank = (from: number, to: number, text: string) =>
    text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
  let masked = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  let open: { readonly name: string; readonly index: number } | undefined;
  for (const { kind, name, index, length, selfClosing } of scanTags(html)) {
    masked = blank(index, index + length, masked);
    if (!open && kind === 'start' && verbatim.has(name) && !selfClosing) open = { name, index };
    if (open?.name !== name || kind !== 'end') continue;
    masked = blank(open.index, index, masked);
    open = undefined;
  }
  return open ? blank(open.index, html.length, masked) : masked;
}
