/** Takes what other tools read as notes and callouts and leaves the edits that write the same here, where there is only one way to. */
import type { Node, Paragraph } from 'mdast';
import type { VFile } from 'vfile';
import type { Slide } from '../../deck/nodes.js';
import type { Edit } from '../../diagnostics/report.js';

/** What other tools call the five kinds of callouts. */
const kinds: Readonly<Record<string, string>> = {
  tip: 'TIP',
  hint: 'TIP',
  check: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  attention: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
};

/** Write reveal.js's `Note:` and all below it on the slide as `:::notes`. */
export function fixNote(slide: Slide, paragraph: Node, file: VFile): readonly Edit[] | undefined {
  const following = slide.children.slice(slide.children.indexOf(paragraph as Paragraph));
  const last = following.at(-1)?.position?.end.offset;
  const start = paragraph.position?.start.offset;
  // A container inside would end the notes; what stands before is another slide's, or a block's inside.
  const simple = following.every(({ type }) => !type.endsWith('Directive'));
  if (following.length === 0 || !simple || start === undefined || last === undefined) return undefined;
  const [word = ''] = /^(?:speaker )?notes?:\s*/i.exec(String(file.value).slice(start, last)) ?? [];
  return [
    { start, end: start + word.length, text: ':::notes\n\n' },
    { start: last, end: last, text: '\n\n:::' },
  ];
}

/** Write `/// tip | Title` … `///` as a callout. */
export function fixMkDocs(paragraph: Node, file: VFile): readonly Edit[] | undefined {
  const lines = readLines(file);
  const from = (paragraph.position?.start.line ?? 1) - 1;
  const [, kind, title = ''] = /^\/\/\/\s*([a-z]+)\s*(?:\|\s*(.*))?$/i.exec(lines[from]?.text ?? '') ?? [];
  const to = lines.findIndex(({ text }, index) => index > from && /^\/\/\/\s*$/.test(text));
  const inside = lines.slice(from + 1, to);
  if (kind === undefined || to < 0 || inside.some(({ text }) => /^(?:\/\/\/|---|#)/.test(text)))
    return undefined;
  return toCallout(lines.slice(from, to + 1), kind, title);
}

/** Write MyST's target `(name)=` as the id of the heading below it. */
export function fixTarget(paragraph: Node, file: VFile): readonly Edit[] | undefined {
  const { start, end } = paragraph.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const text = String(file.value);
  const [, name] = /^\(([\w:.-]+)\)=$/.exec(text.slice(start.offset, end.offset)) ?? [];
  const [whole = '', blank = '', heading = ''] =
    /^(\s*[\r\n]+)(#{1,6} [^\r\n{}]*[^\s{}#])[ \t#]*(?=[\r\n]|$)/.exec(text.slice(end.offset)) ?? [];
  if (name === undefined || heading === '') return undefined;
  const [from, to] = [end.offset + blank.length + heading.length, end.offset + whole.length];
  return [
    { start: start.offset, end: end.offset + blank.length, text: '' },
    { start: from, end: to, text: ` {#${name}}` },
  ];
}

/** Write the blank into `[]`, the box of a task. */
export function fixBox({ position }: Node, file: VFile): readonly Edit[] | undefined {
  const at = (position?.start.offset ?? 0) + 1;
  const isBox = String(file.value).slice(at - 1, at + 1) === '[]';
  return isBox ? [{ start: at, end: at, text: ' ' }] : undefined;
}

/** A line of the deck. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** Read the lines of the deck with their offsets. */
export function readLines(file: VFile): Line[] {
  let start = 0;
  return (String(file.value).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []).map((whole) => {
    const line = { start, text: whole.replace(/[\r\n]+$/, '') };
    start += whole.length;
    return line;
  });
}

/** Write a block as a callout: the first line becomes the marker, the last goes, those between become a quotation; blank ones at its ends go too. */
export function toCallout(lines: readonly Line[], kind: string, title: string): Edit[] | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const body = lines.slice(1, -1).map(({ text }) => text);
  while (body[0]?.trim() === '') body.shift();
  while (body.at(-1)?.trim() === '') body.pop();
  const name = Object.hasOwn(kinds, kind.toLowerCase()) ? kinds[kind.toLowerCase()] : 'NOTE';
  const quoted = body.map((text) => (text.trim() === '' ? '>' : `> ${text}`));
  const text = [`> [!${name}] ${title}`.trimEnd(), ...quoted].join('\n');
  return [{ start: first.start, end: last.start + last.text.length, text }];
}
