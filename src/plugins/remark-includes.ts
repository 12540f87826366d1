/**
 * Takes `::include{src=…}` and leaves the slides of that file in its place. Every node keeps its file (`diagnostics/file-parts.ts`),
 * each file is checked as a deck of its own before, and what follows sees one deck:
 *
 *     root                       root
 *     ├─ leafDirective(include)  ├─ heading      (of the file)
 *     └─ heading             →   ├─ thematicBreak
 *                                └─ heading
 */
import path from 'node:path/posix';
import type { Paragraph, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { mayBePart } from '../deck/check-bounds.js';
import { decodeText } from '../deck/decode-text.js';
import { defaultDeckOptions } from '../deck/options.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { checkOptions, type OptionTable } from '../diagnostics/check-options.js';
import { addPart } from '../diagnostics/file-parts.js';
import { report } from '../diagnostics/report.js';
import { listDefinitions, rebasePaths, renameDefinitions, shiftPositions } from './includes/adopt-tree.js';
import { breakBefore, countSlides, readNumbers, selectSlides } from './includes/select-slides.js';

/** What `::include` takes. */
export const includeOptions = {
  src: {
    summary: 'A Markdown file with slides, relative to the file that includes it',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'a path such as `intro.md`',
  },
  slides: {
    summary: 'Which of its slides, counted from 1; without it all',
    kind: 'text',
    test: (value) => readNumbers(value) !== undefined,
    expected: 'numbers such as `2,5-7`',
  },
} as const satisfies OptionTable;

/** Far more than a person writes, far less than files that include one another twice can make. */
const limits = { depth: 8, files: 200 };

type Check = (tree: Root, file: VFile) => void;

/** What the files of one deck share while they are put together. */
interface Reading {
  readonly parse: (text: string) => Root;
  readonly sources: Sources;
  readonly checks: readonly Check[];
  readonly file: VFile;
  readonly taken: Set<string>;
  readonly maxSize: number;
  /** Where the directives stand that were read, by offset. */
  readonly seen: Set<number | undefined>;
  count: number;
}

/**
 * Put the slides of other files into the deck.
 *
 * @param checks what a file is checked for before it is taken apart
 * @param maxSize longest file, in characters
 */
export function remarkIncludes(
  this: Processor,
  sources: Sources,
  checks: readonly (() => Check)[],
  maxSize: number,
) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands its processor over so
  const parse = (text: string) => this.parse(new VFile(text)) as Root;
  return (tree: Root, file: VFile): void => {
    if (!hasIncludes(tree)) return;
    const taken = listDefinitions(tree);
    const reading = {
      parse,
      sources,
      checks: checks.map((check) => check()),
      file,
      taken,
      seen: new Set<number | undefined>(),
      maxSize,
      count: 0,
    };
    tree.children = splice(tree.children, [file.basename ?? ''], reading);
    visit(tree, 'leafDirective', (node, index, parent) => {
      if (node.name !== 'include' || !parent || index === undefined) return;
      reportPlace(node, file);
      parent.children[index] = keepText(node, file);
    });
  };
}

function hasIncludes(tree: Root): boolean {
  let found = false;
  visit(tree, 'leafDirective', ({ name }) => {
    found ||= name === 'include';
  });
  return found;
}

/** @param chain the files that stand around, each including the next; the last one holds the blocks */
function splice(blocks: readonly RootContent[], chain: readonly string[], reading: Reading): RootContent[] {
  return blocks.flatMap((node) => {
    if (node.type !== 'leafDirective' || node.name !== 'include') return [node];
    const slides = readInclude(node, chain, reading) ?? [keepText(node, reading.file)];
    return [breakBefore([node]), ...slides, breakBefore([node])];
  });
}

function readInclude(
  node: LeafDirective,
  chain: readonly string[],
  reading: Reading,
): RootContent[] | undefined {
  // A file that is included twice has its mistakes once.
  const isFirst = !reading.seen.has(node.position?.start.offset);
  reading.seen.add(node.position?.start.offset);
  const file = isFirst ? reading.file : new VFile({ path: reading.file.path });
  const options = checkOptions(node, includeOptions, file);
  const name = findPath(node, options.src, chain, { ...reading, file });
  const tree = name === undefined ? undefined : readFile(name, reading);
  if (name === undefined || !tree) return undefined;
  const inner = splice(tree.children, [...chain, name], reading);
  if (typeof options.slides !== 'string') return inner;
  const numbers = readNumbers(options.slides) ?? [];
  const level = (reading.file.data.deck ?? defaultDeckOptions).slideLevel;
  const count = countSlides(inner, level);
  for (const number of numbers.filter((one) => one > count)) {
    const reason = `Unexpected slide \`${number}\`, expected 1 to ${count} of \`${name}\``;
    report(file, 'include-slides', node, reason, { actual: options.slides });
  }
  return selectSlides(inner, level, numbers);
}

/** What could not be included stays on a slide as the author wrote it. */
function keepText({ position }: LeafDirective, file: VFile): Paragraph {
  const value = String(file.value).slice(position?.start.offset, position?.end.offset);
  return { type: 'paragraph', children: [{ type: 'text', value }], ...(position && { position }) };
}

/** The key of the file among the sources; what keeps it from being included is reported. */
function findPath(
  node: LeafDirective,
  src: string | true | undefined,
  chain: readonly string[],
  { file, sources, ...reading }: Reading,
): string | undefined {
  if (typeof src !== 'string') {
    if (node.attributes?.src === undefined)
      report(file, 'include-missing', node, 'Unexpected `::include` without a file, expected `src="…"`');
    return undefined;
  }
  const found = resolveInclude(src, chain.at(-1) ?? '');
  if (found === undefined || !sources.has(found)) {
    const reason = `Unexpected path \`${src}\`, expected a file in the deck’s folder`;
    const note = 'Paths are relative to the file that includes; upper and lower case count.';
    report(file, 'include-missing', node, reason, { actual: src, note });
    return undefined;
  }
  if (chain.includes(found)) {
    const loop = [...chain.slice(chain.indexOf(found)), found].map((one) => `\`${one}\``).join(' → ');
    const reason = `Unexpected \`${src}\` inside itself, expected a file that does not lead back`;
    report(file, 'include-loop', node, reason, { actual: src, note: `The way is ${loop}.` });
    return undefined;
  }
  if (chain.length > limits.depth || reading.count >= limits.files) {
    const reason = `Unexpected \`${src}\`, expected at most ${limits.files} files, ${limits.depth} deep`;
    report(file, 'include-limit', node, reason, { actual: src });
    return undefined;
  }
  if (!mayBePart(decodeText(sources.get(found) ?? '').text, reading.maxSize)) {
    const reason = `Unexpected size or depth of \`${src}\`, expected a file that can be read as a deck`;
    const note = `Run \`lectern check ${found}\`, which says where it goes beyond the limits.`;
    report(file, 'include-limit', node, reason, { actual: src, note });
    return undefined;
  }
  return found;
}

/** Find a file from the one that names it. */
function resolveInclude(src: string, from: string): string | undefined {
  if (src.startsWith('/')) return undefined;
  const direct = resolvePath(src);
  if (direct.kind === 'remote') return undefined;
  const found = resolvePath(`${path.dirname(from)}/${src}`);
  return found.kind === 'inside' && found.path !== '' ? found.path : undefined;
}

function readFile(name: string, reading: Reading): Root | undefined {
  const { file, parse, sources, checks, taken } = reading;
  reading.count += 1;
  const { text } = decodeText(sources.get(name) ?? '');
  const isNew = !file.data.parts?.some((part) => part.path === name);
  const part = addPart(file, name, text);
  const tree = parse(text);
  // Its options are those of another deck.
  if (tree.children[0]?.type === 'yaml') tree.children.shift();
  shiftPositions(tree, part);
  if (isNew) for (const check of checks) check(tree, file);
  rebasePaths(tree, path.dirname(name));
  renameDefinitions(tree, taken, name);
  return tree;
}

function reportPlace(node: LeafDirective, file: VFile): void {
  const reason = 'Unexpected `::include` inside another block, expected it between slides';
  report(file, 'include-place', node, reason, {
    note: 'What it includes are slides; put it on a line of its own.',
  });
}

/** List the files that a deck includes and that are not among the sources yet. */
export function listIncludes(
  tree: Root,
  name: string,
  sources: Sources,
  parse: (text: string) => Root,
): string[] {
  const missing = new Set<string>();
  const seen = new Set<string>();
  // Breadth first, so that every file is met at its least depth; what is beyond the limits is never shown, and never read.
  const open: { tree: Root; name: string; depth: number }[] = [{ tree, name, depth: 0 }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { name: from, depth } = next;
    if (depth > limits.depth || seen.size >= limits.files) continue;
    visit(next.tree, 'leafDirective', ({ name: directive, attributes }) => {
      const found = directive === 'include' ? resolveInclude(attributes?.src ?? '', from) : undefined;
      if (found === undefined || seen.has(found)) return;
      seen.add(found);
      const bytes = sources.get(found);
      if (bytes) open.push({ tree: parse(decodeText(bytes).text), name: found, depth: depth + 1 });
      else missing.add(found);
    });
  }
  return [...missing];
}
