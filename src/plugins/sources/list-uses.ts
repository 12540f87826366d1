/**
 * Takes a deck and leaves every place where it names a source: references to footnotes and `Source:` lines, in reading order.
 * What only the speaker reads is no part of it.
 */
import type { FootnoteDefinition, Node, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { cutInline, trimEnd } from '../../components/cut-inline.js';
import type { Slide } from '../../deck/nodes.js';
import { listSlides } from '../remark-to-hast.js';

/** A place where a source is named. */
export interface SourceUse {
  /** What the source is known by: its addresses, else its words. */
  readonly key: string;
  readonly content: PhrasingContent[];
  readonly slide: Slide;
  readonly node: Node;
}

/** Paragraphs of a note run on. */
const blank = { type: 'text', value: ' ' } as const;

const label = /^\s*(Sources?):\s+/;

/** List the uses of sources in reading order. */
export function listUses(tree: Root): SourceUse[] {
  const footnotes = readFootnotes(tree);
  return listSlides(tree).flatMap((slide) => {
    const uses: SourceUse[] = [];
    const onSlide = [...(slide.title ? [slide.title] : []), ...slide.children];
    visit({ type: 'root', children: onSlide } as Node, (node) => {
      if (node.type === 'notes' || node.type === 'sources') return SKIP;
      for (const content of readSources(node, footnotes))
        uses.push({ key: keyOf(content), content, slide, node });
      return undefined;
    });
    return uses.filter(({ key }) => key !== '');
  });
}

function readFootnotes(tree: Root): Map<string, FootnoteDefinition> {
  const footnotes = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node) => {
    // The first of a name counts, as when it is drawn.
    if (!footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
  });
  return footnotes;
}

/** The sources that one node names: none, one, or those between the semicolons of a line of several. */
function readSources(node: Node, footnotes: ReadonlyMap<string, FootnoteDefinition>): PhrasingContent[][] {
  if (isReference(node)) {
    const definition = footnotes.get(node.identifier);
    const paragraphs = definition?.children.filter((child) => child.type === 'paragraph') ?? [];
    const words = paragraphs.flatMap(({ children }, index) => [...(index > 0 ? [blank] : []), ...children]);
    return words.length > 0 ? [withoutNotes(words)] : [];
  }
  const [first, ...others] = isParent(node) ? node.children : [];
  const match = first?.type === 'text' ? label.exec(first.value) : null;
  if (first?.type !== 'text' || !match) return [];
  const words = withoutNotes([{ ...first, value: first.value.slice(match[0].length) }, ...others]);
  return match[1] === 'Sources' ? cutAtSemicolons(words) : [words];
}

function cutAtSemicolons(words: PhrasingContent[]): PhrasingContent[][] {
  const halves = cutInline(words, /\s*;\s*/);
  return halves ? [halves.before, ...cutAtSemicolons(halves.after)] : [words];
}

/** A number of a note would be one of another slide's. */
function withoutNotes(content: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of content) {
    if (node.type === 'footnoteReference') kept.splice(0, kept.length, ...trimEnd(kept));
    else kept.push(structuredClone(node));
  }
  return trimEnd(kept);
}

/** Two that lead to the same page are one, whatever they are called; without an address the words count. */
function keyOf(content: PhrasingContent[]): string {
  const tree: Root = { type: 'root', children: content };
  const addresses: string[] = [];
  visit(
    tree,
    'link',
    ({ url }) => void addresses.push(url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
  );
  if (addresses.length > 0) return addresses.join(' ');
  return toString(tree)
    .toLowerCase()
    .replace(/[\s.]+$/, '')
    .replaceAll(/\s+/g, ' ');
}

function isReference(node: Node): node is Node & { identifier: string } {
  return node.type === 'footnoteReference';
}

/** A line of sources is a paragraph, or what a component made of one. */
function isParent(node: Node): node is Paragraph {
  return 'children' in node && node.type !== 'link' && node.type !== 'slide';
}
