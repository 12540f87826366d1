/**
 * Takes the tree and leaves the fences of its containers paired as the author meant them: like brackets, whatever their number of
 * colons. The parser pairs by colons, so that a fence meant for an inner container ends the outer one; where the two readings
 * differ something is wrong, and this tells what.
 */
import type { Nodes, Paragraph, Root, ThematicBreak } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Node, Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';

/** A line that opens or closes a container. */
export interface Fence {
  /** The container that the line opens or, for the parser, closes; the paragraph of a line that it took for text. */
  readonly node: ContainerDirective | Paragraph;
  readonly opens: boolean;
  /** Offset of the first colon. */
  readonly offset: number;
  readonly colons: number;
  /** The node that holds these containers (the root, a quotation); fences pair only inside one. */
  readonly holder: Node;
  /** The other end, if there is one. */
  mate?: Fence;
  /** The next outer opening line. */
  outer?: Fence;
  /** The slide breaks that it holds and should not; a stack may hold some. */
  readonly breaks: ThematicBreak[];
}

/** Pair all fences of a deck; they come in the order of the text. */
export function matchFences(tree: Root, text: string): Fence[] {
  const { fences, breaks } = listFences(tree, text);
  const open = new Map<Node, Fence[]>();
  let next = 0;
  const passBreaks = (limit: number) => {
    for (let one = breaks[next]; one && (one.position?.start.offset ?? 0) < limit; one = breaks[next]) {
      const stack = open.get(tree) ?? [];
      for (const fence of stack.slice(stack.findLastIndex(isStack) + 1)) fence.breaks.push(one);
      next += 1;
    }
  };
  for (const fence of fences) {
    passBreaks(fence.offset);
    const stack = open.get(fence.holder) ?? [];
    open.set(fence.holder, stack);
    if (fence.opens) {
      const outer = stack.at(-1);
      if (outer) fence.outer = outer;
      stack.push(fence);
      continue;
    }
    const mate = findMate(stack, fence.colons);
    if (!mate) continue;
    // What stands open inside it is not closed.
    stack.length = stack.indexOf(mate);
    mate.mate = fence;
    fence.mate = mate;
  }
  passBreaks(text.length);
  return fences;
}

function isStack({ node }: Fence): boolean {
  return node.type === 'containerDirective' && node.name === 'stack';
}

/** The innermost container with as many colons, else the innermost one that so many can close. */
function findMate(stack: readonly Fence[], colons: number): Fence | undefined {
  const same = stack.findLast((one) => one.colons === colons);
  return same ?? stack.findLast((one) => one.colons <= colons);
}

function listFences(
  tree: Root,
  text: string,
): { readonly fences: Fence[]; readonly breaks: ThematicBreak[] } {
  const fences: Fence[] = [];
  const breaks: ThematicBreak[] = [];
  visitParents(tree, (node: Nodes, ancestors) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const holder = (ancestors as Parent[]).findLast(({ type }) => type !== 'containerDirective') ?? tree;
    if (node.type === 'thematicBreak' && holder === tree) breaks.push(node);
    if (node.type !== 'containerDirective' && node.type !== 'paragraph') return;
    const fence = (offset: number, opens: boolean, colons: number) =>
      void fences.push({ node, opens, offset, colons, holder, breaks: [] });
    const written = text.slice(start.offset, end.offset);
    const opening = /^(:{3,})[ \t]*([^\r\n]*)/.exec(written);
    if (!opening) return;
    const [, colons = '', rest = ''] = opening;
    if (node.type === 'paragraph') {
      if (!node.data?.directiveLabel) fence(start.offset, rest !== '', colons.length);
      return;
    }
    fence(start.offset, true, colons.length);
    // A container that its parent ended, or the end of the file, has no fence of its own.
    const closing = end.line > start.line ? /(?<=[\r\n>\s]):{3,}$/.exec(written)?.[0] : undefined;
    if (closing) fence(end.offset - closing.length, false, closing.length);
  });
  return { fences: fences.sort((one, other) => one.offset - other.offset), breaks };
}
