/**
 * Takes raw HTML and leaves its tags with their places, in one linear pass.
 * Needed beside the HTML parser because that one mends what is left open without telling.
 */

/** A tag as written. `unfinished` is a tag or comment without its end. */
export interface Tag {
  readonly kind: 'start' | 'end' | 'unfinished';
  /** Lower case; `!--` for a comment. */
  readonly name: string;
  /** Where it starts, in UTF-16 units from the start of the HTML, and its length. */
  readonly index: number;
  readonly length: number;
  /** Written `<x/>`, which counts in SVG and MathML only. */
  readonly selfClosing: boolean;
}

/** Elements whose content is text up to their own end tag. */
const rawTextNames = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/** List the start and end tags of raw HTML, comments left out. */
export function scanTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const lower = html.toLowerCase();
  let drawings = 0;
  let index = html.indexOf('<');
  while (index >= 0) {
    const tag = readTag(html, index);
    if (tag && tag.name !== '') tags.push(tag);
    // The `<title>` of a drawing holds elements, that of a page does not.
    if (tag?.name === 'svg' && !tag.selfClosing) drawings += tag.kind === 'end' ? -1 : 1;
    const end = index + (tag?.length ?? 1);
    const holdsText = tag?.kind === 'start' && drawings <= 0 && rawTextNames.has(tag.name);
    index = html.indexOf('<', holdsText ? findRawTextEnd(lower, end, tag.name) : end);
  }
  return tags;
}

/** The tag at `index`; a comment or declaration has no name, plain text (`a < b`) is nothing. */
function readTag(html: string, index: number): Tag | undefined {
  if (html.startsWith('<!--', index)) return readComment(html, index);
  const isEnd = html[index + 1] === '/';
  const nameStart = index + (isEnd ? 2 : 1);
  const first = html[nameStart] ?? '';
  if (/[!?]/.test(first) || (isEnd && !/[a-z]/i.test(first))) return readDeclaration(html, index);
  if (!/[a-z]/i.test(first)) return undefined;
  let nameEnd = nameStart;
  while (nameEnd < html.length && !/[\s/>]/.test(html[nameEnd] ?? '')) nameEnd++;
  const name = html.slice(nameStart, nameEnd).toLowerCase();
  const end = findTagEnd(html, nameEnd);
  if (end < 0) return { kind: 'unfinished', name, index, length: html.length - index, selfClosing: false };
  const selfClosing = html[end - 1] === '/';
  return { kind: isEnd ? 'end' : 'start', name, index, length: end + 1 - index, selfClosing };
}

function readComment(html: string, index: number): Tag {
  // `<!-->` and `<!--->` are whole comments.
  const short = /^<!--(?:-?>)/.exec(html.slice(index, index + 6));
  if (short) return { kind: 'end', name: '', index, length: short[0].length, selfClosing: false };
  const end = /--!?>/g;
  end.lastIndex = index + 4;
  const found = end.exec(html);
  if (!found)
    return { kind: 'unfinished', name: '!--', index, length: html.length - index, selfClosing: false };
  return { kind: 'end', name: '', index, length: end.lastIndex - index, selfClosing: false };
}

/** `<!doctype …>`, `<?php …>`, `<![CDATA[…`, `</ >`: all end at the first `>` to an HTML parser. */
function readDeclaration(html: string, index: number): Tag {
  const end = html.indexOf('>', index);
  return {
    kind: 'end',
    name: '',
    index,
    length: (end < 0 ? html.length : end + 1) - index,
    selfClosing: false,
  };
}

/** The `>` of a tag; one inside a quoted value (`title="a > b"`) is not it. */
function findTagEnd(html: string, from: number): number {
  let index = from;
  while (index < html.length) {
    const character = html[index] ?? '';
    if (character === '>') return index;
    index++;
    if (character !== '=') continue;
    while (/\s/.test(html[index] ?? '')) index++;
    const quote = html[index] ?? '';
    if (quote !== '"' && quote !== "'") continue;
    const close = html.indexOf(quote, index + 1);
    if (close < 0) return -1;
    index = close + 1;
  }
  return -1;
}

/** Where the text of a `<script>` ends; without an end tag it goes on to the end. */
function findRawTextEnd(lower: string, from: number, name: string): number {
  const end = lower.indexOf(`</${name}`, from);
  return end < 0 ? lower.length : end;
}
