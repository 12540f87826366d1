/**
 * Takes directives with `src=` and leaves them with the table or list that the file says, as if the author had written it, so that
 * all later steps know nothing of files. A mirror that says the same stays; one that does not is reported and replaced.
 *
 *     containerDirective{src}        containerDirective{src}
 *     └── table (other numbers)  →   └── table (of the file)
 */
import type { Paragraph, Root, RootContent, Text } from 'mdast';
import type { Processor } from 'unified';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Component, ComponentDirective } from '../components/component.js';
import { type DataBlock, writeBlock } from '../data/data-block.js';
import { type DataSource, readDataSource } from '../data/data-source.js';
import type { DataFile, DataText, ReportProblem } from '../data/data-value.js';
import { compareMirror, findMirror } from '../data/mirror.js';
import { readData } from '../data/read-data.js';
import { decodeText } from '../deck/decode-text.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { noteMissingFile } from '../diagnostics/missing-file.js';
import { report } from '../diagnostics/report.js';

/** Put what data files say into the directives that name them. */
export function remarkDataFiles(this: Processor, components: readonly Component[], sources: Sources) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands its processor over so
  const parse = (markdown: string) => keepBraces(this.parse(new VFile(markdown)) as Root);
  return (tree: Root, file: VFile): void => {
    visit(tree, ['containerDirective', 'leafDirective'], (node) => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
      const component = components.find(({ name }) => name === node.name);
      const source = component?.fromData && readDataSource(node);
      const data = source && loadData(source, node, sources, file);
      const block = data && component?.fromData?.(data, node);
      if (block) placeBlock(block, data.path, node, tree, parse, file);
    });
  };
}

function loadData(
  { src, select }: DataSource,
  directive: ComponentDirective,
  sources: Sources,
  file: VFile,
): DataFile | undefined {
  const tell: ReportProblem = ({ rule, what, expected, note, line }) => {
    const place = line === undefined ? `\`${src}\`` : `line ${line} of \`${src}\``;
    report(file, rule, directive, `Unexpected ${what} in ${place}, expected ${expected}`, { note });
  };
  const path = resolvePath(src);
  const bytes = path.kind === 'inside' ? sources.get(path.path) : undefined;
  if (!bytes) {
    const reason = `Unexpected path \`${src}\`, expected a file in the deck’s folder`;
    const note = noteMissingFile(path.kind === 'inside' ? path.path : src, file);
    report(file, 'data-source-missing', directive, reason, { note, actual: src });
    return undefined;
  }
  const { text, problem } = decodeText(bytes);
  if (problem) {
    tell({ rule: 'data-invalid', what: 'bytes', expected: 'text', note: 'Save the file as UTF-8.' });
    return undefined;
  }
  const value = readData(src, text, select, tell);
  return value && { path: src, value, report: tell };
}

function placeBlock(
  block: DataBlock,
  path: string,
  directive: ComponentDirective,
  tree: Root,
  parse: (markdown: string) => Root,
  file: VFile,
): void {
  const children = directive.children as RootContent[];
  const mirror = findMirror(children, block.kind);
  const difference = compareMirror(block, children, String(file.value));
  if (difference) {
    const { what, expected, line, note, place, fix } = difference;
    const reason = `Unexpected ${what}, expected ${expected} as in line ${line} of \`${path}\``;
    report(file, 'data-mirror-differs', place ?? directive, reason, { note, fix });
  }
  if (block.caption && !children.some((child) => child.type === 'paragraph' && child.data?.directiveLabel)) {
    children.unshift(makeCaption(block.caption, directive.position, parse));
  }
  if (mirror.length > 0 && !difference) return;
  const made = parseBlock(block, tree, parse);
  placeNodes(made, directive.position);
  const at = mirror[0] ? children.indexOf(mirror[0]) : children.findLastIndex(isPrelude) + 1;
  const kept = children.filter((child) => !mirror.includes(child));
  kept.splice(at, 0, ...made);
  directive.children = kept as typeof directive.children;
}

/** Label and options comment come before the content. */
function isPrelude(child: RootContent): boolean {
  return child.type === 'html' || (child.type === 'paragraph' && child.data?.directiveLabel === true);
}

/** Parse a block as part of the deck: what the deck defines (links, footnotes) is defined here too. */
function parseBlock(block: DataBlock, tree: Root, parse: (markdown: string) => Root): RootContent[] {
  const defined: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') defined.push(`[^${node.label ?? node.identifier}]: -`);
    if (node.type === 'definition') defined.push(`[${node.label ?? node.identifier}]: -`);
  });
  const { children } = parse([writeBlock(block), ...defined].join('\n\n'));
  return children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
}

function makeCaption(
  { text }: DataText,
  position: Position | undefined,
  parse: (markdown: string) => Root,
): Paragraph {
  const [first] = parse(text.replace(/\s+/g, ' ').trim()).children;
  const children: Paragraph['children'] =
    first?.type === 'paragraph' ? first.children : [{ type: 'text', value: text }];
  const caption: Paragraph = { type: 'paragraph', data: { directiveLabel: true }, children };
  placeNodes([caption], position);
  return caption;
}

/** Data are no template: `{{name}}` in a file is what the cell says. */
function keepBraces(tree: Root): Root {
  visit(tree, 'variable', ({ value, position }, index, parent) => {
    const text: Text = { type: 'text', value, ...(position && { position }) };
    if (parent && index !== undefined) parent.children[index] = text;
  });
  return tree;
}

/** What comes from a file stands, as far as the deck is concerned, where the file is named. */
function placeNodes(nodes: readonly RootContent[], position: Position | undefined): void {
  for (const top of nodes) {
    visit(top, (node) => {
      if (position) node.position = position;
    });
  }
}
