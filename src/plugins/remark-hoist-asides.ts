/**
 * Takes slides with notes or handout text inside other containers and leaves them at the slide's root, where each document
 * keeps or drops them. Runs before the components, so that none of them draws what is not for the audience.
 *
 *     slide > columns > notes   →   slide > (columns, notes)
 */
import type { Node, Parent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { Slide } from '../deck/nodes.js';

/** Lift notes and handout text out of containers. */
export function remarkHoistAsides() {
  return (tree: Root): void => {
    visit(tree, 'slide', (slide: Slide) => {
      for (const child of slide.children) if (!isAside(child) && 'children' in child) hoist(child, slide);
      return SKIP;
    });
  };
}

function hoist(container: Parent, slide: Slide): void {
  visit(container, (node, index, parent) => {
    if (!isAside(node) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    slide.children.push(node);
    return [SKIP, index];
  });
}

function isAside(node: Node): node is ContainerDirective {
  return (
    node.type === 'containerDirective' && 'name' in node && (node.name === 'notes' || node.name === 'handout')
  );
}
