/** Takes a node as parsed and tells what it is to a deck. */
import type { Node, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';

/** Tell whether a node is a leaf directive of a name. */
export function isLeaf(node: Node, name: string): node is LeafDirective {
  return node.type === 'leafDirective' && 'name' in node && node.name === name;
}

/** Tell whether a node is a container of a name. */
export function isContainer(node: Node, name: string): node is ContainerDirective {
  return node.type === 'containerDirective' && 'name' in node && node.name === name;
}

/** Tell whether a node is nothing but a comment. */
export function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^\s*<!--[^]*-->\s*$/.test(node.value);
}
