/**
 * Takes `::code{src="app.ts" region="setup"}` and leaves the code block that an author would have copied.
 * What is not there is reported, and the directive stays on the slide as text.
 *
 *     leafDirective(code)   →   code
 */
import type { Code, Paragraph, Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodeText } from '../deck/decode-text.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { type CheckedOptions, checkOptions, type OptionTable } from '../diagnostics/check-options.js';
import { noteMissingFile } from '../diagnostics/missing-file.js';
import { report } from '../diagnostics/report.js';
import { dedent, findRegion, type Part, selectLines, splitFile } from './code/select-part.js';
import { findGrammar } from './highlight/grammars.js';

/** What `::code` takes. */
export const codeOptions = {
  src: {
    summary: 'The file',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'a path such as `app.ts`',
  },
  lines: {
    summary: 'Lines to show',
    kind: 'text',
    test: (value) => /^\d+(?:\s*[-–]\s*\d*)?$/.test(value),
    expected: 'lines such as `3-9`',
  },
  region: {
    summary: 'What stands between the comments `#region name` and `#endregion`',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'the name of a region',
  },
  lang: {
    summary: 'Language, if not the one of the file’s ending',
    kind: 'text',
    test: (value) => /^[^\s{}[\]]+$/.test(value),
    expected: 'the name of a language',
  },
  title: { summary: 'A title over it; alone: the file’s name', kind: 'text', expected: 'a text, or nothing' },
  highlight: {
    summary: 'Lines to stress, in steps',
    kind: 'text',
    test: (value) => !/[{}]/.test(value),
    expected: 'lines such as `1-3|5|all`',
  },
  numbers: { summary: 'Line numbers', kind: 'flag' },
  start: {
    summary: 'Number of the first line',
    kind: 'text',
    test: (value) => /^\d{1,6}$/.test(value),
    expected: 'a number',
  },
  diff: { summary: 'Lines begin with `+` or `-`', kind: 'flag' },
} as const satisfies OptionTable;

type Options = CheckedOptions<typeof codeOptions>;

/** List the files whose code a deck shows, as keys of `Sources`. */
export function listCodeFiles(tree: Root): string[] {
  const paths = new Set<string>();
  visit(tree, 'leafDirective', (node: LeafDirective) => {
    const path = node.name === 'code' ? resolvePath(node.attributes?.src ?? '') : undefined;
    if (path?.kind === 'inside' && path.path !== '') paths.add(path.path);
  });
  return [...paths];
}

/** Turn `::code` into code blocks. */
export function remarkCodeFiles(sources: Sources) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'code' || !parent || index === undefined) return;
      const replacement = readCode(node, sources, file) ?? keepText(node, file);
      (parent.children as (Code | Paragraph)[])[index] = replacement;
    });
  };
}

function readCode(node: LeafDirective, sources: Sources, file: VFile): Code | undefined {
  const options = checkOptions(node, codeOptions, file);
  if (typeof options.src !== 'string') {
    // A value that is no path has been reported.
    if (node.attributes?.src === undefined)
      reportMissing(node, 'Unexpected `::code` without a file, expected `src="…"`', file);
    return undefined;
  }
  const lines = readLines(options.src, node, sources, file);
  const part = lines && selectPart(lines, options, node, file);
  if (!part) return undefined;
  return {
    type: 'code',
    lang: typeof options.lang === 'string' ? options.lang : languageOf(options.src),
    meta: writeMeta(options, part.first),
    value: dedent(part.lines),
    ...(node.position && { position: node.position }),
  };
}

function readLines(src: string, node: LeafDirective, sources: Sources, file: VFile): string[] | undefined {
  const path = resolvePath(src);
  const bytes = path.kind === 'inside' ? sources.get(path.path) : undefined;
  if (!bytes) {
    const reason = `Unexpected path \`${src}\`, expected a file in the deck’s folder`;
    reportMissing(node, reason, file, noteMissingFile(path.kind === 'inside' ? path.path : src, file));
    return undefined;
  }
  const { text, problem } = decodeText(bytes);
  if (problem === undefined && !text.includes('\0')) return splitFile(text.replace(/\r\n?/g, '\n'));
  reportMissing(node, `Unexpected bytes in \`${src}\`, expected text`, file, 'Save the file as UTF-8.');
  return undefined;
}

function selectPart(lines: string[], options: Options, node: LeafDirective, file: VFile): Part | undefined {
  const { region, lines: range, src } = options;
  const found = typeof region === 'string' ? findRegion(lines, region) : { lines };
  if (!found?.lines) {
    const reason = found
      ? `Unexpected region \`${region}\` without an end in \`${src}\`, expected \`#endregion\``
      : `Unexpected region \`${region}\`, expected one that \`${src}\` has`;
    const note = `Mark it in the file with comments: \`#region ${region}\` before it, \`#endregion\` behind it.`;
    reportMissing(node, reason, file, note);
    return undefined;
  }
  if (typeof range !== 'string') return { lines: found.lines, first: 1 };
  const part = selectLines(found.lines, range);
  if (part) return part;
  const reason = `Unexpected lines \`${range}\`, expected lines from 1 to ${found.lines.length} of \`${src}\``;
  report(file, 'code-lines-invalid', node, reason, { actual: range, note: 'Write them as `3-9`.' });
  return undefined;
}

function reportMissing(node: LeafDirective, reason: string, file: VFile, note?: string): void {
  report(file, 'code-source-missing', node, reason, { note });
}

/** The language by the name of the file: its ending, or the whole of it (`Dockerfile`). */
function languageOf(src: string): string {
  const name = (src.split('/').at(-1) ?? '').toLowerCase();
  const ending = name.split('.').at(-1) ?? '';
  return findGrammar(ending) ? ending : 'text';
}

/** Write what the block has to say as an author would have behind the fence. */
function writeMeta({ src, title, highlight, numbers, start, diff }: Options, first: number): string {
  const words: string[] = [];
  // `title` alone is the name of the file.
  const caption = title === '' ? String(src).split('/').at(-1) : title;
  if (typeof caption === 'string') words.push(`title="${caption.replaceAll('"', '”')}"`);
  if (numbers) words.push(`start=${first}`);
  if (typeof start === 'string') words.push(`start=${start}`);
  if (diff) words.push('diff');
  if (typeof highlight === 'string') words.push(`{${highlight}}`);
  return words.join(' ');
}

function keepText(node: LeafDirective, file: VFile): Paragraph {
  const { start, end } = node.position ?? {};
  const value = String(file.value).slice(start?.offset, end?.offset);
  return {
    type: 'paragraph',
    children: [{ type: 'text', value }],
    ...(node.position && { position: node.position }),
  };
}
