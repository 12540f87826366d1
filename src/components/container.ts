/**
 * Takes the directive of a component and leaves what every container has: a name, classes, the caption in brackets and its
 * blocks without comments. A step of its own so that components agree on it.
 */
import type { BlockContent, DefinitionContent, ListItem, Paragraph, Parent, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ComponentDirective } from './component.js';

/** A block inside a container, as the parser left it. */
export type Block = BlockContent | DefinitionContent;

/** What stands around the content of a container. */
export interface Container {
  /** The author's `#id`, else made from the line it stands on. */
  readonly id: string;
  /** Classes the author gave. */
  readonly classes: readonly string[];
  /** The text in the brackets of the directive. */
  readonly caption: Paragraph | undefined;
  /** All else, in the author's order. Comments hold options or remarks of the author: they are no text. */
  readonly blocks: readonly Block[];
}

/** Read what every container has. */
export function readContainer(directive: ComponentDirective): Container {
  const children = directive.children as readonly Block[];
  const { id, class: className } = directive.attributes ?? {};
  return {
    id: id || `${directive.name}-${directive.position?.start.line ?? 1}`,
    classes: (className ?? '').split(/\s+/).filter(Boolean),
    caption: children.find(isCaption),
    blocks: children.filter((child) => !isCaption(child) && !isComment(child)),
  };
}

/** Take an item apart: the words of its first line, and the blocks below them. */
export function splitItem({ children: [first, ...others] }: ListItem): {
  readonly words: readonly PhrasingContent[];
  readonly detail: readonly Block[];
} {
  if (first?.type === 'paragraph') return { words: first.children, detail: others };
  return { words: [], detail: first ? [first, ...others] : [] };
}

/** Find the caption among the children of a component. */
export function captionOf(node: Parent): Paragraph | undefined {
  return (node.children as Block[]).find(isCaption);
}

/** List the children of a component that are neither its caption nor of the types it draws. */
export function restOf(node: Parent, ...drawn: readonly string[]): Block[] {
  return (node.children as Block[]).filter((child) => !drawn.includes(child.type) && !isCaption(child));
}

/** Tell whether a block is the text in the brackets of its directive. */
function isCaption(block: Block): block is Paragraph {
  return block.type === 'paragraph' && block.data?.directiveLabel === true;
}

/** Tell whether a block is a source, which the slide puts at its foot. */
export function isSource(block: Block): block is Paragraph {
  return block.type === 'paragraph' && !isCaption(block) && /^Sources?:\s/.test(toString(block));
}

function isComment(block: Block): boolean {
  return block.type === 'html' && /^<!--[^]*-->$/.test(block.value.trim());
}
