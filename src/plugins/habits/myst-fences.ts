/** Takes a fence that MyST reads as a directive and leaves the edit that writes it here: a picture, a table, a callout, code, a formula. */
import type { Code } from 'mdast';
import type { VFile } from 'vfile';
import type { Edit } from '../../diagnostics/report.js';
import { type Line, readLines, toCallout } from './habit-fixes.js';

/** A fence, taken apart. */
interface MystFence {
  /** The word in the braces. */
  readonly kind: string;
  /** What stands behind them. */
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly body: string;
  /** The lines from fence to fence, without those of options. */
  readonly lines: readonly Line[];
}

/** What says how a thing looks there, and is the theme's here; an id that nothing names is none to miss. */
const looks = ['class', 'figclass', 'name', 'label', 'widths', 'open', 'color'];

/** Write one of MyST's fences as what it is here, where there is one way to. */
export function fixMyst(code: Code, kind: string, file: VFile): readonly Edit[] | undefined {
  const fence = readFence(code, kind, file);
  const [first, last] = [fence?.lines[0], fence?.lines.at(-1)];
  if (!fence || !first || !last) return undefined;
  const text = write(fence, String(file.value));
  return text === undefined ? undefined : [{ start: first.start, end: last.start + last.text.length, text }];
}

function readFence(code: Code, kind: string, file: VFile): MystFence | undefined {
  const [from, to] = [(code.position?.start.line ?? 1) - 1, code.position?.end.line ?? 1];
  const all = readLines(file).slice(from, to);
  const [, title] = /^[`~]{3,}\{[\w-]+\}\s*(.*)$/.exec(all[0]?.text ?? '') ?? [];
  if (title === undefined || !/^[`~]{3,}\s*$/.test(all.at(-1)?.text ?? '')) return undefined;
  const option = /^:([\w-]+):\s*(.*)$/;
  const count = all.slice(1).findIndex(({ text }) => !option.test(text));
  const options = all.slice(1, count + 1).map(({ text }): [string, string] => {
    const [, key = '', value = ''] = option.exec(text) ?? [];
    return [key, value.trim()];
  });
  const lines = all.filter((_, index) => index === 0 || index > count);
  const body = lines.slice(1, -1).map((line) => line.text);
  return {
    kind,
    title: title.trim(),
    options: Object.fromEntries(options),
    body: body.join('\n').trim(),
    lines,
  };
}

function write(fence: MystFence, deck: string): string | undefined {
  const { kind, title, body, lines } = fence;
  const knows = (...names: string[]) => Object.keys(fence.options).every((name) => names.includes(name));
  // A name that is used elsewhere must stay one.
  const name = fence.options['name'] ?? fence.options['label'];
  const isNamed =
    name !== undefined && [`(#${name})`, `\`${name}\``, `<${name}>`].some((one) => deck.includes(one));
  if (kind === 'figure' || kind === 'image' || kind === 'figure-md')
    return knows('alt', 'width', 'height', 'align', ...looks) ? writePicture(fence) : undefined;
  if (kind === 'code-block' || kind === 'code')
    return knows('caption', 'emphasize-lines', 'linenos', 'lineno-start', ...looks)
      ? writeCode(fence)
      : undefined;
  if (isNamed || !knows('align', 'width', ...looks)) return undefined;
  if (kind === 'table') return [title, body].filter(Boolean).join('\n\n');
  if (kind === 'math') return `$$\n${[title, body].filter(Boolean).join('\n')}\n$$`;
  return toCallout(lines, kind, title)?.[0]?.text;
}

function writePicture(fence: MystFence): string | undefined {
  const { kind, title, options } = fence;
  const [, own = '', path, rest = fence.body] =
    kind === 'figure-md' ? (/^!\[([^\]]*)\]\(([^\s()"]+)\)\s*([^]*)$/.exec(fence.body) ?? []) : [];
  const source = kind === 'figure-md' ? path : title;
  const caption = rest.trim();
  // A caption with marks of its own, or none beside no other words, is for the author to write.
  const isPlain = !/[[\]"*_`<>\n\\{}]/.test(`${caption}${options['alt'] ?? ''}`);
  const alt = options['alt'] || own || caption;
  if (!source || /[\s()<>]/.test(source) || !isPlain || alt === '') return undefined;
  const attributes = pictureAttributes(fence);
  if (attributes === undefined) return undefined;
  const quoted = kind === 'image' || caption === '' ? '' : ` "${caption}"`;
  return `![${alt}](${source}${quoted})${attributes === '' ? '' : `{${attributes}}`}`;
}

/** Write size, side and id; nothing where one of them cannot be said here. */
function pictureAttributes({ kind, title, options }: MystFence): string | undefined {
  const id = kind === 'figure-md' ? title : (options['name'] ?? options['label'] ?? '');
  const sizes = ['width', 'height'].flatMap((key) =>
    options[key] === undefined ? [] : [[key, options[key]]],
  );
  const { align } = options;
  const isSized = sizes.every(([, value = '']) => /^\d+(?:\.\d+)?(?:px|%|em)?$/.test(value));
  const isAligned = align === undefined || ['left', 'right', 'center'].includes(align);
  if (!isSized || !isAligned || !/^[\w-]*$/.test(id)) return undefined;
  return [id && `#${id}`, ...sizes.map(([key, value]) => `${key}=${value}`), align && `.${align}`]
    .filter(Boolean)
    .join(' ');
}

function writeCode({ title, options, lines }: MystFence): string | undefined {
  const { caption = '', 'emphasize-lines': stressed, 'lineno-start': start } = options;
  if (!/^[\w+#.-]*$/.test(title) || /["{}]/.test(caption)) return undefined;
  if (stressed !== undefined && !/^\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*$/.test(stressed)) return undefined;
  const words = [
    title || 'text',
    caption && `title="${caption}"`,
    stressed && `{${stressed.replaceAll(/\s/g, '')}}`,
    (options['linenos'] !== undefined || start) && 'numbers',
    start && `start=${start}`,
  ];
  const fence = /^[`~]+/.exec(lines[0]?.text ?? '')?.[0] ?? '```';
  const body = lines.slice(1).map(({ text }) => text);
  // A blank line parts options and code there.
  if (Object.keys(options).length > 0 && body[0]?.trim() === '') body.shift();
  return [`${fence}${words.filter(Boolean).join(' ')}`, ...body].join('\n');
}
